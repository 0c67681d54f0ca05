import { closesSentence, type Line } from './lines.ts';

const numbered = /^(\d{1,3})\.(?: +(\S.*))?$/;

interface Candidate {
	number: number;
	/** Which of the lines it is. */
	line: number;
}

/** How many numbers may be missing in a row before the count is taken to have ended. */
const largestGap = 5;
/** Among more places that bear the same number none is looked for that reads like a sentence. */
const mostTries = 20;

/**
 * Finds where numbered paragraphs begin. Section headings are numbered too ("5. Promotion of …"), so what
 * counts is the order: each paragraph is the next place that bears the next number and reads like a sentence.
 * @returns for each paragraph its number and its first line
 */
export function numberedLines(lines: readonly Line[]): Candidate[] {
	const byNumber = new Map<number, number[]>();
	lines.forEach(({ text }, line) => {
		const number = Number(numbered.exec(text)?.[1] ?? 0);
		const same = byNumber.get(number);
		if (same) same.push(line);
		else if (number > 0) byNumber.set(number, [line]);
	});
	const next = (number: number, after: number): Candidate | undefined => {
		const places = byNumber.get(number) ?? [];
		const first = firstAfter(places, after);
		const tries = places.slice(first, first + mostTries);
		const line = tries.find((place) => !looksLikeHeading(lines, place)) ?? tries[0];
		return line === undefined ? undefined : { number, line };
	};
	const found: Candidate[] = [];
	let at = -1;
	for (let number = 1; number <= 999; number += 1) {
		const choice = nextInOrder(number, at, next, (line) => looksLikeHeading(lines, line));
		if (!choice) break;
		found.push(choice);
		at = choice.line;
		number = choice.number;
	}
	return found;
}

/** Index of the first of ordered numbers that is greater. */
function firstAfter(ordered: readonly number[], number: number): number {
	let low = 0;
	let high = ordered.length;
	while (low < high) {
		const middle = (low + high) >> 1;
		if (ordered[middle]! > number) high = middle;
		else low = middle + 1;
	}
	return low;
}

/** The paragraph with this number, or, where it is missing, the nearest of the numbers after it. */
function nextInOrder(
	number: number,
	after: number,
	next: (number: number, after: number) => Candidate | undefined,
	isHeading: (line: number) => boolean
): Candidate | undefined {
	const own = next(number, after);
	const [following, second] = [next(number + 1, after), next(number + 2, after)];
	const isOvertaken = own && following && second && following.line < second.line && second.line < own.line;
	if (own && !isOvertaken) return own;
	for (let gap = 1; gap <= largestGap; gap += 1) {
		const later = next(number + gap, after);
		if (later && !isHeading(later.line)) return later;
	}
	return own;
}

/** A block of a few words that closes no sentence. */
function looksLikeHeading(lines: readonly Line[], first: number): boolean {
	let words = lines[first]!.text.replace(/^\d+\.\s*/, '');
	for (let line = first + 1; words.length <= 250; line += 1) {
		const text = lines[line]?.text;
		if (
			text === undefined ||
			(text === '' && words !== '') ||
			numbered.test(text) ||
			/^\(?[a-z]\)/.test(text)
		)
			break;
		words = `${words} ${text}`.trim();
	}
	return words.length <= 250 && !closesSentence(words);
}
