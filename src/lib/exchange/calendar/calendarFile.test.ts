import fc from 'fast-check';
import { expect, it } from 'vitest';
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

it('is no file where nothing has a day', () => {
	expect(calendarFile(contentsOf([]))).toBeNull();
	expect(calendarFile(contentsOf(events.slice(0, 1)))).toBeNull();
});
