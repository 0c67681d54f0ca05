import { expect, test } from 'vitest';
import { plainWords } from '#lib/exchange/calendar/testing.ts';
import { defaultPreferences } from '#lib/reminders/presets.ts';
import { workedExample, workedExampleStream } from '../workedExample.ts';
import { makeCalendar, type CalendarScope } from './calendar.ts';

const nextReport = `${workedExampleStream}#nextReport-1`;
const made = (given: Partial<CalendarScope> = {}, events = workedExample, preferences = defaultPreferences) =>
	makeCalendar({ streams: null, obligation: null, ...given }, 'alarms', events, preferences, plainWords);
const count = (content: string, line: RegExp) => content.match(line)?.length ?? 0;

test('a file is called by what it is of', () => {
	expect(made()?.name).toBe('servanda-deadlines.ics');
	expect(made({ streams: [workedExampleStream] })?.name).toBe('servanda-CMW-AZE-3.ics');
	expect(made({ streams: ['CMW/AZE/3', 'CCPR/FRA/6'] })?.name).toBe('servanda-deadlines.ics');
	expect(made({ streams: [workedExampleStream], obligation: nextReport })?.name).toBe(
		'servanda-CMW-AZE-3-nextReport-1.ics'
	);
});

test('of one thing that is owed holds only that', () => {
	const [all, one] = [made()!.content, made({ obligation: nextReport })!.content];
	expect(count(all, /^BEGIN:VEVENT/gm)).toBe(2);
	expect(count(one, /^BEGIN:VEVENT/gm)).toBe(1);
	expect(one).toContain('nextReport-1');
});

test('its alarms are those that somebody set, for the kind and for this one alone', () => {
	const alarms = (own: (typeof defaultPreferences)['own']) =>
		count(
			made({ obligation: nextReport }, workedExample, { ...defaultPreferences, own })!.content,
			/^BEGIN:VALARM/gm
		);
	expect(alarms({})).toBe(defaultPreferences.policies.nextReport.before.length);
	expect(alarms({ [nextReport]: null })).toBe(0);
	expect(alarms({ [nextReport]: { before: ['P2D'], overdueEvery: null, secondStep: null } })).toBe(1);
});

test('of nothing that has a day there is no file', () => {
	expect(made({}, [])).toBeNull();
	expect(made({ obligation: `${workedExampleStream}#nextReport-9` })).toBeNull();
});
