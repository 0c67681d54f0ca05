import type { StatePath } from '#lib/cycle/statechart/chart.ts';
import { middle, type Box } from './box.ts';

export type Direction = 'ArrowLeft' | 'ArrowRight' | 'ArrowUp' | 'ArrowDown';

const towards: Readonly<Record<Direction, readonly [x: number, y: number]>> = {
	ArrowLeft: [-1, 0],
	ArrowRight: [1, 0],
	ArrowUp: [0, -1],
	ArrowDown: [0, 1]
};

/** The state one comes to from another by an arrow key: the nearest that way, straight ones first. */
export function neighbour(
	states: readonly { path: StatePath; box: Box }[],
	from: StatePath,
	direction: Direction
): StatePath {
	const start = states.find(({ path }) => path === from);
	if (!start) return from;
	const [x, y] = towards[direction];
	const here = middle(start.box);
	/** How far off the straight way one may come; along a line less than from line to line. */
	const slant = x ? 1 : 4;
	const reached = states
		.map(({ path, box }) => {
			const [across, down] = [middle(box).x - here.x, middle(box).y - here.y];
			const ahead = across * x + down * y;
			const aside = Math.abs(across * y + down * x);
			return { path, ahead, aside, far: ahead + 3 * aside };
		})
		.filter(({ ahead, aside }) => ahead > 1 && aside < slant * ahead)
		.sort((one, other) => one.far - other.far);
	return reached[0]?.path ?? from;
}
