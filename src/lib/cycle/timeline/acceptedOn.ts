import type { IsoDate } from '#lib/calendar/date.ts';
import { startChart } from '../statechart/chart.ts';
import type { ChartEventType } from '../statechart/definition.ts';
import type { Timeline } from './fold.ts';

/** What a cycle's statechart takes on a day, of facts: what can be recorded next. The clock is not among it. */
export function acceptedOn({ procedure, steps }: Timeline, asOf: IsoDate): ChartEventType[] {
	const chart = startChart(procedure);
	for (const { on, type } of steps) if (on <= asOf) chart.send(type);
	return chart.accepted().filter((type) => !type.startsWith('DeadlinePassed.'));
}
