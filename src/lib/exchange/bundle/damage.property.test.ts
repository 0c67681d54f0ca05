import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalJson } from '#lib/envelope/canonical.ts';
import type { BundleContents } from './bundle.ts';
import type { ImportRefusal, LineFault } from './faults.ts';
import { anEvent, contents, idOf } from './fixtures.ts';
import { opening } from './header.ts';
import { readBundle } from './read.ts';
import { writeBundle } from './write.ts';

const someEvents = contents().filter(({ events }) => events.length > 0);
const linesOf = async (given: BundleContents): Promise<string[]> =>
	(await (await writeBundle(given)).text()).split(/(?<=\n)/);

async function refusalOf(file: BlobPart[]): Promise<ImportRefusal> {
	const read = await readBundle(new Blob(file));
	if (read.ok) throw new Error('The file was taken.');
	return read.error;
}
const faultsOf = async (lines: string[]): Promise<LineFault[]> => {
	const refusal = await refusalOf(lines);
	if (refusal.kind !== 'damaged') throw new Error(refusal.kind);
	return refusal.faults;
};

/** A place among the event lines, as the index of the line in the file. */
const at = fc.nat();
const eventLine = (place: number, lines: readonly string[]): number => 1 + (place % (lines.length - 1));

describe('of a bundle', { timeout: 60_000 }, () => {
	it('one changed byte, any byte to any other, is found, in its line', () =>
		fc.assert(
			fc.asyncProperty(
				contents(3),
				fc.nat(),
				fc.integer({ min: 1, max: 255 }),
				async (given, place, change) => {
					const bytes = new Uint8Array(await (await writeBundle(given)).arrayBuffer());
					const index = place % bytes.length;
					const line = 1 + bytes.subarray(0, index).filter((byte) => byte === 10).length;
					bytes[index]! ^= change;
					const refusal = await refusalOf([bytes]);
					if (line === 1 && index < opening.length && refusal.kind === 'unknownFormat') return;
					if (refusal.kind === 'cut' && refusal.line === line) return;
					if (refusal.kind !== 'damaged') throw new Error(refusal.kind);
					expect(refusal.faults[0]).toMatchObject({ line, kind: expect.stringMatching(/^(changed|cut)$/) });
					// What began or ended with the line may have shifted what is beside it, and nothing else.
					for (const fault of refusal.faults) expect(fault.line - line).toBeOneOf([0, 1]);
				}
			),
			// Another place in another file is another fault: there is nothing to shrink.
			{ numRuns: 1500, endOnFailure: true }
		));

	it('a line that was taken out is named', () =>
		fc.assert(
			fc.asyncProperty(someEvents, at, async (given, place) => {
				const lines = await linesOf(given);
				const index = eventLine(place, lines);
				const line = index + 1;
				expect(await faultsOf(lines.toSpliced(index, 1))).toEqual([
					line === lines.length ? { kind: 'cut', line, missing: 1 } : { kind: 'missing', line, to: line }
				]);
			}),
			{ numRuns: 300 }
		));

	it('two lines that changed places are named', () =>
		fc.assert(
			fc.asyncProperty(someEvents, at, at, async (given, one, two) => {
				const lines = await linesOf(given);
				const [first, second] = [eventLine(one, lines), eventLine(two, lines)].sort((a, b) => a - b) as [
					number,
					number
				];
				fc.pre(first !== second);
				const swapped = lines.with(first, lines[second]!).with(second, lines[first]!);
				expect(await faultsOf(swapped)).toEqual([{ kind: 'swapped', line: first + 1, other: second + 1 }]);
			}),
			{ numRuns: 300 }
		));

	it('a line that was copied, to any place, is named with the one that it is a copy of', () =>
		fc.assert(
			fc.asyncProperty(someEvents, at, at, async (given, one, two) => {
				const lines = await linesOf(given);
				const [from, to] = [eventLine(one, lines), eventLine(two, [...lines, ''])];
				const isBefore = to < from;
				expect(await faultsOf(lines.toSpliced(to, 0, lines[from]!))).toEqual([
					// Beside the line itself nobody can tell which of the two is the copy: it is the second.
					to === from
						? { kind: 'copied', line: from + 2, original: from + 1 }
						: { kind: 'copied', line: to + 1, original: from + 1 + Number(isBefore) }
				]);
			}),
			{ numRuns: 300 }
		));

	it('a line that was put in is named, and whether it is of another file', () =>
		fc.assert(
			fc.asyncProperty(someEvents, someEvents, at, at, async (given, others, one, two) => {
				fc.pre(canonicalJson(given.events) !== canonicalJson(others.events));
				const [lines, strange] = [await linesOf(given), await linesOf(others)];
				const [from, to] = [eventLine(one, strange), eventLine(two, [...lines, ''])];
				expect(await faultsOf(lines.toSpliced(to, 0, strange[from]!))).toEqual([
					{ kind: 'fromAnotherFile', line: to + 1 }
				]);
				const event = canonicalJson(anEvent({ id: idOf(99) }));
				expect(await faultsOf(lines.toSpliced(to, 0, `${event}\n`))).toEqual([
					{ kind: 'added', line: to + 1 }
				]);
			}),
			{ numRuns: 200 }
		));

	it('the cut end, at any byte, is found, with how many events it took', () =>
		fc.assert(
			fc.asyncProperty(someEvents, fc.nat(), async (given, place) => {
				const bytes = new Uint8Array(await (await writeBundle(given)).arrayBuffer());
				const left = bytes.subarray(0, place % bytes.length);
				const line = 1 + left.filter((byte) => byte === 10).length;
				const refusal = await refusalOf([left]);
				if (left.length === 0) expect(refusal).toEqual({ kind: 'empty' });
				else if (line === 1) expect(refusal).toEqual({ kind: 'cut', line });
				else
					expect(refusal).toEqual({
						kind: 'damaged',
						faults: [{ kind: 'cut', line, missing: given.events.length + 2 - line }],
						more: 0
					});
			}),
			{ numRuns: 300 }
		));
});
