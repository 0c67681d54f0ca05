import { describe, expect, test } from 'vitest';
import { dayEndingAt, endOfDay, parseInstant } from './instant.ts';

describe('an instant as typed', () => {
	test.each([
		['2024-03-01', '2024-03-01T22:59:59.999Z'],
		['1 July 2024', '2024-07-01T21:59:59.999Z'],
		['2024-03-01T09:00:00Z', '2024-03-01T09:00:00.000Z'],
		['2024-03-01T09:00:00.123456Z', '2024-03-01T09:00:00.123Z'],
		[' 2024-03-01T10:00+01:00 ', '2024-03-01T09:00:00.000Z']
	])('%s is %s', (typed, value) => {
		expect(parseInstant(typed)).toEqual({ ok: true, value });
	});

	test.each([
		['2024-02-31', 'noSuchDay'],
		['2024-02-31T09:00:00Z', 'noSuchDay'],
		['2024-13-01T09:00:00Z', 'noSuchMonth'],
		['2024-03-01T25:00:00Z', 'notAnInstant'],
		['2024-03-01T09:00:00', 'notAnInstant'],
		['3000-01-01T00:00:00Z', 'notADate'],
		['yesterday', 'notADate'],
		['', 'notADate']
	])('%s is refused as %s', (typed, kind) => {
		expect(parseInstant(typed)).toMatchObject({ ok: false, error: { kind } });
	});
});

describe('the end of a day in Geneva', () => {
	test('is the last millisecond before the next, also on the days of 23 and 25 hours', () => {
		expect(endOfDay('2024-03-31')).toBe('2024-03-31T21:59:59.999Z');
		expect(endOfDay('2024-10-27')).toBe('2024-10-27T22:59:59.999Z');
	});

	test('is told from any other instant', () => {
		expect(dayEndingAt('2024-10-27T22:59:59.999Z')).toBe('2024-10-27');
		expect(dayEndingAt('2024-10-27T22:59:59.998Z')).toBeNull();
	});
});
