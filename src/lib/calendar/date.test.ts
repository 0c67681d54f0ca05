import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dateFromParts, isIsoDate, parseDate } from './date.ts';

describe('parseDate', () => {
	it.each([
		['2023-11-01', '2023-11-01'],
		['  2023-11-01 ', '2023-11-01'],
		['1 November 2023', '2023-11-01'],
		['01 nov 2023', '2023-11-01'],
		['1 Nov. 2023', '2023-11-01'],
		['17  JANUARY\t2024', '2024-01-17'],
		['17 January  2024', '2024-01-17'],
		['31 may 2024', '2024-05-31'],
		['8 Sept. 2021', '2021-09-08'],
		['2024-02-29', '2024-02-29'],
		['29 February 2000', '2000-02-29'],
		['0001-01-01', '0001-01-01'],
		['2999-12-31', '2999-12-31']
	])('reads %j', (typed, value) => expect(parseDate(typed)).toEqual({ ok: true, value }));

	it.each([
		['31 June 2023', 6, 31, 30],
		['2023-06-31', 6, 31, 30],
		['2023-02-29', 2, 29, 28],
		['29 February 2100', 2, 29, 28],
		['2024-02-30', 2, 30, 29],
		['2023-01-00', 1, 0, 31],
		['2023-12-32', 12, 32, 31]
	])('refuses %j, a day that never is, with the last day of its month', (typed, month, day, lastDay) => {
		const year = Number(/\d{4}/.exec(typed)?.[0]);
		expect(parseDate(typed)).toEqual({
			ok: false,
			error: { kind: 'noSuchDay', text: typed, year, month, day, lastDay }
		});
	});

	it.each([
		['2023-13-01', 13],
		['2023-00-10', 0]
	])('refuses %j, whose month is none', (text, month) =>
		expect(parseDate(text)).toEqual({ ok: false, error: { kind: 'noSuchMonth', text, month } })
	);

	it.each([
		'',
		'   ',
		'soon',
		'0000-01-01',
		'2023-1-1',
		'2023/11/01',
		'01.11.2023',
		'11/01/2023',
		'1 Nov 23',
		'1 No 2023',
		'1 Novembre 2023',
		'November 2023',
		'1st November 2023',
		'2023-11-01T00:00:00Z',
		'-2023-11-01',
		'+002023-11-01',
		'٢٠٢٣-١١-٠١',
		'1 Nov 2023; 2 Nov 2023',
		'2023-11-01\n2023-11-02'
	])('refuses %j, which is no date it reads', (typed) =>
		expect(parseDate(typed)).toEqual({ ok: false, error: { kind: 'notADate', text: typed.trim() } })
	);

	it('reads back every day it is given, in either form', () => {
		const english = new Intl.DateTimeFormat('en-GB', {
			day: 'numeric',
			month: 'long',
			year: 'numeric',
			timeZone: 'UTC'
		});
		const days = fc.date({ min: new Date('1000-01-01'), max: new Date('2999-12-31'), noInvalidDate: true });
		fc.assert(
			fc.property(days, (day) => {
				const iso = day.toISOString().slice(0, 10);
				expect(parseDate(iso)).toEqual({ ok: true, value: iso });
				if (day.getUTCFullYear() > 1582)
					expect(parseDate(english.format(day))).toEqual({ ok: true, value: iso });
			}),
			{ numRuns: 2000 }
		);
	});

	it('never throws and never rolls over, whatever is typed', () => {
		const part = fc.integer({ min: 0, max: 99 }).map((number) => String(number).padStart(2, '0'));
		const looksRight = fc
			.tuple(fc.integer({ min: 0, max: 9999 }), part, part)
			.map(([year, month, day]) => `${String(year).padStart(4, '0')}-${month}-${day}`);
		fc.assert(
			fc.property(fc.oneof(fc.string({ unit: 'binary' }), looksRight), (typed) => {
				const read = parseDate(typed);
				if (read.ok && /^\d{4}-/.test(typed.trim())) expect(read.value).toBe(typed.trim());
			}),
			{ numRuns: 5000 }
		);
	});
});

describe('dateFromParts', () => {
	it.each([
		[0, 1, 1],
		[10000, 1, 1],
		[2023.5, 1, 1],
		[Number.NaN, 1, 1],
		[2023, 1, Number.POSITIVE_INFINITY]
	])('refuses %d, %d, %d', (year, month, day) =>
		expect(dateFromParts(year, month, day)).toMatchObject({ ok: false, error: { kind: 'notADate' } })
	);

	it('quotes the parts where nothing was read', () =>
		expect(dateFromParts(2023, 6, 31)).toMatchObject({ error: { kind: 'noSuchDay', text: '2023-6-31' } }));
});

describe('isIsoDate', () => {
	it.each(['2023-11-01', '2024-02-29'])('takes %j', (text) => expect(isIsoDate(text)).toBe(true));
	it.each(['2023-02-29', ' 2023-11-01', '2023-11-01\n', '1 November 2023', '2023-11'])(
		'does not take %j',
		(text) => expect(isIsoDate(text)).toBe(false)
	);
});
