import fc from 'fast-check';
import { linked, redact, type ChainHead } from '#lib/envelope/chain.ts';
import type { Envelope, NewEvent } from '#lib/envelope/envelope.ts';
import type { BundleContents } from './bundle.ts';

/** Texts that have broken files elsewhere. */
export const troublesome = [
	'اللجنة المعنية',
	'移徙工人',
	'🇦🇿 👩🏽‍⚖️',
	'line\u2028and\u2029separators',
	'"\\\n\r\t\0',
	'\uFEFF',
	'\uD800',
	'\uFFFD'
];
export const text = fc.oneof(fc.string({ unit: 'binary', maxLength: 8 }), fc.constantFrom(...troublesome));
/**
 * What an event says: any JSON but with a field named by one backslash alone. V8 takes a later field, `"\n"` or
 * `"\u0000"`, for that one: `JSON.parse('{"a":0,"\\":0}')`, then `JSON.parse('{"a":0,"\n":0}')`. No field is named so.
 */
export const someData = fc
	.dictionary(text, fc.jsonValue({ maxDepth: 2 }), { maxKeys: 5 })
	.filter((data) => !JSON.stringify(data).includes(String.raw`"\\":`));
const replicas = ['019a0000-0000-7000-8000-00000000000a', '019a0000-0000-7000-8000-00000000000b'];

/** The id of the first, the second event of a test, and so on. */
export const idOf = (number: number): string =>
	`019a0000-0000-7000-8000-${number.toString(16).padStart(12, '0')}`;
/** A salt, always the same for the same number. */
export const saltOf = (number: number): string => number.toString(16).padStart(32, '0');

/** An event before it has its place in a chain. */
export const anEvent = (given: Partial<NewEvent> = {}): NewEvent => ({
	id: idOf(1),
	stream: 'CMW/AZE/3',
	type: 'FollowUpReceived',
	schema: 1,
	on: '2024-01-17',
	recordedAt: '2024-01-18T09:00:00.000Z',
	by: 'The desk',
	replica: replicas[0]!,
	source: { document: 'CMW/C/AZE/FCO/3', paragraph: '1' },
	data: { sections: [] },
	...given
});

/** Puts events one after the other in the chains of their replicas. */
export function chained(events: readonly NewEvent[]): {
	events: Envelope[];
	heads: Record<string, ChainHead>;
} {
	const heads: Record<string, ChainHead> = {};
	const placed = events.map((event, index) => {
		const one = linked(event, heads[event.replica], saltOf(index + 1));
		heads[event.replica] = { sequence: one.link.sequence, hash: one.link.hash };
		return one;
	});
	return { events: placed, heads };
}

const aWholeEvent = fc
	.record({
		type: fc.constantFrom('FollowUpReceived', 'FromTheFuture'),
		schema: fc.constantFrom(1, 9),
		replica: fc.constantFrom(...replicas),
		by: text,
		source: fc.option(fc.record({ quote: text, note: text }, { requiredKeys: [] })),
		data: someData,
		corrects: fc.option(fc.uuid(), { nil: undefined })
	})
	.map(({ corrects, ...given }) => anEvent(corrects ? { ...given, corrects } : given));

/** Contents of a bundle: events in chains, from before there were chains, and redacted. */
export const contents = (most = 8): fc.Arbitrary<BundleContents> =>
	fc
		.array(fc.tuple(aWholeEvent, fc.constantFrom('linked', 'unlinked', 'redacted')), { maxLength: most })
		.map((given) => {
			const { events, heads } = chained(
				given.map(([event], index) => asJson({ ...event, id: idOf(index + 1) }))
			);
			const as = { linked: (one: Envelope) => one, redacted: redact, unlinked: withoutLink };
			return {
				events: events.map((event, index) => as[given[index]![1] as keyof typeof as](event)),
				scope: { kind: 'everything' },
				heads
			};
		});

function withoutLink({ link: _link, ...event }: Envelope): Envelope {
	return event;
}

/** What JSON can carry of a value: it knows no minus zero. */
export const asJson = <Value>(value: Value): Value => JSON.parse(JSON.stringify(value));
