import type { StatePath } from '#lib/cycle/statechart/chart.ts';
import type { PictureArrow } from '#lib/cycle/statechart/picture.ts';
import { bottom, middle, overlap, right, type Box, type Point } from './box.ts';
import { isIn, type Layout } from './layout.ts';

/** An arrow as it is drawn: one line for everything that leads from one state to another. */
export interface DrawnArrow {
	from: StatePath;
	to: StatePath;
	points: readonly Point[];
}

/** How far arrows there and back stand off the middle, and how far lines above one another stand apart. */
const apart = 6;
const above = 9;

/**
 * The lines of a picture. What leads back to where it began has none, and what leads back against the reading
 * only where it is among those `marked`: taken, or possible next.
 */
export function drawArrows(
	layout: Layout,
	arrows: readonly PictureArrow[],
	marked: { has(key: string): boolean }
): DrawnArrow[] {
	const boxes = new Map([...layout.states, ...layout.regions].map(({ path, box }) => [path, box]));
	const ways = [...new Map(arrows.map((arrow) => [keyOf(arrow), arrow])).values()].filter(
		(way) => way.from !== way.to && (marked.has(keyOf(way)) || boxes.get(way.from)!.x <= boxes.get(way.to)!.x)
	);
	/** Lines of one region that jump to the same state share a height; those that turn before one, a distance. */
	const heights = new Map<StatePath, number>();
	const turns = new Map<StatePath, number>();
	const besides = (used: ReadonlyMap<StatePath, number>, to: StatePath) =>
		[...used.keys()].filter((one) => parentOf(one) === parentOf(to)).length;
	return ways.map(({ from, to }) => {
		const [a, b] = [boxes.get(from)!, boxes.get(to)!];
		const both = ways.some((way) => way.from === to && way.to === from);
		const turn = turns.get(to) ?? besides(turns, to);
		const direct = directLine(a, b, both);
		if (isClear(direct, layout, from, to)) return { from, to, points: direct };
		const turned = turnedLines(a, b, turn).find((points) => isClear(points, layout, from, to));
		if (turned) {
			turns.set(to, turn);
			return { from, to, points: turned };
		}
		const over = heights.get(to) ?? besides(heights, to);
		heights.set(to, over);
		return { from, to, points: lineOver(a, b, over, layout) };
	});
}

export const keyOf = ({ from, to }: Pick<PictureArrow, 'from' | 'to'>): string => `${from}>${to}`;

const parentOf = (path: StatePath): StatePath => path.slice(0, path.lastIndexOf('.'));

/** A straight line, or one with a corner. */
function directLine(a: Box, b: Box, both: boolean): Point[] {
	const aside = both ? apart : 0;
	const y = a.height < b.height ? middle(a).y : middle(b).y;
	const sameRow = a.y < y && y < bottom(a) && b.y < y && y < bottom(b);
	if (sameRow && right(a) <= b.x)
		return [
			{ x: right(a), y: y - aside },
			{ x: b.x, y: y - aside }
		];
	if (sameRow && right(b) <= a.x)
		return [
			{ x: a.x, y: y + aside },
			{ x: right(b), y: y + aside }
		];
	const down = middle(a).y < middle(b).y;
	const [leave, arrive] = [down ? bottom(a) : a.y, down ? b.y : bottom(b)];
	const x = a.width < b.width ? middle(a).x : middle(b).x;
	if (a.x < x && x < right(a) && b.x < x && x < right(b))
		return [
			{ x, y: leave },
			{ x, y: arrive }
		];
	return [
		{ x: middle(a).x, y: leave },
		{ x: middle(a).x, y: middle(b).y },
		{ x: right(a) <= b.x ? b.x : right(b), y: middle(b).y }
	];
}

/**
 * Lines with two corners: out at the side, up or down in the gap before the next, and in at its side. Those to
 * different states turn at different distances from it.
 */
