import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalJson } from './canonical.ts';

describe('canonicalJson', () => {
	it('is JSON of the same content, for any JSON', () => {
		fc.assert(
			fc.property(fc.jsonValue(), (value) => {
				expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value)));
			})
		);
	});

	it('does not depend on the order in which fields were set', () => {
		const entries = fc.uniqueArray(fc.tuple(fc.string(), fc.jsonValue()), { selector: ([key]) => key });
		fc.assert(
			fc.property(entries, (given) => {
				const there = Object.fromEntries(given);
				const back = Object.fromEntries([...given].reverse());
				expect(canonicalJson(back)).toBe(canonicalJson(there));
			})
		);
	});

	it('sorts keys by their UTF-16 units, as RFC 8785 shows in 3.2.3', () => {
		const keys = ['\u20ac', '\r', '\ufb33', '1', '\u{1F600}', '\u0080', '\u00f6'];
		const sorted = ['\r', '1', '\u0080', '\u00f6', '\u20ac', '\u{1F600}', '\ufb33'];
		const text = canonicalJson(Object.fromEntries(keys.map((key) => [key, 0])));
		expect(text).toBe(`{${sorted.map((key) => `${JSON.stringify(key)}:0`).join(',')}}`);
		expect(canonicalJson({ 10: 1, 9: 2 })).toBe('{"10":1,"9":2}');
	});

	it('leaves undefined fields out', () => {
		expect(canonicalJson({ a: undefined, b: [undefined, null] })).toBe('{"b":[null,null]}');
	});
});
