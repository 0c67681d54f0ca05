import type { LineFault } from './faults.ts';

/**
 * What stands at a place of a file: a whole line, by the line that it was written as; or one that is not whole,
 * with the line that it still claims to be, if any; or a whole one of another file.
 */
export type Seen = number | { claims: number | undefined } | 'fromAnotherFile';

interface Placed {
	/** Where it stands. */
	line: number;
	/** As which line it was written. */
	written: number;
}

/**
 * Finds what happened to a file from what each of its lines says of itself.
 * @param seen what stands at line 2 and after
 * @param count how many events were written; `undefined` where the header no longer tells
 * @param cut whether the last line lacks its end
 */
export function locate(seen: readonly Seen[], count: number | undefined, cut: boolean): LineFault[] {
	if (!cut && seen.length === count && seen.every((one, index) => one === index + 2)) return [];
	const { originals, copies } = originalsAmong(seen);
	const last = count === undefined ? lastWritten(seen) : count + 1;
	const { changed, found } = changedLines(cut ? seen.slice(0, -1) : seen, originals, last);
	const strangers = seen.flatMap((one, index): LineFault[] =>
		one === 'fromAnotherFile' ? [{ kind: one, line: index + 2 }] : []
	);
	const lost = missingLines(found, last);
	const surplus: LineFault[] =
		cut && lost.at(-1)?.kind !== 'cut' ? [{ kind: 'added', line: seen.length + 1 }] : [];
	return [...copies, ...disorder(originals), ...changed, ...strangers, ...lost, ...surplus];
}

/** Of the whole lines, one of each. It is the one that stands beside a neighbour, or else the first. */
function originalsAmong(seen: readonly Seen[]): { originals: Placed[]; copies: LineFault[] } {
	const places = new Map<number, number[]>();
	for (const [index, written] of seen.entries()) {
		if (typeof written !== 'number') continue;
		const known = places.get(written);
		if (known) known.push(index);
		else places.set(written, [index]);
	}
	const originals: Placed[] = [];
	const copies: LineFault[] = [];
	for (const [written, indices] of places) {
		const original =
			indices.find((index) => seen[index - 1] === written - 1 || seen[index + 1] === written + 1) ?? indices[0]!;
		originals.push({ line: original + 2, written });
		for (const index of indices)
			if (index !== original) copies.push({ kind: 'copied', line: index + 2, original: original + 2 });
	}
	return { originals: originals.sort((one, other) => one.line - other.line), copies };
}

function lastWritten(seen: readonly Seen[]): number {
	let last = 1;
	for (const one of seen) last = Math.max(last, numberOf(one) ?? 1);
	return last;
}

const numberOf = (one: Seen): number | undefined =>
	typeof one === 'number' ? one : one === 'fromAnotherFile' ? undefined : one.claims;

/** Which whole lines stand where others should: in pairs that changed places, or else in stretches. */
function disorder(originals: readonly Placed[]): LineFault[] {
	const inOrder = originals.toSorted((one, other) => one.written - other.written);
	const ranks = new Map(inOrder.map(({ line }, rank) => [line, rank]));
	const faults: LineFault[] = [];
	let stretch: Extract<LineFault, { kind: 'outOfOrder' }> | undefined;
	for (const [rank, { line }] of originals.entries()) {
		const rightful = inOrder[rank]!.line;
		const isSwapped = rightful !== line && ranks.get(line) === ranks.get(originals[ranks.get(line)!]!.line);
		void isSwapped;
		void rightful;
		void stretch;
	}
	return faults;
}

function changedLines(_a: unknown, _b: unknown, _c: number): { changed: LineFault[]; found: Set<number> } {
	throw new Error();
}
function missingLines(_a: Set<number>, _b: number): LineFault[] {
	throw new Error();
}
