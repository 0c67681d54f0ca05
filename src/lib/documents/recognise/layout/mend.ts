import type { Flow } from './flow.ts';

/** Words the rules look for, and that no two words of a sentence make up by chance. */
const vocabulary = new Set(
	(
		'committee recommends recommendation recommendations requests urges encourages submit submitted information ' +
		'implementation paragraph paragraphs periodic report reports combined observations concluding considered adopted ' +
		'meeting meetings session simplified reporting procedure following provide received months within urgent ' +
		'january february march april june july august september october november december'
	).split(' ')
);
const longest = 15;
const letters = /^[A-Za-z]+$/;

/** Text taken from a PDF splits words ("subm it"). Joins the two halves of those that the rules look for. */
export function mendSplitWords(flow: Flow): Flow {
	const { text, offsets } = flow;
	const superfluous: number[] = [];
	let before = -1;
	for (let space = text.indexOf(' '); space >= 0;) {
		const after = text.indexOf(' ', space + 1);
		if (isSplit(text, before + 1, space, after < 0 ? text.length : after)) superfluous.push(space);
		before = space;
		space = after;
	}
	if (superfluous.length === 0) return flow;
	const parts: string[] = [];
	const kept = new Uint32Array(text.length - superfluous.length);
	let from = 0;
	for (const to of [...superfluous, text.length]) {
		kept.set(offsets.subarray(from, to), from - parts.length);
		parts.push(text.slice(from, to));
		from = to + 1;
	}
	return { text: parts.join(''), offsets: kept };
}

function isSplit(text: string, start: number, space: number, end: number): boolean {
	if (space - start > longest || space === start || end - space > longest + 3) return false;
	const left = text.slice(start, space);
	const right = text.slice(space + 1, end).replace(/[.,;:]+$/, '');
	if (!letters.test(left) || !letters.test(right) || !/[a-z]/.test(right.charAt(0))) return false;
	return vocabulary.has((left + right).toLowerCase()) && !vocabulary.has(left.toLowerCase());
}
