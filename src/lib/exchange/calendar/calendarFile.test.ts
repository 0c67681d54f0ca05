import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { IsoDate } from '#lib/calendar/date.ts';
import { envelope, minimalData } from '#lib/cycle/testing/facts.ts';
import { calendarFile } from './calendarFile.ts';
import { contentsOf } from './testing.ts';

const days = ['2021-10-01', '2021-10-02', '2021-10-03', '2021-10-04'] as const;
const cycle = (stream: string) =>
	['ConcludingObservationsAdopted', 'FollowUpRequested', 'NextReportRequested', 'FollowUpReceived'].map(
		(type, place) => envelope(type, days[place]!, minimalData(type), { stream })
	);
const events = [...cycle('CMW/FRA/1'), ...cycle('CMW/AZE/3')];

it('is the same in whatever order the events are given, cycle by cycle', () => {
	const written = calendarFile(contentsOf(events))!;
	expect([...written.matchAll(/^UID:(.*)\r$/gm)].map(([, uid]) => uid)).toEqual([
		'servanda.CMW.AZE.3.followUp-1',
		'servanda.CMW.AZE.3.nextReport-1',
		'servanda.CMW.FRA.1.followUp-1',
		'servanda.CMW.FRA.1.nextReport-1'
	]);
	fc.assert(
		fc.property(
			fc.shuffledSubarray(events, { minLength: events.length }),
			(shuffled) => calendarFile(contentsOf(shuffled)) === written
		)
	);
});

it('has a step of a plan as an appointment of its own, which is cancelled where a later plan leaves it out', () => {
	const plan = (on: IsoDate, ...steps: string[]) =>
		envelope('PreparationPlanned', on, {
			for: 'CMW/AZE/3#nextReport-1',
			due: '2999-12-31',
			steps: steps.map((id) => ({ id, name: `To ${id}`, due: '2999-06-03' }))
		});
	const planned = [...cycle('CMW/AZE/3'), plan('2022-01-10', 'draft', 'print')];
	const written = calendarFile(contentsOf(planned))!;
	expect(written).toContain('UID:servanda.CMW.AZE.3.nextReport-1.draft');
	expect(written).toContain('DTSTART;VALUE=DATE:29990603');
	expect(written).not.toContain('STATUS:CANCELLED');
	const replanned = calendarFile(contentsOf([...planned, plan('2022-02-10', 'draft')]))!;
	expect(replanned.split('BEGIN:VEVENT').find((event) => event.includes('nextReport-1.print'))).toContain(
		'STATUS:CANCELLED'
	);
});

it('is no file where nothing has a day', () => {
	expect(calendarFile(contentsOf([]))).toBeNull();
	expect(calendarFile(contentsOf(events.slice(0, 1)))).toBeNull();
});
