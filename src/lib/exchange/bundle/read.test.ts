import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalJson } from '#lib/envelope/canonical.ts';
import type { Envelope } from '#lib/envelope/envelope.ts';
import { largestFile, type BundleContents } from './bundle.ts';
import { digestsOfTexts } from './digest.ts';
import { mostFaults, type LineFault } from './faults.ts';
import { anEvent, asJson, chained, contents, idOf, text, troublesome } from './fixtures.ts';
import { headerLine } from './header.ts';
import { coveredText, uncoveredText } from './line.ts';
import { readBundle } from './read.ts';
import { writeBundle } from './write.ts';

const everything = { kind: 'everything' } as const;
const bundleOf = (events: readonly Envelope[]): BundleContents => ({ events, scope: everything, heads: {} });
const many = (number: number): BundleContents => ({
	scope: everything,
	...chained(Array.from({ length: number }, (_, index) => anEvent({ id: idOf(index + 1) })))
});
const linesOf = async (given: BundleContents): Promise<string[]> =>
	(await (await writeBundle(given)).text()).split(/(?<=\n)/);

/** A file as somebody would make it who knows the format: what they like, and every digest right. */
async function forged(values: readonly unknown[]): Promise<Blob> {
	const file = '0123456789abcdef';
	const header = headerLine({ file, scope: everything, count: values.length, heads: {} });
	const covered = values.map((value, index) => coveredText(file, index + 2, canonicalJson(value)));
	const digests = await digestsOfTexts(covered);
	return new Blob([
		header,
		'\n',
		...covered.map((line, index) => `${uncoveredText(digests[index]!)}${line}\n`)
	]);
}
async function faultsOf(file: Blob): Promise<LineFault[]> {
	const read = await readBundle(file);
	if (read.ok || read.error.kind !== 'damaged') throw new Error(JSON.stringify(read));
	return read.error.faults;
}

