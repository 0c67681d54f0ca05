import { describe, expect, test } from 'vitest';
import { stateCodes } from './codes.ts';
import { partiesKnownUntil, statesParties, treatiesOf } from './parties.ts';
import { regionOf, regions } from './regions.ts';

describe('the parties to the treaties', () => {
	test('are States that have a code', () => {
		expect(statesParties.filter((state) => !stateCodes.includes(state))).toEqual([]);
	});

	test('are bound since a year between the first treaty and the last that is known', () => {
		const years = statesParties.flatMap(treatiesOf).map(({ since }) => since);
		expect(Math.min(...years)).toBeGreaterThanOrEqual(1966);
		expect(Math.max(...years)).toBeLessThanOrEqual(partiesKnownUntil);
	});

	test('are those of the treaty collection', () => {
		const since = (state: string, body: string) =>
			treatiesOf(state).find((treaty) => treaty.body === body)?.since;
		expect(since('AZE', 'CMW')).toBe(1999);
		expect(since('AZE', 'CRPD')).toBe(2009);
		expect(since('USA', 'CRC')).toBeUndefined();
		expect(treatiesOf('EU')).toEqual([{ body: 'CRPD', since: 2010 }]);
		expect(treatiesOf('XYZ')).toEqual([]);
	});

	test('are as many as were counted, with those that are not Members', () => {
		const count = (body: string) =>
			statesParties.filter((state) => treatiesOf(state).some((treaty) => treaty.body === body)).length;
		expect({ CCPR: count('CCPR'), CRC: count('CRC'), CRPD: count('CRPD'), CED: count('CED') }).toEqual({
			CCPR: 173,
			CRC: 196,
			CRPD: 184,
			CED: 68
		});
	});
});

describe('the regional groups', () => {
	test('hold every Member of the United Nations once', () => {
		const grouped = stateCodes.filter((state) => regionOf(state) !== null);
		// 193 Members, and the State of Palestine, which takes part in the group of Asia and the Pacific.
		expect(grouped).toHaveLength(194);
		expect(stateCodes.filter((state) => regionOf(state) === null).sort()).toEqual(
			['CHN-HKG', 'CHN-MAC', 'COK', 'EU', 'NIU', 'VAT'].sort()
		);
		const sizes = regions.map((region) => grouped.filter((state) => regionOf(state) === region).length);
		expect(sizes).toEqual([54, 55, 23, 33, 29]);
	});
});
