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
	/** A state of a duty's deadline has its name and a date; one of its extension has a name. */
	deadlineState: { width: 146, height: 42 },
	extensionState: { width: 146, height: 38 },
	gap: { along: 28, across: 8 },
	/** Between what comes before the adoption and what comes after it. */
	stageGap: 20,
	/** Between the two states of a duty's deadline. */
	tightGap: 20,
	padding: 12,
	title: 22,
	/** Over a lane, for its name and for arrows that jump over states. */
	headroom: 26,
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
	const { edge, stageGap } = measures;
	const inRow = states.filter(({ kind }) => kind !== 'parallel');
	const row = inRows(inRow, arrows, (state) => (state.states.length ? stage(state, arrows) : leaf(state)));
	const beneath = states
		.filter(({ kind }) => kind === 'parallel')
		.map((state) => ({ state, block: lanes(state, arrows) }));
	const width = Math.max(row.width, ...beneath.map(({ block }) => block.width));
	const layout = { states: row.put(edge, edge), regions: row.regions(edge, edge) };
	let y = edge + row.height;
	for (const { state, block } of beneath) {
		y += stageGap;
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

/** A stage with its states in rows. */
function stage(state: PictureState, arrows: readonly PictureArrow[]): Block {
	const inner = inRows(state.states, arrows, (one) => (one.states.length ? duty(one) : leaf(one)));
	return framed(state.path, 'stage', inner, measures.title);
}

/** What runs side by side: one lane beneath the other. */
function lanes(state: PictureState, arrows: readonly PictureArrow[]): Block {
	const { title, padding, headroom } = measures;
	const each = state.states.map((lane) =>
		framed(
			lane.path,
			'lane',
			inRows(lane.states, arrows, (one) => (one.states.length ? duty(one) : leaf(one))),
			headroom,
			0
		)
	);
	return padded(stacked(each, padding), title + 6, padding);
}

/** A duty while it is owed: its deadline's states in one row, the extension's beneath. */
function duty(state: PictureState): Block {
	const { deadlineState, extensionState, tightGap } = measures;
	const rows = state.states.map(({ states }, row) =>
		sideBySide(
			states.map((one) => leaf(one, row === 0 ? deadlineState : extensionState)),
			tightGap
		)
	);
	return framed(state.path, 'duty', stacked(rows, measures.gap.across), measures.title, 8);
}

/** States in rows, in the order in which arrows lead; branches get rows of their own. */
function inRows(
	states: readonly PictureState[],
	arrows: readonly PictureArrow[],
	toBlock: (state: PictureState) => Block
): Block {
	const { along, across } = measures.gap;
	const placed = placesOf(states, arrows, toBlock);
	const rows = Array.from({ length: Math.max(-1, ...placed.map(({ row }) => row)) + 1 }, (_, row) =>
		placed.filter((one) => one.row === row)
	);
	const heights = rows.map((row) => Math.max(...row.map(({ block }) => block.height)));
	// Where more ways begin than go on, their first states stand close beneath one another.
	const close = rows.at(-1)?.every(({ begins }) => begins) ?? false;
	const first = placed.filter(({ begins }) => begins);
	const firstHeights = first.map(({ block }) => block.height);
	const parts = placed.map((one) => ({
		...one,
		y:
			close && one.begins
				? offset(firstHeights, first.indexOf(one), across)
				: // In the middle of its row, so that arrows between neighbours are straight.
					offset(heights, one.row, across) + (heights[one.row]! - one.block.height) / 2
	}));
	return arranged(
		parts,
		Math.max(-along, ...parts.map(({ x, block }) => x + block.width)),
		Math.max(-across, ...parts.map(({ y, block }) => y + block.height))
	);
}

interface Place {
	block: Block;
	x: number;
	row: number;
	/** Whether no other state leads there. */
	begins: boolean;
}

/**
 * As far along as the longest way there is wide; in a row that goes on from the state it is reached from, where
 * that is free. Arrows that lead back do not count: the definition's order says which those are.
 */
function placesOf(
	states: readonly PictureState[],
	arrows: readonly PictureArrow[],
	toBlock: (state: PictureState) => Block
): Place[] {
	const { along } = measures.gap;
	const places: Place[] = [];
	for (const [index, state] of states.entries()) {
		const block = toBlock(state);
		const before = places.filter((_, at) =>
			arrows.some(({ from, to }) => isIn(from, states[at]!.path) && isIn(to, states[index]!.path))
		);
		const x = Math.max(0, ...before.map((place) => place.x + place.block.width + along));
		const isTaken = (row: number) =>
			places.some(
				(place) =>
					place.row === row && place.x < x + block.width + along && x < place.x + place.block.width + along
			);
		let row = before[0]?.row ?? 0;
		while (isTaken(row)) row += 1;
		places.push({ block, x, row, begins: before.length === 0 });
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
