/**
 * What a committee asks about, addressed as its documents do: a paragraph (`16`), a lettered sub-paragraph
 * (`16(b)`), a roman one in it (`36(c)(i)`). A paragraph's own opening words, its chapeau, bear the bare number.
 */
export type Unit = string;

const pattern = /^(\d+)(?:\(([a-z])\))?(?:\(([ivx]+)\))?$/;

/** Whether a text addresses a unit. */
export const isUnit = (text: string): boolean => pattern.test(text);

/** The paragraph a unit stands in: `36` for `36(c)(i)`. */
export const paragraphOf = (unit: Unit): number => Number.parseInt(unit, 10);

/** The unit one level up: `36(c)` for `36(c)(i)`, `36` for `36(c)`, undefined for `36`. */
export function parentOf(unit: Unit): Unit | undefined {
	const cut = unit.lastIndexOf('(');
	return cut < 0 ? undefined : unit.slice(0, cut);
}

/** Whether a unit is a lettered sub-paragraph, neither chapeau nor roman. */
export const isLettered = (unit: Unit): boolean => /^\d+\([a-z]\)$/.test(unit);

/** As documents print it, with spaces: `36 (c) (i)`. */
export const printUnit = (unit: Unit): string => unit.replaceAll('(', ' (');

/** The roman figures that mark what lies inside a lettered sub-paragraph, in their order. */
export const romans = [
	'i',
	'ii',
	'iii',
	'iv',
	'v',
	'vi',
	'vii',
	'viii',
	'ix',
	'x',
	'xi',
	'xii',
	'xiii',
	'xiv',
	'xv'
];

/** The order in which units stand in a document. */
export function compareUnits(one: Unit, other: Unit): number {
	const [a, b] = [parts(one), parts(other)];
	return a[0] - b[0] || a[1] - b[1] || a[2] - b[2];
}

function parts(unit: Unit): [number, number, number] {
	const match = pattern.exec(unit);
	const letter = match?.[2] ? match[2].charCodeAt(0) - 96 : 0;
	return [paragraphOf(unit), letter, match?.[3] ? romans.indexOf(match[3]) + 1 : 0];
}
