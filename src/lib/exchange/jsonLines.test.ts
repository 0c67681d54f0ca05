import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Envelope } from '#lib/envelope/envelope.ts';
import { fromJsonLines, largestFile, toJsonLines } from './jsonLines.ts';

const anEvent = (given: Partial<Envelope> = {}): Envelope => ({
	id: '019a0000-0000-7000-8000-000000000001',
	stream: 'CMW/AZE/3',
	version: 1,
	type: 'FollowUpReceived',
	schema: 1,
	on: '2024-01-17',
	recordedAt: '2024-01-18T09:00:00.000Z',
	by: 'Leyla',
	replica: '019a0000-0000-7000-8000-00000000000a',
	source: { document: 'CMW/C/AZE/FCO/3', paragraph: '1' },
	data: { sections: [] },
	...given
});
const second = '019a0000-0000-7000-8000-000000000002';

const troublesome = [
	'اللجنة المعنية',
	'移徙工人',
	'🇦🇿 👩🏽‍⚖️',
	'line\u2028and\u2029separators',
	'"\\\n\r\t\0',
	'\uFEFF',
	'\uD800'
];
const text = fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom(...troublesome));
const event = fc
	.record({
		id: fc.uuid(),
		stream: fc.constantFrom('CMW/AZE/3', 'CCPR/CHN-HKG/4'),
		version: fc.integer({ min: 1, max: 500 }),
		by: text,
		source: fc.option(fc.record({ quote: text, note: text }, { requiredKeys: [] })),
		data: fc.dictionary(text, fc.jsonValue()),
		corrects: fc.option(fc.uuid(), { nil: undefined })
	})
	.map(({ corrects, ...given }) => anEvent(corrects ? { ...given, corrects } : given));
/** What JSON can carry of a value: it knows no minus zero. */
const asJson = <Value>(value: Value): Value => JSON.parse(JSON.stringify(value));

describe('toJsonLines and fromJsonLines', () => {
	it('give back every event, in order, whatever it holds', () => {
		fc.assert(
			fc.property(fc.uniqueArray(event, { selector: ({ id }) => id, maxLength: 8 }), (events) => {
				expect(fromJsonLines(toJsonLines(events))).toEqual({ ok: true, value: asJson(events) });
			}),
			{ numRuns: 500 }
		);
	});

	it.each(troublesome)('give back %j, through bytes', (quote) => {
		const events = [anEvent({ by: quote, source: { quote }, data: { [quote]: quote } })];
		const bytes = new TextEncoder().encode(toJsonLines(events));
		expect(fromJsonLines(new TextDecoder().decode(bytes))).toEqual({ ok: true, value: events });
	});

	it('give the same bytes for the same events', () => {
		const shuffled = Object.fromEntries(Object.entries(anEvent()).reverse()) as Envelope;
		expect(toJsonLines([shuffled])).toBe(toJsonLines([anEvent()]));
		expect(toJsonLines([anEvent({ source: null, data: { b: 1, a: { d: [2], c: null } } })])).toBe(
			'{"format":"servanda-log","version":1,"count":1}\n' +
				'{"by":"Leyla","data":{"a":{"c":null,"d":[2]},"b":1},"id":"019a0000-0000-7000-8000-000000000001",' +
				'"on":"2024-01-17","recordedAt":"2024-01-18T09:00:00.000Z","replica":"019a0000-0000-7000-8000-00000000000a",' +
				'"schema":1,"source":null,"stream":"CMW/AZE/3","type":"FollowUpReceived","version":1}\n'
		);
	});

	it('carry a log without events', () => {
		expect(fromJsonLines(toJsonLines([]))).toEqual({ ok: true, value: [] });
	});

	it('keep an event whose type is not known here', () => {
		const events = [anEvent({ type: 'FromTheFuture', schema: 9 })];
		expect(fromJsonLines(toJsonLines(events))).toEqual({ ok: true, value: events });
	});
});

