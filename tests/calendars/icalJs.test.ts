import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { knownAt } from '#lib/cycle/timeline/knownAt.ts';
import type { Envelope } from '#lib/envelope/envelope.ts';
import type { CalendarContents } from '#lib/exchange/calendar/calendarEvents.ts';
import { calendarFile } from '#lib/exchange/calendar/calendarFile.ts';
import { contentsOf } from '#lib/exchange/calendar/testing.ts';
import { anyCycle } from './cycles.ts';
import { expectedEvents, inOrder, type ReadEvent } from './model.ts';
import { readWithIcalJs } from './readWithIcalJs.ts';
import { wordsInThreeScripts } from './words.ts';

const lead = fc
	.record({ count: fc.nat(40), unit: fc.constantFrom('M' as const, 'W' as const, 'D' as const) })
	.map(({ count, unit }) => (count ? (`P${count}${unit}` as const) : 'P0D'));
const how = fc
	.record({
		leads: fc.array(lead, { maxLength: 6 }),
		form: fc.constantFrom('alarms' as const, 'events' as const),
		words: fc.constantFrom(...wordsInThreeScripts)
	})
	.map(({ leads, ...more }): Partial<CalendarContents> => ({ ...more, leads: () => leads }));

/** A calendar that holds what it has read, of each event the version with the highest number. */
function takeIn(calendar: Map<string, ReadEvent>, contents: CalendarContents): void {
	for (const event of readWithIcalJs(calendarFile(contents) ?? 'BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n'))
		if (event.sequence >= (calendar.get(event.uid)?.sequence ?? 0)) calendar.set(event.uid, event);
}

const standing = (events: Iterable<ReadEvent>) => [...events].filter(({ status }) => status !== 'CANCELLED');

/** Looks at a calendar that was given a file whenever something was recorded, by one and then by both. */
function keptUpToDate(events: readonly Envelope[], more: Partial<CalendarContents>): ReadEvent[] {
	const calendar = new Map<string, ReadEvent>();
	for (const known of [events.filter(({ replica }) => replica === events[0]?.replica), events])
		for (const { recordedAt } of known) takeIn(calendar, contentsOf(knownAt(known, recordedAt), more));
	return inOrder(standing(calendar.values()));
}

describe('ical.js', { timeout: 120_000 }, () => {
	it('reads the days, titles, texts and alarms that were meant', () => {
		let read = 0;
		fc.assert(
			fc.property(anyCycle, how, (events, more) => {
				const contents = contentsOf(events, more);
				const file = calendarFile(contents);
				const expected = expectedEvents(contents);
				read += expected.length;
				expect(file ? readWithIcalJs(file) : []).toEqual(expected);
			}),
			{ numRuns: 300 }
		);
		expect(read).toBeGreaterThan(300);
	});

	it('is left with what stands now, when it has read every file that ever was', () => {
		let cancelled = 0;
		fc.assert(
			fc.property(anyCycle, how, (events, more) => {
				const now = expectedEvents(contentsOf(events, more));
				cancelled += now.length - standing(now).length;
				expect(keptUpToDate(events, more)).toEqual(standing(now));
			}),
			{ numRuns: 200 }
		);
		expect(cancelled).toBeGreaterThan(50);
	});
});