function turnedLines(a: Box, b: Box, turn: number): Point[][] {
	const off = 9 + (turn % 3) * 7;
	const [start, end] = [middle(a).y, middle(b).y];
	const across = (from: number, x: number, to: number, y = start): Point[] => [
		{ x: from, y },
		{ x, y },
		{ x, y: end },
		{ x: to, y: end }
	];
	if (right(a) <= b.x) return [across(right(a), b.x - off, b.x), across(right(a), right(a) + off, b.x)];
	// Lower than where lines arrive at that side.
	if (right(b) <= a.x) return [across(a.x, a.x - off, right(b), start + 2 * apart)];
	const side = Math.min(a.x, b.x) - apart;
	return [across(a.x, side, b.x)];
}

/** Up, across and down again; beneath instead where it leads back. */
function lineOver(a: Box, b: Box, height: number, { states, regions }: Layout): Point[] {
	const back = b.x < a.x;
	const span: Box = {
		x: Math.min(a.x, b.x),
		width: Math.max(right(a), right(b)) - Math.min(a.x, b.x),
		y: Math.min(a.y, b.y),
		height: Math.max(bottom(a), bottom(b)) - Math.min(a.y, b.y)
	};
	const crossed = [...states, ...regions.filter(({ kind }) => kind === 'duty')]
		.map(({ box }) => box)
		.filter((box) => overlap(box, span));
	const off = 6 + (height % 2) * above;
	const y = back ? Math.max(...crossed.map(bottom)) + 6 : Math.min(...crossed.map((box) => box.y)) - off;
	const [start, end] = [middle(a).x, middle(b).x];
	return back
		? [
				{ x: start, y: bottom(a) },
				{ x: start, y },
				{ x: end, y },
				{ x: end, y: bottom(b) }
			]
		: [
				{ x: start, y: a.y },
				{ x: start, y },
				{ x: end, y },
				{ x: end, y: b.y }
			];
}

/** Whether a line meets nothing but what it comes from, leads to, or lies in. */
function isClear(
	points: readonly Point[],
	{ states, regions }: Layout,
	from: StatePath,
	to: StatePath
): boolean {
	const strangers = [...states, ...regions.filter(({ kind }) => kind !== 'stage' && kind !== 'lane')].filter(
		({ path }) => ![from, to].some((end) => isIn(path, end) || isIn(end, path))
	);
	return points
		.slice(1)
		.every((point, index) => strangers.every(({ box }) => !overlap(box, spanOf(points[index]!, point))));
}

const spanOf = (one: Point, other: Point): Box => ({
	x: Math.min(one.x, other.x),
	y: Math.min(one.y, other.y),
	width: Math.abs(one.x - other.x) || 0.1,
	height: Math.abs(one.y - other.y) || 0.1
});

/** A line as an SVG path, with its corners a little round. */
export function pathData(points: readonly Point[], radius = 5): string {
	return points
		.map((point, index) => {
			const [before, after] = [points[index - 1], points[index + 1]];
			if (!before) return `M${at(point)}`;
			if (!after) return `L${at(point)}`;
			return `L${at(towards(point, before, radius))}Q${at(point)} ${at(towards(point, after, radius))}`;
		})
		.join('');
}

/** The head of an arrow, as the corners of a triangle. */
export function headOf(points: readonly Point[], size = 6): string {
	const tip = points.at(-1)!;
	const foot = towards(tip, points.at(-2)!, size);
	const half = { x: ((tip.y - foot.y) / size) * (size / 2), y: ((tip.x - foot.x) / size) * (size / 2) };
	return [tip, { x: foot.x + half.x, y: foot.y - half.y }, { x: foot.x - half.x, y: foot.y + half.y }]
		.map(at)
		.join(' ');
}

function towards(from: Point, to: Point, distance: number): Point {
	const length = Math.hypot(to.x - from.x, to.y - from.y);
	const part = length ? Math.min(1, distance / length) : 0;
	return { x: from.x + (to.x - from.x) * part, y: from.y + (to.y - from.y) * part };
}

const at = ({ x, y }: Point): string => `${round(x)},${round(y)}`;
const round = (value: number): number => Math.round(value * 10) / 10;
