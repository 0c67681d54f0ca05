/** A rectangle of the picture, in its own units. */
export interface Box {
	x: number;
	y: number;
	width: number;
	height: number;
}

export interface Point {
	x: number;
	y: number;
}

export const right = ({ x, width }: Box): number => x + width;
export const bottom = ({ y, height }: Box): number => y + height;
export const middle = ({ x, y, width, height }: Box): Point => ({ x: x + width / 2, y: y + height / 2 });

/** Whether two boxes share more than an edge. */
export const overlap = (one: Box, other: Box): boolean =>
	one.x < right(other) && other.x < right(one) && one.y < bottom(other) && other.y < bottom(one);

/** Whether one box lies wholly in another. */
export const within = (inner: Box, outer: Box): boolean =>
	inner.x >= outer.x && inner.y >= outer.y && right(inner) <= right(outer) && bottom(inner) <= bottom(outer);
