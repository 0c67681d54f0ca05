import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { envelope, minimalData } from '#lib/cycle/testing/facts.ts';
import type { Envelope } from '#lib/envelope/envelope.ts';
import type { CalendarContents } from '#lib/exchange/calendar/calendarEvents.ts';
import { calendarFile } from '#lib/exchange/calendar/calendarFile.ts';
import { contentsOf } from '#lib/exchange/calendar/testing.ts';
import type { CalendarWords } from '#lib/exchange/calendar/words.ts';
import { workedExample } from '#lib/workspace/workedExample.ts';
import { worldOf } from '../world/world.ts';
import { anyCycle } from './cycles.ts';
import { expectedEvents, inOrder, type ReadEvent } from './model.ts';
import {
	hasModule,
	hasProgram,
	Khal,
	khalListsUntil,
	readWithPython,
	throughCalcurse,
	Vdirsyncer
} from './programs.ts';
import { wordsInThreeScripts } from './words.ts';

/** A desk: cycles as they go, and some in which much was corrected. */
const desk: Envelope[] = [
	...worldOf({ cycles: 10, events: 180 }),
	...fc
		.sample(anyCycle, { numRuns: 10, seed: 20_261_122 })
		.flatMap((events, place) => events.map((event) => ({ ...event, stream: `CMW/AZE/${place + 1}` })))
];

const [english, arabic, chinese] = wordsInThreeScripts as [CalendarWords, CalendarWords, CalendarWords];
/** The worked example and the desk, in three scripts and both forms. */
const calendars: [string, CalendarContents][] = [
	['the worked example (English)', contentsOf(workedExample, { words: english })],
	[
		'the worked example (Arabic, reminders as events)',
		contentsOf(workedExample, { words: arabic, form: 'events' })
	],
	['the worked example (Chinese)', contentsOf(workedExample, { words: chinese })],
	['a desk (Arabic)', contentsOf(desk, { words: arabic })],
	['a desk (Chinese, reminders as events)', contentsOf(desk, { words: chinese, form: 'events' })]
];

const recordedAt = (day: number) => `2027-01-0${day}T09:00:00.000Z`;
const requested = workedExample.find(({ type }) => type === 'NextReportRequested')!;
/** What becomes of the next report of the worked example: its day is moved, it comes, and all was a mistake. */
const further: [string, Envelope, Partial<ReadEvent>][] = [
	[
		'moved',
		envelope(
			'DeadlineMoved',
			'2026-06-01',
			minimalData('DeadlineMoved', { due: '2027-03-31', duty: 'nextReport' }),
			{ recordedAt: recordedAt(1) }
		),
		{ from: '2027-03-31', status: 'CONFIRMED', sequence: 10 }
	],
	[
		'met',
		envelope('NextReportSubmitted', '2026-12-01', minimalData('NextReportSubmitted'), {
			recordedAt: recordedAt(2)
		}),
		{ from: '2027-03-31', status: 'CONFIRMED', sequence: 11, alarms: [] }
	],
	[
		'withdrawn',
		envelope(
			'RecordCorrected',
			'2027-01-03',
			{ action: 'withdraw', reason: 'It was asked of another' },
			{ recordedAt: recordedAt(3), corrects: requested.id }
		),
		{ status: 'CANCELLED', sequence: 12, alarms: [] }
	]
];
const uid = 'servanda.CMW.AZE.3.nextReport-1';

/** The worked example, and then with each of those more. */
const versions = [workedExample, ...further.map((_, place) => [...workedExample, ...told(place + 1)])];
function told(count: number): Envelope[] {
	return further.slice(0, count).map(([, event]) => event);
}

const withPython = hasModule('icalendar');
const withKhal = withPython && hasProgram('khal');
const withVdirsyncer = withPython && hasProgram('vdirsyncer');

let home = '';
beforeEach(() => {
	home = mkdtempSync(join(tmpdir(), 'servanda-calendars-'));
});
afterEach(() => rmSync(home, { recursive: true }));

