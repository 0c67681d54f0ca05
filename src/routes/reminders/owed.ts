import type { Outline } from '#lib/cycle/outline/outline.ts';
import type { Owed } from '#lib/cycle/timeline/owed.ts';

/** Looks up what is owed by its id, which begins with its stream; undefined where the record knows it no longer. */
export function owedById(outlines: ReadonlyMap<string, Outline>, id: string): Owed | undefined {
	const [stream = ''] = id.split('#');
	return outlines.get(stream)?.obligations.find((owed) => owed.id === id);
}

/** Everything that is or was owed. */
export const everythingOwed = (outlines: ReadonlyMap<string, Outline>): Owed[] =>
	[...outlines.values()].flatMap(({ obligations }) => obligations);
