import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { redact } from '#lib/envelope/chain.ts';
import type { Envelope } from '#lib/envelope/envelope.ts';
import { faultOf } from '#lib/envelope/fault.ts';
import { envelopeCheck } from './envelopeCheck.ts';
import { anEvent, chained, contents, idOf, text } from './fixtures.ts';

const [linked] = chained([anEvent()]).events as [Envelope];
const fields = [...Object.keys(redact(linked)), 'corrects', 'version'];
const hash = 'a'.repeat(64);

/** Values that some field takes, and some that hardly any does. */
const anything = fc.oneof(
	fc.constantFrom<unknown>(null, undefined, '', 0, 1, 1.5, -1, true, [], {}, [[]], [1]),
	fc.constantFrom<unknown>(
		'2024-02-29',
		'2023-02-29',
		'2024-1-1',
		'3000-01-01',
		'0000-01-01',
		'2024-01-17\n'
	),
	fc.constantFrom<unknown>(
		'2024-01-18T09:00:00.000Z',
		'2024-01-18T09:00:00Z',
		'2024-01-18T09:00:00.000+02:00'
	),
	fc.constantFrom<unknown>(idOf(9), idOf(9).toUpperCase(), 'CMW/AZE/3', 'cmw/aze/3', hash, 'A'.repeat(64)),
	fc.record({ document: text, paragraph: text, quote: text, note: text }, { requiredKeys: [] }),
	fc.constantFrom<unknown>({ document: '' }, { quote: undefined }, { page: 3 }, { quote: 3 }),
	fc.constantFrom<unknown>(
		{ sequence: 1, previous: null, hash },
		{ sequence: 0, previous: null, hash },
		{ sequence: 1, previous: hash, salt: 'b'.repeat(32), hash },
		{ sequence: 1, previous: hash, salt: 'b', hash },
		{ sequence: 1, hash },
		{ sequence: 1, previous: null, hash, next: null }
	),
	text,
	fc.jsonValue()
);

describe('the quick check of an event', { timeout: 60_000 }, () => {
	it('finds no fault with an event', () =>
		fc.assert(
			fc.property(contents(), ({ events }) => {
				for (const event of events) expect(envelopeCheck()(event)).toBeUndefined();
			})
		));

	it('finds what the schema finds, in whatever is like an event', () => {
		const check = envelopeCheck();
		let faulty = 0;
		fc.assert(
			fc.property(
				contents(3).filter(({ events }) => events.length > 0),
				fc.array(fc.tuple(fc.constantFrom(...fields), fc.option(anything, { nil: 'left out' })), {
					maxLength: 2
				}),
				({ events: [event] }, changes) => {
					const left = changes.filter(([, value]) => value === 'left out').map(([field]) => field);
					const changed = Object.fromEntries(
						Object.entries({ ...event, ...Object.fromEntries(changes) }).filter(
							([field]) => !left.includes(field)
						)
					);
					const fault = faultOf(changed);
					faulty += Number(fault !== undefined);
					expect(check(changed)).toBe(fault);
				}
			),
			{ numRuns: 2000 }
		);
		expect(faulty).toBeGreaterThan(250);
	});

	it('finds what the schema finds, in whatever is not', () =>
		fc.assert(
			fc.property(fc.anything(), (value) => {
				expect(envelopeCheck()(value)).toBe(faultOf(value));
			}),
			{ numRuns: 500 }
		));
});
