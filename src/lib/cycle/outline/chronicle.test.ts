import { describe, expect, test } from 'vitest';
import { dayNumber } from '#lib/calendar/dayNumber.ts';
import { envelope, minimalData } from '../testing/facts.ts';
import { foldCycle, type Timeline } from '../timeline/fold.ts';
import { chronicleOf, readChronicle } from './chronicle.ts';

const told = (...log: Parameters<typeof foldCycle>[1]) =>
	readChronicle(chronicleOf(foldCycle('CMW/AZE/3', log) as Timeline));

const adopted = envelope('ConcludingObservationsAdopted', '2021-10-08', { session: { ordinal: 33 } });
const asked = envelope(
	'FollowUpRequested',
	'2021-10-08',
	minimalData('FollowUpRequested', { due: '2023-11-01' })
);

describe('the chronicle of a cycle', () => {
	test('tells the steps with their sessions, and of which obligation a reminder was', () => {
		const reminded = envelope('ReminderSent', '2023-12-01', { duty: 'followUp' });
		expect(told(adopted, asked, reminded)).toEqual([
			{ what: 'ConcludingObservationsAdopted', on: dayNumber('2021-10-08'), session: 33, opens: null },
			{ what: 'reminder', on: dayNumber('2023-12-01'), obligation: '#followUp-1' }
		]);
	});

	test('keeps a grade as it was written, whatever signs are in it', () => {
		const received = envelope('FollowUpReceived', '2024-01-17', minimalData('FollowUpReceived'));
		const grades = [{ unit: '16', grade: 'B; partly/“mostly” 50%' }];
		const graded = envelope('FollowUpAssessed', '2024-05-01', { grades });
		expect(told(adopted, asked, received, graded).at(-1)).toEqual({
			what: 'grade',
			on: dayNumber('2024-05-01'),
			...grades[0]
		});
	});

	test('tells of a review to come its session and the day on which that opens', () => {
		const scheduled = [
			envelope('ReviewScheduled', '2021-03-01', { session: 32 }),
			envelope('ReviewScheduled', '2021-06-01', { session: 33, from: '2021-09-27', to: '2021-10-08' })
		];
		expect(told(...scheduled, adopted)).toMatchObject([
			{ what: 'ReviewScheduled', session: 32, opens: null },
			{ what: 'ReviewScheduled', session: 33, opens: dayNumber('2021-09-27') },
			{ what: 'ConcludingObservationsAdopted', session: 33 }
		]);
	});

	test('of nothing is empty', () => {
		expect(told()).toEqual([]);
	});

	test('leaves out what the statechart did not take', () => {
		expect(told(envelope('FollowUpAssessed', '2024-05-01', minimalData('FollowUpAssessed')))).toEqual([]);
	});
});
