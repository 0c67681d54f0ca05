import { expect, test } from 'vitest';
import type { Outline } from '#lib/cycle/outline/outline.ts';
import type { ObligationOnDay } from '#lib/cycle/timeline/views.ts';
import { Choice, type Choosable } from './choice.svelte.ts';

const rows = ['a', 'b', 'c', 'd', 'e'].map((id) => ({ obligation: { id } })) as ObligationOnDay[];
const chosen = (choice: Choice) =>
	rows.filter((row) => choice.has(row)).map(({ obligation }) => obligation.id);

test('a press chooses a row, and another press no longer', () => {
	const choice = new Choice();
	choice.toggle(rows, 1, false);
	expect(chosen(choice)).toEqual(['b']);
	choice.toggle(rows, 1, false);
	expect(choice.size).toBe(0);
});

test('a press with Shift chooses all from the row that was pressed last, in either direction', () => {
	const choice = new Choice();
	choice.toggle(rows, 3, false);
	choice.toggle(rows, 1, true);
	expect(chosen(choice)).toEqual(['b', 'c', 'd']);
	choice.toggle(rows, 2, true);
	expect(chosen(choice)).toEqual(['d']);
});

test('obligations and reviews are chosen side by side; in a review nothing need be owed', () => {
	const choice = new Choice();
	const owed = {
		obligation: {
			id: 'CMW/AZE/3#nextReport-1',
			stream: 'CMW/AZE/3',
			duty: 'nextReport',
			reportNumbers: [4]
		}
	} as unknown as ObligationOnDay;
	const outline = { stream: 'CMW/AZE/3', reportNumbers: [3] } as unknown as Outline;
	const review = { outline, stage: 'dialogue' } as Choosable;
	choice.chooseAll([owed, review]);
	expect(choice.chosen).toEqual([owed.obligation, { ...outline, duty: null }]);
	choice.toggle([review], 0, false);
	expect(choice.chosen).toEqual([owed.obligation]);
});

test('where the row pressed last is not in sight any more, Shift chooses one', () => {
	const choice = new Choice();
	choice.toggle(rows, 4, false);
	choice.toggle(rows.slice(0, 3), 1, true);
	expect(chosen(choice)).toEqual(['b', 'e']);
});
