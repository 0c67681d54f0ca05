import type { StatePath } from '#lib/cycle/statechart/chart.ts';
import type { Picture, PictureArrow, PictureState } from '#lib/cycle/statechart/picture.ts';
import type { Box } from './box.ts';

/** Where everything of the picture stands. States that hold others are regions, from the outside in. */
export interface Layout {
	width: number;
	height: number;
	states: readonly { path: StatePath; box: Box }[];
	regions: readonly { path: StatePath; box: Box; kind: RegionKind }[];
}

/** A stage of the cycle, a lane that runs beside others in it, or a duty with its deadline and extension. */
export type RegionKind = 'stage' | 'lane' | 'duty';

/** The measures, in units that are close to pixels on a laptop. */
const measures = {
	state: { width: 128, height: 54 },
	/** A state of a duty: its words are on one line. */
	dutyState: { width: 156, height: 38 },
	gap: { along: 28, across: 12 },
	/** Between the two states of a duty's deadline. */
	tightGap: 24,
	padding: 12,
	title: 22,
	/** Over a lane, for its name and for arrows that jump over states. */
	headroom: 28,
	edge: 2
};

/** Something measured, that can be put in a place. */
interface Block {
	width: number;
	height: number;
	put(x: number, y: number): Layout['states'][number][];
	regions(x: number, y: number): Layout['regions'][number][];
}

/**
 * Lays out a statechart: the stages before the adoption in a row, what follows it beneath, one lane for each
 * region. Inside a region states stand in the order in which the arrows lead.
 */
export function layOut({ states, arrows }: Picture): Layout {
	const { edge, gap } = measures;
	const inRow = states.filter(({ kind }) => kind !== 'parallel');
	const row = inColumns(inRow, arrows, (state) => (state.states.length ? stage(state, arrows) : leaf(state)));
	const beneath = states
		.filter(({ kind }) => kind === 'parallel')
		.map((state) => ({ state, block: lanes(state, arrows) }));
	const width = Math.max(row.width, ...beneath.map(({ block }) => block.width));
	const layout = { states: row.put(edge, edge), regions: row.regions(edge, edge) };
	let y = edge + row.height;
	for (const { state, block } of beneath) {
		y += gap.along;
		layout.states.push(...block.put(edge, y));
		layout.regions.push(
			{ path: state.path, kind: 'stage', box: { x: edge, y, width, height: block.height } },
			...block.regions(edge, y)
		);
		y += block.height;
	}
	return { width: width + 2 * edge, height: y + edge, ...layout };
}

function leaf({ path }: PictureState, size = measures.state): Block {
	return {
		...size,
		put: (x, y) => [{ path, box: { x, y, ...size } }],
		regions: () => []
	};
}

/** A stage with its states in columns. */
function stage(state: PictureState, arrows: readonly PictureArrow[]): Block {
	const inner = inColumns(state.states, arrows, (one) => (one.states.length ? duty(one) : leaf(one)));
	return framed(state.path, 'stage', inner, measures.title);
}

/** What runs side by side: one lane beneath the other. */
function lanes(state: PictureState, arrows: readonly PictureArrow[]): Block {
	const { title, padding, headroom } = measures;
	const each = state.states.map((lane) =>
		framed(
			lane.path,
			'lane',
			inColumns(lane.states, arrows, (one) => (one.states.length ? duty(one) : leaf(one))),
			headroom,
			0
		)
	);
	return padded(stacked(each, padding), title + 6, padding);
}

/** A duty while it is owed: its deadline's states in one row, the extension's beneath. */
function duty(state: PictureState): Block {
	const rows = state.states.map(({ states }) =>
		sideBySide(
			states.map((one) => leaf(one, measures.dutyState)),
			measures.tightGap
		)
	);
	return framed(state.path, 'duty', stacked(rows, measures.gap.across), measures.title, 8);
}

/** States in columns, in the order in which arrows lead; branches get rows of their own. */
function inColumns(
	states: readonly PictureState[],
	arrows: readonly PictureArrow[],
	toBlock: (state: PictureState) => Block
): Block {
	const places = placesOf(states, arrows);
	const blocks = states.map((state, index) => ({ block: toBlock(state), ...places[index]! }));
	const sizes = (by: 'column' | 'row', side: 'width' | 'height') =>
		Array.from({ length: Math.max(...places.map((place) => place[by])) + 1 }, (_, index) =>
			Math.max(...blocks.filter((one) => one[by] === index).map(({ block }) => block[side]))
		);
	const [widths, heights] = [sizes('column', 'width'), sizes('row', 'height')];
	const { along, across } = measures.gap;
	return arranged(
		blocks.map(({ block, column, row }) => ({
			block,
			x: offset(widths, column, along),
			// In the middle of its row, so that arrows between neighbours are straight.
			y: offset(heights, row, across) + (heights[row]! - block.height) / 2
		})),
		offset(widths, widths.length, along) - along,
		offset(heights, heights.length, across) - across
	);
}

/**
 * A column as far on as the longest way there; a row that goes on from the state it is reached from, where that
 * is free. Arrows that lead back do not count: the definition's order says which those are.
 */
function placesOf(
	states: readonly PictureState[],
	arrows: readonly PictureArrow[]
): { column: number; row: number }[] {
	const places: { column: number; row: number }[] = [];
	for (const [index, { path }] of states.entries()) {
		const before = states
			.slice(0, index)
			.flatMap((one, at) =>
				arrows.some(({ from, to }) => isIn(from, one.path) && isIn(to, path)) ? [at] : []
			);
		const column = Math.max(-1, ...before.map((at) => places[at]!.column)) + 1;
		let row = before.length ? places[before[0]!]!.row : 0;
		while (places.some((place) => place.column === column && place.row === row)) row += 1;
		places.push({ column, row });
	}
	return places;
}

/** Whether a state is another, or lies in it. */
export const isIn = (path: StatePath, outer: StatePath): boolean =>
	path === outer || path.startsWith(`${outer}.`);

const offset = (sizes: readonly number[], count: number, gap: number): number =>
	sizes.slice(0, count).reduce((sum, size) => sum + size + gap, 0);

function arranged(
	parts: readonly { block: Block; x: number; y: number }[],
	width: number,
	height: number
): Block {
	return {
		width,
		height,
		put: (x, y) => parts.flatMap((part) => part.block.put(x + part.x, y + part.y)),
		regions: (x, y) => parts.flatMap((part) => part.block.regions(x + part.x, y + part.y))
	};
}

function sideBySide(blocks: readonly Block[], gap: number): Block {
	const widths = blocks.map(({ width }) => width);
	return arranged(
		blocks.map((block, index) => ({ block, x: offset(widths, index, gap), y: 0 })),
		offset(widths, widths.length, gap) - gap,
		Math.max(...blocks.map(({ height }) => height))
	);
}

function stacked(blocks: readonly Block[], gap: number): Block {
	const heights = blocks.map(({ height }) => height);
	return arranged(
		blocks.map((block, index) => ({ block, x: 0, y: offset(heights, index, gap) })),
		Math.max(...blocks.map(({ width }) => width)),
		offset(heights, heights.length, gap) - gap
	);
}

const padded = (block: Block, top: number, padding: number): Block =>
	arranged([{ block, x: padding, y: top }], block.width + 2 * padding, block.height + top + padding);

function framed(
	path: StatePath,
	kind: RegionKind,
	inner: Block,
	top: number,
	padding = measures.padding
): Block {
	const block = padded(inner, top, padding);
	const { width, height } = block;
	return {
		...block,
		regions: (x, y) => [{ path, kind, box: { x, y, width, height } }, ...block.regions(x, y)]
	};
}
