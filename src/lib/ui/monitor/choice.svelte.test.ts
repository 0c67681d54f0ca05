import { expect, test } from 'vitest';
import type { ObligationOnDay } from '#lib/cycle/timeline/views.ts';
import { Choice } from './choice.svelte.ts';

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

test('where the row pressed last is not in sight any more, Shift chooses one', () => {
	const choice = new Choice();
	choice.toggle(rows, 4, false);
	choice.toggle(rows.slice(0, 3), 1, true);
	expect(chosen(choice)).toEqual(['b', 'e']);
});