describe('a bundle', { timeout: 60_000 }, () => {
	it('gives back what was put in, whatever it holds', () =>
		fc.assert(
			fc.asyncProperty(contents(), async (given) => {
				const read = await readBundle(await writeBundle(given));
				expect(read).toEqual({ ok: true, value: asJson({ version: 2, ...given }) });
			}),
			{ numRuns: 300 }
		));

	it('gives back its scope and where the chains ended', async () => {
		const { events, heads } = many(3);
		for (const scope of [
			{ kind: 'state', state: 'AZE' },
			{ kind: 'state', state: 'CHN-HKG' },
			{ kind: 'cycle', stream: 'CMW/AZE/3' }
		] as const)
			expect(await readBundle(await writeBundle({ events, scope, heads }))).toEqual({
				ok: true,
				value: { version: 2, events, scope, heads }
			});
	});

	it('gives back that something was left out, in a version that says so', async () => {
		const { events, heads } = many(3);
		for (const part of [
			everything,
			{ kind: 'state', state: 'AZE' },
			{ kind: 'cycle', stream: 'CMW/AZE/3' }
		] as const) {
			const scope = { ...part, without: 'preparations' } as const;
			const lines = await linesOf({ events, scope, heads });
			expect(lines[0]).toMatch(/^\{"format":"servanda-log","version":3,/);
			const read = await readBundle(new Blob(lines));
			expect(read).toEqual({ ok: true, value: { version: 3, events, scope, heads } });
			expect(await faultsOf(new Blob(lines.toSpliced(2, 1)))).toEqual([{ kind: 'missing', line: 3, to: 3 }]);
		}
	});

	it('has the same bytes for the same contents, in whatever order their fields were set', () =>
		fc.assert(
			fc.asyncProperty(contents(), async (given) => {
				const turned = (value: object) => Object.fromEntries(Object.entries(value).reverse());
				const again = {
					...given,
					events: given.events.map((event) => turned(event) as Envelope),
					heads: turned(given.heads) as BundleContents['heads']
				};
				expect(await (await writeBundle(again)).text()).toBe(await (await writeBundle(given)).text());
			}),
			{ numRuns: 100 }
		));

	it('is known by another name as soon as anything in it is another', async () => {
		const [{ events, heads }, unlinked] = [many(2), [anEvent()]];
		const nameOf = async (given: BundleContents) => JSON.parse((await linesOf(given))[0]!).file;
		const names = await Promise.all(
			[
				{ events, heads, scope: everything },
				{ events, heads: {}, scope: everything },
				{ events, heads, scope: { kind: 'state', state: 'AZE' } as const },
				{ events: events.toReversed(), heads, scope: everything },
				{ events: events.slice(1), heads, scope: everything },
				bundleOf(unlinked),
				bundleOf([anEvent({ by: 'Another desk' })])
			].map(nameOf)
		);
		expect(new Set(names).size).toBe(names.length);
	});

	it('is of the form that is written down', async () => {
		const [header, line] = await linesOf(bundleOf([anEvent()]));
		expect(header).toMatch(
			/^\{"format":"servanda-log","version":2,"file":"[0-9a-f]{16}","scope":\{"kind":"everything"\},"count":1,"heads":\{\},"digest":"[0-9a-f]{64}"\}\n$/
		);
		expect(line).toMatch(
			/^\{"digest":"[0-9a-f]{64}","file":"[0-9a-f]{16}","line":2,"event":\{"by":.*\}\}\n$/
		);
		expect(JSON.parse(line!).event).toEqual(anEvent());
	});

	it('carries a log without events', async () => {
		expect(await readBundle(await writeBundle(bundleOf([])))).toEqual({
			ok: true,
			value: { version: 2, scope: everything, heads: {}, events: [] }
		});
	});

	it.each(troublesome)('gives back %j', async (quote) => {
		const events = [anEvent({ by: quote, source: { quote }, data: { [quote]: quote } })];
		expect(await readBundle(await writeBundle(bundleOf(events)))).toMatchObject({
			ok: true,
			value: { events }
		});
	});

	it('is taken after a mail program changed the ends of its lines, and an editor put a mark before them', async () => {
		const given = many(3);
		const changed = (await linesOf(given)).join('').replaceAll('\n', '\r\n');
		expect(await readBundle(new Blob(['\uFEFF', changed]))).toMatchObject({ ok: true, value: given });
	});

	it('tells how far it is, up to the end', async () => {
		const [file, written, told] = [await writeBundle(many(2500)), [] as number[], [] as unknown[]];
		await writeBundle(many(2500), (number) => written.push(number));
		expect(written).toEqual([1000, 2000, 2500]);
		await readBundle(file, (progress) => told.push(progress));
		expect(told.at(-1)).toEqual({ lines: 2501, bytes: file.size, size: file.size });
	});
});

describe('more than one fault', () => {
	it('is told line by line', async () => {
		const lines = await linesOf(many(40));
		const broken = lines
			.with(2, lines[2]!.replace('The desk', 'Some desk'))
			.with(5, lines[8]!)
			.with(8, lines[5]!)
			.with(20, '\n')
			.toSpliced(38, 3)
			.toSpliced(30, 0, lines[11]!)
			.toSpliced(14, 2);
		expect(await faultsOf(new Blob(broken))).toEqual([
			{ kind: 'changed', line: 3 },
			{ kind: 'swapped', line: 6, other: 9 },
			{ kind: 'missing', line: 15, to: 16 },
			{ kind: 'changed', line: 19 },
			{ kind: 'copied', line: 29, original: 12 },
			{ kind: 'cut', line: 39, missing: 3 }
		]);
	});

	it('is told as a stretch where many lines are in another order', async () => {
		const lines = await linesOf(many(12));
		const moved = lines.toSpliced(3, 1).toSpliced(9, 0, lines[3]!);
		expect(await faultsOf(new Blob(moved))).toEqual([{ kind: 'outOfOrder', line: 4, to: 10 }]);
	});

	it('is told of the other lines too where the header is damaged', async () => {
		const [header, ...lines] = await linesOf(many(9));
		const broken = [header!.replace('everything', 'evErything'), ...lines.toSpliced(4, 1)];
		broken[2] = broken[2]!.replace('CMW', 'CAT');
		expect(await faultsOf(new Blob(broken))).toEqual([
			{ kind: 'changed', line: 1 },
			{ kind: 'changed', line: 3 },
			{ kind: 'missing', line: 6, to: 6 }
		]);
	});

	it('is counted beyond what anybody reads', async () => {
		const [header, ...lines] = await linesOf(many(mostFaults + 7));
		const read = await readBundle(new Blob([header!, ...lines.map((line) => line.replace('desk', 'DESK'))]));
		expect(read).toMatchObject({ ok: false, error: { kind: 'damaged', more: 7 } });
		if (!read.ok && read.error.kind === 'damaged') {
			expect(read.error.faults).toHaveLength(mostFaults);
			expect(read.error.faults[0]).toEqual({ kind: 'changed', line: 2 });
		}
	});
});

describe('a file whose digests are right', () => {
	const [first, second] = many(2).events as [Envelope, Envelope];

	it.each([
		['its day', { on: '2024-01-18' }],
		['its author', { by: 'Another desk' }],
		['what it says', { data: { sections: [{ units: ['16'] }] } }],
		['its source', { source: null }],
		['its type', { type: 'FollowUpClosed' }],
		['what it corrects', { corrects: idOf(7) }],
		['its place in the chain', { link: { ...second.link!, sequence: 3 } }],
		['the one before it', { link: { ...second.link!, previous: null } }],
		['its salt', { link: { ...second.link!, salt: '0'.repeat(32) } }]
	] as const)('is refused where an event lost %s', async (_title, change) => {
		expect(await faultsOf(await forged([first, { ...second, ...change }]))).toEqual([
			{ kind: 'changedSinceRecorded', line: 3, id: second.id }
		]);
	});

	it('is refused where a line is no event', async () => {
		expect(await faultsOf(await forged([first, { ...second, mood: 'good' }, 7]))).toEqual([
			{ kind: 'notAnEvent', line: 3, field: 'mood' },
			{ kind: 'notAnEvent', line: 4, field: '' }
		]);
	});

	it('is refused where an event is told twice, the same or otherwise', async () => {
		const unlinked = anEvent({ id: first.id });
		expect(await faultsOf(await forged([first, second, second, unlinked]))).toEqual([
			{ kind: 'copied', line: 4, original: 3 },
			{ kind: 'sameIdOtherContent', line: 5, earlierLine: 2, id: first.id }
		]);
	});

	it('is taken with a type and a shape that nobody here knows', async () => {
		const { events } = chained([anEvent({ type: 'FromTheFuture', schema: 12, data: { new: [1] } })]);
		expect(await readBundle(await forged(events))).toMatchObject({ ok: true, value: { events } });
	});
});

describe('a file is refused', () => {
	const refusalOf = async (...parts: BlobPart[]) => {
		const read = await readBundle(new Blob(parts));
		return read.ok ? undefined : read.error;
	};
	const newer = '{"format":"servanda-log","version":4,"new":true}\n';

	it.each([
		['where it is empty', '', { kind: 'empty' }],
		['where it is no more than a mark', '\uFEFF', { kind: 'empty' }],
		['where it is something else', 'BEGIN:VCALENDAR\n', { kind: 'unknownFormat' }],
		['where it is a piece of something else', 'BEGIN', { kind: 'unknownFormat' }],
		['where it is JSON of something else', '{"format":"other"}\n', { kind: 'unknownFormat' }],
		['where its first line has no end', '{"format":"servanda-log","ver', { kind: 'cut', line: 1 }],
		['where its first line has hardly begun', '{"for', { kind: 'cut', line: 1 }],
		['where a later version wrote it', newer, { kind: 'unknownVersion', version: 4 }],
		['where it is encrypted', '{"format":"servanda-log-encrypted","version":1}\n', { kind: 'encrypted' }]
	])('%s', async (_title, file, refusal) => expect(await refusalOf(file)).toEqual(refusal));

	it('where its header is whole and says what no header says', async () => {
		const strange = headerLine({ file: '0', scope: everything, count: 0, heads: {} });
		expect(await refusalOf(strange, '\n')).toEqual({ kind: 'unknownFormat' });
	});

	it('where it is too large, before any of it is read', async () => {
		const file = { size: largestFile + 1 } as Blob;
		expect(await readBundle(file)).toEqual({ ok: false, error: { kind: 'tooLarge', limit: 419_430_400 } });
	});

	it('where the browser cannot read it', async () => {
		const gone = new DOMException('It was moved.', 'NotFoundError');
		const file = { size: 9, slice: () => ({ arrayBuffer: () => Promise.reject(gone) }) };
		expect(await readBundle(file as unknown as Blob)).toEqual({
			ok: false,
			error: { kind: 'unreadableFile', reason: 'It was moved.' }
		});
	});

	it('and a mistake of ours is not taken for a damaged file', async () => {
		const file = { size: 9, slice: () => ({ arrayBuffer: () => Promise.reject(new TypeError('Ours.')) }) };
		await expect(readBundle(file as unknown as Blob)).rejects.toThrow('Ours.');
	});
});

it('reads a text of any length in a line', { timeout: 60_000 }, () =>
	fc.assert(
		fc.asyncProperty(text, fc.integer({ min: 0, max: 3 }), async (some, megabytes) => {
			const by = `${some}${'ـ'.repeat(megabytes * 1024 * 1024)}`;
			const events = [anEvent({ by }), anEvent({ id: idOf(2), by: some })];
			const read = await readBundle(await writeBundle(bundleOf(events)));
			expect(read.ok && read.value.events.map((event) => event.by === by || event.by === some)).toEqual([
				true,
				true
			]);
		}),
		{ numRuns: 8 }
	)
);
