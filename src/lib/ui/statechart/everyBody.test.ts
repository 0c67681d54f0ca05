import { describe, expect, test } from 'vitest';
import { pictureOf } from '#lib/cycle/statechart/picture.ts';
import { procedures } from '#lib/procedures/index.ts';
import { laterCycle } from '#lib/procedures/laterCycle.ts';
import { drawArrows, keyOf, type DrawnArrow } from './arrows.ts';
import { overlap, within, type Box } from './box.ts';
import { isIn, layOut } from './layout.ts';

/** What a laptop of 1440 by 900 has for the picture, between the margins of the page. */
const laptop = { width: 1180, height: 700 };

const cycles = procedures.flatMap((procedure) => [
	{ name: `a first cycle of ${procedure.body}`, procedure },
	{ name: `a later cycle of ${procedure.body}`, procedure: laterCycle(procedure) }
]);

describe.each(cycles)('the picture of $name', ({ procedure }) => {
	const picture = pictureOf(procedure);
	const layout = layOut(picture);
	const duties = layout.regions.filter(({ kind }) => kind === 'duty');

	test('fits a laptop', () => {
		expect(layout.width).toBeLessThanOrEqual(laptop.width);
		expect(layout.height).toBeLessThanOrEqual(laptop.height);
	});

	test('has no box over another', () => {
		const boxes = [...layout.states, ...duties];
		for (const one of boxes)
			for (const other of boxes) {
				const apart = !isIn(one.path, other.path) && !isIn(other.path, one.path);
				expect(apart && overlap(one.box, other.box), `${one.path} and ${other.path}`).toBe(false);
			}
	});

	test.each([
		['as it is at rest', new Set<string>()],
		['with every way marked', new Set(picture.arrows.map(keyOf))]
	])('has no line through a box it neither leaves nor reaches, %s', (_, marked) => {
		for (const line of drawArrows(layout, picture.arrows, marked)) {
			const strangers = [...layout.states, ...duties].filter(({ path }) =>
				[line.from, line.to].every((end) => !isIn(path, end) && !isIn(end, path))
			);
			for (const part of partsOf(line))
				for (const { path, box } of strangers)
					expect(overlap(part, box), `${line.from} to ${line.to} through ${path}`).toBe(false);
		}
	});

	test('has every line in the picture, and none aslant', () => {
		const frame = { x: 0, y: 0, width: layout.width, height: layout.height };
		for (const line of drawArrows(layout, picture.arrows, new Set(picture.arrows.map(keyOf))))
			for (const part of partsOf(line)) {
				expect(within(part, frame), `${line.from} to ${line.to}`).toBe(true);
				expect(Math.min(part.width, part.height), `${line.from} to ${line.to}`).toBe(0.1);
			}
	});
});

/** The parts of a line between its corners, as boxes. */
const partsOf = ({ points }: DrawnArrow): Box[] =>
	points.slice(1).map((point, index) => {
		const before = points[index]!;
		return {
			x: Math.min(before.x, point.x),
			y: Math.min(before.y, point.y),
			width: Math.abs(before.x - point.x) || 0.1,
			height: Math.abs(before.y - point.y) || 0.1
		};
	});
