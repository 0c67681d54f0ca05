import fc from 'fast-check';
import { expect, it } from 'vitest';
import { fitsItsLink } from '#lib/envelope/chain.ts';
import type { Envelope } from '#lib/envelope/envelope.ts';
import { anEvent, asJson, chained, contents, idOf, someData, text } from './fixtures.ts';
import { misfitsAmong } from './links.ts';

const change = fc.oneof(
	fc.record({ by: text }),
	fc.record({ data: someData }),
	fc.record({ source: fc.option(fc.record({ quote: text })) }),
	fc.record({ corrects: fc.uuid() }),
	fc.record({ redacted: fc.constantFrom('a'.repeat(64), 'b'.repeat(64)) }),
	fc.constantFrom({ on: '2024-01-18' as const }, { schema: 2 }, { replica: idOf(3) }, {})
);

it('the misfits are those that do not fit their links', { timeout: 60_000 }, () =>
	fc.assert(
		fc.asyncProperty(contents(), fc.array(change, { minLength: 8, maxLength: 8 }), async (given, changes) => {
			const events = given.events.map((event, index) => asJson({ ...event, ...changes[index] }) as Envelope);
			expect(await misfitsAmong(events)).toEqual(events.filter((event) => !fitsItsLink(event)));
		}),
		{ numRuns: 500 }
	)
);

it('an event fits, in whatever order its fields and those of its data come', async () => {
	const data = { b: [{ d: 1, c: 2 }], a: 1, 10: 'ten', 9: 'nine' };
	const { events } = chained([anEvent({ data, source: { quote: 'received', document: 'CMW/C/AZE/FCO/3' } })]);
	expect(await misfitsAmong(events)).toEqual([]);
	const sorted = { ...events[0]!, data: { 9: 'nine', 10: 'ten', a: 1, b: [{ c: 2, d: 1 }] } };
	expect(await misfitsAmong([sorted])).toEqual([]);
	expect(await misfitsAmong([{ ...sorted, data: { ...data, a: 2 } }])).toHaveLength(1);
});
