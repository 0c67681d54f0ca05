import { expect, test } from 'vitest';
import type { SymbolParts } from '#lib/exchange/statuses/line.ts';
import { parseStatus } from './fillIn.ts';

const before = { body: 'CRPD', state: 'AZE' };
const here = { ...before, today: '2026-11-22' } as const;
const symbolIn = (text: string): SymbolParts | null => {
	const match = /^CRPD\/C\/([A-Z]{3})\/(CO\/)?(\d)-(\d)$/.exec(text);
	const old = { symbol: text, body: null, state: null, numbers: [], isOfObservations: true };
	return match
		? {
				symbol: text,
				body: 'CRPD',
				state: match[1]!,
				numbers: [Number(match[3]), Number(match[4])],
				isOfObservations: Boolean(match[2])
			}
		: text.startsWith('A/')
			? old
			: null;
};
const parse = (typed: Record<string, string>) => parseStatus({ kind: 'last', ...typed }, here, symbolIn);

test('the symbol says which reports a cycle is of', () => {
	expect(
		parse({
			symbol: 'CRPD/C/AZE/CO/2-3',
			adopted: '20 March 2024',
			nextReportDue: '2030-03-01',
			inPrinciple: 'yes'
		})
	).toEqual({
		ok: true,
		value: {
			...before,
			numbers: [2, 3],
			symbol: 'CRPD/C/AZE/CO/2-3',
			adopted: '2024-03-20',
			nextReportDue: '2030-03-01',
			inPrinciple: true
		}
	});
	expect(parse({ symbol: 'CRPD/C/ARM/CO/2-3' })).toMatchObject({
		error: { symbol: { kind: 'symbolOfAnother' } }
	});
	expect(parse({ symbol: 'CRPD/C/AZE/CO/2-3', numbers: '4' })).toMatchObject({ error: { symbol: {} } });
});

test('an old symbol names no report, and what is none of concluding observations is not taken for one', () => {
	expect(parse({ symbol: 'A/55/38', numbers: '2 and 3', adopted: '2000-01-21' })).toMatchObject({
		value: { numbers: [2, 3], symbol: 'A/55/38' }
	});
	expect(parse({ symbol: 'CRPD/C/AZE/2-3' })).toMatchObject({
		error: { symbol: { kind: 'symbolOfOtherDocument' } }
	});
	expect(parse({ symbol: 'hello', numbers: '3' })).toMatchObject({
		error: { symbol: { kind: 'notASymbol' } }
	});
});

test('what has happened lies in the past, and what is due need not', () => {
	expect(parse({ numbers: '2', adopted: '2027-01-01', nextReportDue: '2031-01-01' })).toMatchObject({
		error: { adopted: { kind: 'inTheFuture', today: '2026-11-22' } }
	});
	expect(parseStatus({ kind: 'first', entryIntoForce: '2027-01-01' }, here, symbolIn)).toMatchObject({
		error: { entryIntoForce: { kind: 'inTheFuture' } }
	});
});

test('every fault is told at its input', () => {
	expect(parse({ adopted: '31 June 2026', followUpUnits: '16 x' })).toMatchObject({
		ok: false,
		error: {
			numbers: { kind: 'missing' },
			adopted: { kind: 'noSuchDay' },
			followUpUnits: { kind: 'notAUnit' }
		}
	});
	expect(parse({ numbers: 'two' })).toMatchObject({ error: { numbers: { kind: 'notANumber' } } });
});

test('before the first report only the entry into force counts', () => {
	const typed = { kind: 'first', adopted: 'nonsense' };
	expect(parseStatus({ ...typed, entryIntoForce: '2009-02-27' }, here, symbolIn)).toEqual({
		ok: true,
		value: { ...before, numbers: [1], entryIntoForce: '2009-02-27' }
	});
	expect(parseStatus(typed, here, symbolIn)).toMatchObject({
		error: { entryIntoForce: { kind: 'missing' } }
	});
});
