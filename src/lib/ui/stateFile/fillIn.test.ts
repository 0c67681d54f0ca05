import { expect, test } from 'vitest';
import { parseStatus } from './fillIn.ts';

const before = { body: 'CRPD', state: 'AZE' };
const symbolIn = (text: string) => {
	const match = /^CRPD\/C\/([A-Z]{3})\/CO\/(\d)-(\d)$/.exec(text);
	return (
		match && { body: 'CRPD', state: match[1]!, type: 'CO', numbers: [Number(match[2]), Number(match[3])] }
	);
};
const parse = (typed: Record<string, string>) => parseStatus({ kind: 'last', ...typed }, before, symbolIn);

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
	expect(parseStatus({ ...typed, entryIntoForce: '2009-02-27' }, before, symbolIn)).toEqual({
		ok: true,
		value: { ...before, numbers: [1], entryIntoForce: '2009-02-27' }
	});
	expect(parseStatus(typed, before, symbolIn)).toMatchObject({
		error: { entryIntoForce: { kind: 'missing' } }
	});
});
