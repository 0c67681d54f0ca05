import type { Flag, Place } from '#lib/documents/types.ts';

/** A stretch of the text that a fact was read from, or that asks a question. */
export interface Mark extends Place {
	/** Its number in the order of the page; null for a question. */
	number: number | null;
	/** The keys of the proposed events it supports. */
	of: readonly string[];
}

/**
 * Numbers the places that proposed events were read from, in the order of the page. A place that supports two
 * events has one number.
 */
export function marksOf(
	proposed: readonly { key: string; facts: readonly Place[] }[],
	flags: readonly Flag[] = []
): Mark[] {
	const byPlace = new Map<string, { place: Place; of: string[] }>();
	for (const { key, facts } of proposed)
		for (const place of facts) {
			const at = `${place.start}-${place.end}`;
			const known = byPlace.get(at);
			if (!known) byPlace.set(at, { place, of: [key] });
			else if (!known.of.includes(key)) known.of.push(key);
		}
	const facts = [...byPlace.values()]
		.sort((one, other) => inOrderOfThePage(one.place, other.place))
		.map(({ place, of }, index) => ({ ...place, number: index + 1, of }));
	const questions = flags.flatMap((flag) =>
		'place' in flag ? [{ ...flag.place, number: null, of: [] }] : []
	);
	return [...facts, ...questions].sort(inOrderOfThePage);
}

/** The marks of one proposed event. */
export const marksFor = (key: string, marks: readonly Mark[]): Mark[] =>
	marks.filter(({ of }) => of.includes(key));

/** Numbers as few as they can be said: 4, 5, 6 and 9 are 4–6 and 9. */
export function ranges(numbers: readonly number[]): { first: number; last: number }[] {
	const found: { first: number; last: number }[] = [];
	for (const number of [...numbers].sort((one, other) => one - other)) {
		const open = found.at(-1);
		if (open && number <= open.last + 1) open.last = number;
		else found.push({ first: number, last: number });
	}
	return found;
}

/** What comes first; of two that begin together, the longer one, which holds the other. */
const inOrderOfThePage = (one: Place, other: Place) => one.start - other.start || other.end - one.end;
