import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { redact } from '#lib/envelope/chain.ts';
import { anEvent, recordedElsewhere, valueOf } from './fixtures.ts';
import { asStored, eachOnce } from './incoming.ts';

describe('an event as it will be stored', () => {
	it('has every text in normal form C, and no other text than it had', () => {
		// Letters and marks that compose, and whatever JSON writes in another way.
		const signs = [
			...'enbu"\\/\n\t\f=<',
			'\u0301',
			'\u0307',
			'\u0338',
			'\u00e9',
			'\u001f',
			'\u2028',
			'\ud800',
			'\u1100',
			'\u1161'
		];
		const text = fc.string({ unit: fc.constantFrom(...signs), maxLength: 12 });
		fc.assert(
			fc.property(text, text, (key, value) => {
				fc.pre(key.normalize('NFC') !== '__proto__');
				const [stored] = valueOf(
					asStored([anEvent({ by: value, data: { [key]: [value, { [value]: key }] } })])
				);
				const [by, named] = [value.normalize('NFC'), key.normalize('NFC')];
				expect(stored).toMatchObject({ by, data: { [named]: [by, { [by]: named }] } });
			}),
			{ numRuns: 1000 }
		);
	});
});

describe('each event once', () => {
	const [one, two] = recordedElsewhere([anEvent(), anEvent()]);

	it('stands where it came first', () => {
		expect(valueOf(eachOnce([two!, one!, two!]))).toEqual([two, one]);
	});

	it('is redacted where one of its copies is', () => {
		for (const copies of [
			[one!, redact(one!), one!],
			[redact(one!), one!]
		])
			expect(valueOf(eachOnce([...copies, two!]))).toEqual([redact(one!), two]);
	});

	it('is refused where copies tell different things, each id named', () => {
		const others = [
			{ ...one!, by: 'x' },
			{ ...two!, on: '2024-01-18' as const }
		];
		expect(eachOnce([one!, two!, ...others])).toEqual({
			ok: false,
			error: { kind: 'sameIdOtherContent', ids: [one!.id, two!.id] }
		});
	});
});
