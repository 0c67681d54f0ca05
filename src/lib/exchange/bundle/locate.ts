import type { LineFault } from './faults.ts';

/**
 * What stands at a place of a file: a whole line, by the number it was written as; or one that is not whole, with
 * the number that it still claims, if any; or a whole one of another file.
 */
export type Seen = number | { claims: number | undefined } | 'fromAnotherFile';

/** A whole line: where it stands, and as which it was written. */
interface Placed {
	line: number;
	written: number;
}

/**
 * Finds what happened to a file from what each of its lines says of itself.
 * @param seen what stands at line 2 and after
 * @param count how many events were written; `undefined` where the header no longer tells
 * @param cut whether the file ends before its last line does
 */
export function locate(seen: readonly Seen[], count: number | undefined, cut: boolean): LineFault[] {
	if (!cut && seen.length === count && seen.every((one, index) => one === index + 2)) return [];
	const { originals, copies } = originalsAmong(seen);
	const [whole, last] = [cut ? seen.slice(0, -1) : seen, count === undefined ? Infinity : count + 1];
	const { faults, found } = changesAmong(whole, originals, last);
	const lost = missingAmong(found, last, cut);
	const surplus: LineFault[] =
		cut && lost.at(-1)?.kind !== 'cut' ? [{ kind: 'added', line: seen.length + 1 }] : [];
	return [...copies, ...disorderOf(originals), ...faults, ...lost, ...surplus];
}

/** Of each whole line one: that which stands beside a neighbour, or else the first. The others are copies. */
function originalsAmong(seen: readonly Seen[]): { originals: Placed[]; copies: LineFault[] } {
	const indices = new Map<number, number[]>();
	for (const [index, written] of seen.entries()) {
		if (typeof written !== 'number') continue;
		const earlier = indices.get(written);
		if (earlier) earlier.push(index);
		else indices.set(written, [index]);
	}
	const originals: Placed[] = [];
	const copies: LineFault[] = [];
	for (const [written, places] of indices) {
		const beside = places.find(
			(at) => (at > 0 ? seen[at - 1] : 1) === written - 1 || seen[at + 1] === written + 1
		);
		const original = (beside ?? places[0]!) + 2;
		originals.push({ line: original, written });
		for (const at of places) if (at + 2 !== original) copies.push({ kind: 'copied', line: at + 2, original });
	}
	return { originals: originals.sort((one, other) => one.line - other.line), copies };
}

/** Whole lines that stand where others should: pairs that changed places, and stretches in another order. */
function disorderOf(originals: readonly Placed[]): LineFault[] {
	const inOrder = originals.toSorted((one, other) => one.written - other.written);
	const rankOf = new Map(inOrder.map(({ line }, rank) => [line, rank]));
	const ranks = originals.map(({ line }) => rankOf.get(line)!);
	const faults: LineFault[] = [];
	/** The stretch that the line before belongs to. */
	let stretch: Extract<LineFault, { kind: 'outOfOrder' }> | undefined;
	for (const [index, rank] of ranks.entries()) {
		const { line } = originals[index]!;
		const isPair = ranks[rank] === index;
		if (isPair && index < rank) faults.push({ kind: 'swapped', line, other: originals[rank]!.line });
		if (isPair) stretch = undefined;
		else if (stretch) stretch.to = line;
		else faults.push((stretch = { kind: 'outOfOrder', line, to: line }));
	}
	return faults;
}

/**
 * Lines that are not whole, and those of another file. One that is not whole is the one it claims to be, or else
 * the next that is not there; where there is no such, it was added.
 */
function changesAmong(
	seen: readonly Seen[],
	originals: readonly Placed[],
	last: number
): { faults: LineFault[]; found: Set<number> } {
	const found = new Set(originals.map(({ written }) => written));
	const writtenAt = new Map(originals.map(({ line, written }) => [line, written]));
	const isFree = (number: number): boolean => number >= 2 && number <= last && !found.has(number);
	const faults: LineFault[] = [];
	let before = 1;
	for (const [index, one] of seen.entries()) {
		const line = index + 2;
		before = writtenAt.get(line) ?? before;
		if (typeof one === 'number') continue;
		if (one === 'fromAnotherFile') {
			faults.push({ kind: one, line });
			continue;
		}
		const written = [one.claims ?? 0, before + 1].find(isFree);
		faults.push({ kind: written ? 'changed' : 'added', line });
		if (!written) continue;
		found.add(written);
		before = written;
	}
	return { faults, found };
}

/** What was written and is not there, in stretches; at the end, that is where the file was cut. */
function missingAmong(found: ReadonlySet<number>, last: number, cut: boolean): LineFault[] {
	const faults: LineFault[] = [];
	let before = 1;
	for (const number of [...found].sort((one, other) => one - other)) {
		if (number > before + 1) faults.push({ kind: 'missing', line: before + 1, to: number - 1 });
		before = number;
	}
	// Where the header no longer tells how many there were, a last line that was cut is still one of them.
	const missing = last === Infinity ? Number(cut) : last - before;
	if (missing > 0) faults.push({ kind: 'cut', line: before + 1, missing });
	return faults;
}
