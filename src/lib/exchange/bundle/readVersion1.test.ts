import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalJson } from '#lib/envelope/canonical.ts';
import type { NewEvent } from '#lib/envelope/envelope.ts';
import { anEvent, asJson, idOf, someData, text, troublesome } from './fixtures.ts';
import { readBundle } from './read.ts';

/** The file as version 1 wrote it: each event with its place in its stream, and nothing of a chain. */
const version1 = (events: readonly object[], count = events.length): string =>
	[`{"format":"servanda-log","version":1,"count":${count}}`, ...events.map(canonicalJson)]
		.map((line) => `${line}\n`)
		.join('');
const placed = (event: NewEvent, version = 1): object => ({ ...event, version });
const read = (...parts: BlobPart[]) => readBundle(new Blob(parts));
const bundle = (events: readonly NewEvent[]) => ({
	ok: true,
	value: { version: 1, scope: { kind: 'everything' }, heads: {}, events }
});

describe('a file of version 1', { timeout: 60_000 }, () => {
	it('gives back every event, in order, whatever it holds, without its place', () => {
		const event = fc
			.record({
				by: text,
				data: someData,
				source: fc.option(fc.record({ quote: text }))
			})
			.map((given) => asJson(anEvent(given)));
		return fc.assert(
			fc.asyncProperty(fc.array(event, { maxLength: 6 }), async (given) => {
				const events = given.map((one, index) => ({ ...one, id: idOf(index + 1) }));
				expect(await read(version1(events.map((one, index) => placed(one, index + 1))))).toEqual(
					bundle(events)
				);
			}),
			{ numRuns: 200 }
		);
	});

	it.each(troublesome)('gives back %j', async (quote) => {
		const event = anEvent({ by: quote, source: { quote }, data: { [quote]: quote } });
		expect(await read(version1([placed(event)]))).toEqual(bundle([event]));
	});

	it('is read without events', async () => {
		expect(await read(version1([]))).toEqual(bundle([]));
	});

	it('takes the same event twice as one', async () => {
		expect(await read(version1([placed(anEvent()), placed(anEvent(), 2)]))).toEqual(bundle([anEvent()]));
	});

	it('keeps an event whose type is not known here', async () => {
		const event = anEvent({ type: 'FromTheFuture', schema: 9 });
		expect(await read(version1([placed(event)]))).toEqual(bundle([event]));
	});

	it('is taken after a mail program changed the ends of its lines', async () => {
		const changed = version1([placed(anEvent())]).replaceAll('\n', '\r\n');
		expect(await read(changed)).toEqual(bundle([anEvent()]));
	});
});

describe('a file of version 1 that was cut', { timeout: 60_000 }, () => {
	const events = [
		placed(anEvent({ by: 'المكتب' })),
		placed(anEvent({ id: idOf(2), source: { quote: '移徙工人\u2028🇦🇿' } }))
	];
	const bytes = new TextEncoder().encode(version1(events));

	it('is refused wherever it was cut, at every byte', async () => {
		const kinds = new Set<string>();
		for (let length = 0; length < bytes.length; length++) {
			const result = await read(bytes.slice(0, length));
			expect(result.ok, `the first ${length} bytes`).toBe(false);
			if (!result.ok) kinds.add(result.error.kind);
		}
		expect(bytes.length).toBeGreaterThan(600);
		expect([...kinds].sort()).toEqual(['cut', 'empty', 'wrongCount']);
	});

	it('is refused with the line it ends in', async () => {
		const whole = version1(events);
		expect(await read(whole.slice(0, 20))).toEqual({ ok: false, error: { kind: 'cut', line: 1 } });
		expect(await read(whole.slice(0, -1))).toEqual({ ok: false, error: { kind: 'cut', line: 3 } });
	});

	it('is refused where whole lines are missing or too many', async () => {
		expect(await read(version1(events.slice(1), 2))).toEqual({
			ok: false,
			error: { kind: 'wrongCount', stated: 2, found: 1 }
		});
		expect(await read(version1([...events, events[1]!], 2))).toEqual({
			ok: false,
			error: { kind: 'wrongCount', stated: 2, found: 3 }
		});
	});
});

describe('a file of version 1 is refused whole', () => {
	const header = (count: number) => `{"format":"servanda-log","version":1,"count":${count}}\n`;
	const line = (event: object) => `${JSON.stringify({ version: 1, ...event })}\n`;
	const { on: _, ...undated } = anEvent();

	it.each([
		[
			'where its header lacks the count',
			'{"format":"servanda-log","version":1}\n',
			{ kind: 'unknownFormat' }
		],
		[
			'where its count is no number',
			'{"format":"servanda-log","version":1,"count":"0"}\n',
			{ kind: 'unknownFormat' }
		],
		['where its header is no JSON', '{"format":"servanda-log","version":1,oh}\n', { kind: 'unknownFormat' }],
		['where a line is no JSON', `${header(2)}${line(anEvent())}{"id":\n`, { kind: 'notJson', line: 3 }],
		['where a line is blank', `${header(2)}\n${line(anEvent())}`, { kind: 'notJson', line: 2 }],
		['where a line is no event', `${header(1)}7\n`, { kind: 'notAnEvent', line: 2, field: '' }],
		[
			'where a field is missing',
			`${header(1)}${line(undated)}`,
			{ kind: 'notAnEvent', line: 2, field: 'on' }
		],
		[
			'where the place in the stream is missing',
			`${header(1)}${JSON.stringify(anEvent())}\n`,
			{ kind: 'notAnEvent', line: 2, field: 'version' }
		],
		[
			'where the place in the stream is none',
			`${header(1)}${line({ ...anEvent(), version: 0 })}`,
			{ kind: 'notAnEvent', line: 2, field: 'version' }
		],
		[
			'where a field inside is wrong',
			`${header(1)}${line({ ...anEvent(), source: { quote: 3 } })}`,
			{ kind: 'notAnEvent', line: 2, field: 'source.quote' }
		],
		[
			'where a field is of a later version',
			`${header(1)}${line({ ...anEvent(), redacted: 'a'.repeat(64) })}`,
			{ kind: 'notAnEvent', line: 2, field: 'redacted' }
		],
		[
			'where one id has two contents',
			`${header(3)}${line(anEvent())}${line(anEvent({ id: idOf(2) }))}${line(anEvent({ by: 'Another desk' }))}`,
			{ kind: 'sameIdOtherContent', line: 4, earlierLine: 2, id: idOf(1) }
		]
	])('%s', async (_title, file, error) => expect(await read(file)).toEqual({ ok: false, error }));
});
