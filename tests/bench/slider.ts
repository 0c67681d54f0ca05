import type { IsoDate } from '#lib/calendar/date.ts';
import { DueIndex } from '#lib/cycle/outline/dueIndex.ts';
import { outlineOf } from '#lib/cycle/outline/outline.ts';
import type { Envelope, Row } from './contender.ts';
import { firstRows, timelinesOf } from './rebuild.ts';

/** The world as the desk shows it on a day: what is computed at each step of the slider. */
export type Slider = (asOf: IsoDate) => Row[];

export function openSlider(events: readonly Envelope[]): Slider {
	const index = new DueIndex(timelinesOf(events).map(outlineOf));
	return (asOf) => firstRows(index, asOf);
}
