import { expect, test } from 'vitest';
import { readEvents, type EffectiveEvent } from '../events/read.ts';
import { envelope } from '../testing/facts.ts';
import { inOrderOfHappening } from './order.ts';

test('facts of one kind and day stand in the order of what they say, however they came in', () => {
	const reminder = (duty: string) => envelope('ReminderSent', '2023-12-01', { duty });
	const inOrder = (...duties: string[]) =>
		inOrderOfHappening(readEvents(duties.map(reminder)).known as EffectiveEvent[]).map(({ data }) => data);
	expect(inOrder('replies', 'followUp')).toEqual([{ duty: 'followUp' }, { duty: 'replies' }]);
	expect(inOrder('followUp', 'replies')).toEqual([{ duty: 'followUp' }, { duty: 'replies' }]);
});
