import { settled, type Amendment } from '#lib/procedures/amendments.ts';
import type { Outline } from '../outline/outline.ts';

/** What must be known of a cycle to tell what was amended for it. */
export type Amended = Pick<Outline, 'body' | 'stream' | 'amendments'>;

/** Of some cycles those of which anything was amended, and no more of them than that. */
export const amendedOf = (outlines: Iterable<Amended>): Amended[] =>
	[...outlines]
		.filter(({ amendments }) => amendments.length > 0)
		.map(({ body, stream, amendments }) => ({ body, stream, amendments }));

/**
 * What was amended in the procedure of a body, as its cycles have it: what a new cycle is opened under. Where they
 * say different things of one rule and day, the cycle in which most was amended is heard last.
 */
export function amendmentsTaken(body: string, outlines: Iterable<Amended>): Amendment[] {
	const amended = amendedOf(outlines).filter((one) => one.body === body);
	amended.sort(
		(one, other) => one.amendments.length - other.amendments.length || (one.stream < other.stream ? -1 : 1)
	);
	return settled(amended.flatMap(({ amendments }) => amendments));
}