describe('a file that was cut', () => {
	const events = [anEvent({ by: 'ليلى' }), anEvent({ id: second, source: { quote: '移徙工人\u2028🇦🇿' } })];
	const bytes = new TextEncoder().encode(toJsonLines(events));

	it('is refused wherever it was cut, at every byte', () => {
		const kinds = new Set<string>();
		for (let length = 0; length < bytes.length; length++) {
			const result = fromJsonLines(new TextDecoder().decode(bytes.slice(0, length)));
			expect(result.ok, `the first ${length} bytes`).toBe(false);
			if (!result.ok) kinds.add(result.error.kind);
		}
		expect(bytes.length).toBeGreaterThan(600);
		expect([...kinds].sort()).toEqual(['cut', 'empty', 'wrongCount']);
	});

	it('is refused with the line it ends in', () => {
		const whole = toJsonLines(events);
		expect(fromJsonLines(whole.slice(0, 20))).toEqual({ ok: false, error: { kind: 'cut', line: 1 } });
		expect(fromJsonLines(whole.slice(0, -1))).toEqual({ ok: false, error: { kind: 'cut', line: 3 } });
	});

	it('is refused where whole lines are missing, at the end or in the middle', () => {
		const [header, one, two] = toJsonLines(events).split('\n');
		for (const left of [`${header}\n`, `${header}\n${one}\n`, `${header}\n${two}\n`])
			expect(fromJsonLines(left)).toMatchObject({ error: { kind: 'wrongCount', stated: 2 } });
		expect(fromJsonLines(`${header}\n${one}\n${two}\n${two}\n`)).toEqual({
			ok: false,
			error: { kind: 'wrongCount', stated: 2, found: 3 }
		});
	});
});

describe('a file is refused whole', () => {
	const header = (count: number) => `{"format":"servanda-log","version":1,"count":${count}}\n`;
	const line = (event: object) => `${JSON.stringify(event)}\n`;
	const { on: _, ...undated } = anEvent();

	it.each([
		['where it is empty', '', { kind: 'empty' }],
		['where it is something else', 'BEGIN:VCALENDAR\n', { kind: 'unknownFormat' }],
		['where it is JSON of something else', '{"format":"other"}\n', { kind: 'unknownFormat' }],
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
		['where its header is no JSON', '{"format":"servanda-log",oh}\n', { kind: 'unknownFormat' }],
		[
			'where a later version wrote it',
			'{"format":"servanda-log","version":2,"count":0}\n',
			{ kind: 'unknownVersion', version: 2 }
		],
		['where a line is no JSON', `${header(2)}${line(anEvent())}{"id":\n`, { kind: 'notJson', line: 3 }],
		['where a line is blank', `${header(2)}\n${line(anEvent())}`, { kind: 'notJson', line: 2 }],
		['where a line is no event', `${header(1)}7\n`, { kind: 'notAnEvent', line: 2, field: '' }],
		[
			'where a field is missing',
			`${header(1)}${line(undated)}`,
			{ kind: 'notAnEvent', line: 2, field: 'on' }
		],
		[
			'where a field inside is wrong',
			`${header(1)}${line({ ...anEvent(), source: { quote: 3 } })}`,
			{ kind: 'notAnEvent', line: 2, field: 'source.quote' }
		],
		[
			'where a day does not exist',
			`${header(1)}${line(anEvent({ on: '2023-06-31' }))}`,
			{ kind: 'notAnEvent', line: 2, field: 'on' }
		],
		[
			'where a field is not of an event',
			`${header(1)}${line({ ...anEvent(), mood: 'good' })}`,
			{ kind: 'notAnEvent', line: 2, field: 'mood' }
		],
		[
			'where one id has two contents',
			`${header(3)}${line(anEvent())}${line(anEvent({ id: second }))}${line(anEvent({ by: 'Murad' }))}`,
			{ kind: 'sameIdOtherContent', line: 4, earlierLine: 2, id: anEvent().id }
		]
	])('%s', (_title, text, error) => {
		expect(fromJsonLines(text)).toEqual({ ok: false, error });
	});

	it('where it is too large', () => {
		expect(fromJsonLines('x'.repeat(largestFile + 1))).toEqual({
			ok: false,
			error: { kind: 'tooLarge', limit: 209_715_200 }
		});
	});
});

it('takes the same event twice as one', () => {
	expect(fromJsonLines(toJsonLines([anEvent(), anEvent({ version: 2 })]))).toEqual({
		ok: true,
		value: [anEvent()]
	});
});

it('takes a file whose line ends a mail program changed', () => {
	const changed = toJsonLines([anEvent()]).replaceAll('\n', '\r\n');
	expect(fromJsonLines(changed)).toEqual({ ok: true, value: [anEvent()] });
});
