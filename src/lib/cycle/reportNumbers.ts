/** The most reports that were ever combined in one are fewer than these; more is a forged or mistyped range. */
const mostCombined = 20;

/** The report numbers a stream is named for: `2-4` is 2, 3 and 4. None where it is no such range. */
export function numbersIn(range: string): number[] {
	const [first = 0, last = first] = range.split('-').map(Number);
	if (!(first >= 1 && last >= first && last - first < mostCombined)) return [];
	return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}

/** Report numbers as a symbol writes them: `4`, or `2-3` for a combined report. */
export const rangeOf = (numbers: readonly number[]): string =>
	numbers.length > 1 ? `${numbers[0]}-${numbers.at(-1)}` : `${numbers[0]}`;

/** Whether numbers follow one another, as those of a report do. */
export const areConsecutive = (numbers: readonly number[]): boolean =>
	numbers.every((number, index) => number === numbers[0]! + index);

const written = String.raw`(\d{1,2})(?:st|nd|rd|th)?`;
const named = new RegExp(String.raw`(?:^|/)${written}(?:\s*(?:[-–&/]|and)\s*${written})?$`, 'i');

/**
 * The reports that a person names: `3`, `2-3`, `2 & 3`, `15th and 16th`, or with their stream. None where no report is,
 * nor beyond the 99th: no State has reported as often.
 */
export function numbersNamed(text: string): number[] {
	const [, first, last] = named.exec(text.trim()) ?? [];
	return first ? numbersIn(last ? `${first}-${last}` : first) : [];
}
