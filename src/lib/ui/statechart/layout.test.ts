import { describe, expect, test } from 'vitest';
import { allStates } from '#lib/cycle/statechart/chart.ts';
import { pictureOf } from '#lib/cycle/statechart/picture.ts';
import { procedures } from '#lib/procedures/index.ts';
import { overlap, within } from './box.ts';
import { isIn, layOut } from './layout.ts';

const pairs = <Item>(items: readonly Item[]): [Item, Item][] =>
	items.flatMap((one, index) => items.slice(index + 1).map((other): [Item, Item] => [one, other]));

describe.each(procedures.map((procedure) => [procedure.body, procedure] as const))(
	'the picture of %s',
	(_, procedure) => {
		const layout = layOut(pictureOf(procedure));

		test('has every state once', () => {
			expect(layout.states.map(({ path }) => path).sort()).toEqual(allStates(procedure).sort());
		});

		test('has no state over another', () => {
			expect(pairs(layout.states).filter(([one, other]) => overlap(one.box, other.box))).toEqual([]);
		});

		test('has each state inside the regions it belongs to and outside of all others', () => {
			for (const { path, box } of layout.states)
				for (const region of layout.regions)
					if (isIn(path, region.path))
						expect(within(box, region.box), `${path} in ${region.path}`).toBe(true);
					else expect(overlap(box, region.box), `${path} outside of ${region.path}`).toBe(false);
		});

		test('lies wholly in its view box', () => {
			const frame = { x: 0, y: 0, width: layout.width, height: layout.height };
			for (const { path, box } of [...layout.states, ...layout.regions])
				expect(within(box, frame), path).toBe(true);
		});

		test('is wide rather than high, so that it fits a laptop', () => {
			expect(layout.height / layout.width).toBeLessThan(0.56);
		});

		test('is always the same', () => {
			expect(layOut(pictureOf(procedure))).toEqual(layout);
		});

		test('leads from the start of the lines to their end', () => {
			const boxOf = (path: string) => layout.states.find((state) => state.path === path)?.box;
			for (const [first, last] of [
				['beforeReview.reportAwaited', 'dialogueHeld'],
				['afterAdoption.followUp.received', 'afterAdoption.followUp.closed'],
				['afterAdoption.nextReport.notRequested', 'afterAdoption.nextReport.submitted']
			] as const) {
				const [from, to] = [boxOf(first), boxOf(last)];
				if (from && to) expect(from.x).toBeLessThan(to.x);
			}
		});
	}
);