it('the bytes of a desk are the same again, and in whatever order the events are given', () => {
	for (const [, contents] of calendars) {
		const { events } = contents;
		const [shuffled] = fc.sample(fc.shuffledSubarray([...events], { minLength: events.length }), 1);
		expect(calendarFile({ ...contents, events: shuffled! })).toBe(calendarFile(contents));
	}
}, 60_000);

describe('the next report of the worked example', () => {
	it.each(further.map(([name, , expected], place) => [name, place + 1, expected] as const))(
		'once %s, is told so',
		(_, version, expected) => {
			const events = expectedEvents(contentsOf(versions[version]!));
			expect(events.find((event) => event.uid === uid)).toMatchObject(expected);
		}
	);
});

describe.skipIf(!withPython)(
	'python3-icalendar (skipped where it is not installed)',
	{ timeout: 120_000 },
	() => {
		it.each(calendars)('reads %s', (_, contents) => {
			expect(readWithPython('read_icalendar.py', calendarFile(contents)!)).toEqual(expectedEvents(contents));
		});
	}
);

describe.skipIf(!hasModule('vobject'))(
	'python3-vobject (skipped where it is not installed)',
	{ timeout: 120_000 },
	() => {
		it.each(calendars)('reads %s', (_, contents) => {
			expect(readWithPython('read_vobject.py', calendarFile(contents)!)).toEqual(expectedEvents(contents));
		});
	}
);

describe.skipIf(!withKhal)('khal (skipped where it is not installed)', { timeout: 120_000 }, () => {
	it.each(calendars)('shows %s', (_, contents) => {
		const khal = new Khal(home);
		const expected = expectedEvents(contents);
		khal.take(calendarFile(contents)!);
		expect(khal.list()).toEqual(
			expected
				.filter(({ from }) => from < khalListsUntil)
				.map(({ uid, from, summary, status }) => ({ uid, from, summary, status }))
		);
		expect(khal.stored()).toEqual(expected);
	});

	it.each(['alarms', 'events'] as const)('is corrected by each later file (%s)', (form) => {
		const khal = new Khal(home);
		for (const events of versions) {
			const contents = contentsOf(events, { form });
			for (const _ of ['once', 'again']) khal.take(calendarFile(contents)!);
			expect(khal.stored()).toEqual(expectedEvents(contents));
			expect(khal.list()).toHaveLength(expectedEvents(contents).length);
		}
	});
});

describe.skipIf(!withVdirsyncer)(
	'vdirsyncer (skipped where it is not installed)',
	{ timeout: 120_000 },
	() => {
		it.each(calendars)('takes %s apart', (_, contents) => {
			const vdirsyncer = new Vdirsyncer(home);
			vdirsyncer.take(calendarFile(contents)!);
			expect(vdirsyncer.stored()).toEqual(expectedEvents(contents));
		});

		it.each(['alarms', 'events'] as const)('is corrected by each later file (%s)', (form) => {
			const vdirsyncer = new Vdirsyncer(home);
			for (const events of versions) {
				const contents = contentsOf(events, { form });
				for (const _ of ['once', 'again']) vdirsyncer.take(calendarFile(contents)!);
				expect(vdirsyncer.stored()).toEqual(expectedEvents(contents));
			}
		});
	}
);

describe.skipIf(!hasProgram('calcurse'))(
	'calcurse (skipped where it is not installed)',
	{ timeout: 120_000 },
	() => {
		const daysAndTitles = (events: readonly { from: string; summary: string }[]) =>
			inOrder(events.map(({ from, summary }) => ({ uid: `${from} ${summary}` })));

		it.each(calendars)('gives out again the days and titles of %s', (_, contents) => {
			expect(daysAndTitles(throughCalcurse(home, calendarFile(contents)!))).toEqual(
				daysAndTitles(expectedEvents(contents))
			);
		});
	}
);
