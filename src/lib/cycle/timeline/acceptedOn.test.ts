import { describe, expect, test } from 'vitest';
import { envelope, minimalData } from '../testing/facts.ts';
import { foldCycle, type Timeline } from './fold.ts';
import { acceptedOn } from './acceptedOn.ts';

describe('what can be recorded next', () => {
	const timeline = foldCycle('CMW/AZE/3', [
		envelope('ConcludingObservationsAdopted', '2021-10-08', {}),
		envelope('FollowUpRequested', '2021-10-08', minimalData('FollowUpRequested', { due: '2023-11-01' }))
	]) as Timeline;

	test('is what the statechart takes at the end of that day', () => {
		expect(acceptedOn(timeline, '2021-10-07')).toContain('DialogueHeld');
		expect(acceptedOn(timeline, '2021-10-08')).toContain('FollowUpReceived');
		expect(acceptedOn(timeline, '2021-10-08')).not.toContain('DialogueHeld');
	});

	test('is never the clock', () => {
		expect(acceptedOn(timeline, '2021-10-08').filter((type) => type.startsWith('DeadlinePassed'))).toEqual(
			[]
		);
	});
});
