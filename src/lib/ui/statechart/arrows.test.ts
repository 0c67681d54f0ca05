import { describe, expect, test } from 'vitest';
import { allStates } from '#lib/cycle/statechart/chart.ts';
import { pictureOf } from '#lib/cycle/statechart/picture.ts';
import { procedures } from '#lib/procedures/index.ts';
import { drawArrows, headOf, keyOf, pathData } from './arrows.ts';
import { layOut } from './layout.ts';

describe.each(procedures.map((procedure) => [procedure.body, procedure] as const))(
	'the arrows of %s',
	(_, procedure) => {
		const picture = pictureOf(procedure);
		const layout = layOut(picture);
		const drawn = drawArrows(layout, picture.arrows, new Set(picture.arrows.map(keyOf)));

		test('are there for everything that leads elsewhere', () => {
			const ways = new Set(
				picture.arrows.filter(({ from, to }) => from !== to).map(({ from, to }) => `${from} ${to}`)
			);
			expect(new Set(drawn.map(({ from, to }) => `${from} ${to}`))).toEqual(ways);
		});

		test.runIf(procedure.followUp)('that lead back are left out while nothing went or can go there', () => {
			const back = (line: { from: string; to: string }) =>
				line.from === 'afterAdoption.followUp.assessed' && line.to === 'afterAdoption.followUp.awaited';
			expect(drawn.some(back)).toBe(true);
			expect(drawArrows(layout, picture.arrows, new Set()).some(back)).toBe(false);
		});

		test('stay inside the picture', () => {
			for (const { from, to, points } of drawn)
				for (const { x, y } of points) {
					expect(x >= 0 && x <= layout.width, `${from} to ${to}`).toBe(true);
					expect(y >= 0 && y <= layout.height, `${from} to ${to}`).toBe(true);
				}
		});

		test.runIf(procedure.followUp)('go straight from a state to its neighbour', () => {
			const line = drawn.find(({ to }) => to === 'afterAdoption.followUp.received')!;
			expect(line.points).toHaveLength(2);
			expect(line.points[0]!.y).toBe(line.points[1]!.y);
		});

		const hasNextReport = allStates(procedure).includes('afterAdoption.nextReport.submitted');
		test.runIf(hasNextReport)('jump over what stands between', () => {
			const line = drawn.find(
				({ from, to }) =>
					from === 'afterAdoption.nextReport.notRequested' && to === 'afterAdoption.nextReport.submitted'
			)!;
			expect(line.points).toHaveLength(4);
			expect(line.points[1]!.y).toBeLessThan(line.points[0]!.y);
		});
	}
);

test('a line is drawn with round corners and a head at its end', () => {
	const points = [
		{ x: 0, y: 0 },
		{ x: 10, y: 0 },
		{ x: 10, y: 20 }
	];
	expect(pathData(points, 4)).toBe('M0,0L6,0Q10,0 10,4L10,20');
	expect(headOf(points, 6)).toBe('10,20 13,14 7,14');
});
