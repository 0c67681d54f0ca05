import { describe, expect, test } from 'vitest';
import { outlineStream, type Outline } from '#lib/cycle/outline/outline.ts';
import { envelope } from '#lib/cycle/testing/facts.ts';
import { treatiesOfState } from './treaties.ts';

const deadline = { kind: 'exact', due: '2026-11-01', basis: 'stated' };
const third = outlineStream('CMW/AZE/3', [
	envelope('ConcludingObservationsAdopted', '2021-10-08', {}),
	envelope('NextReportRequested', '2021-10-08', { numbers: [4], deadline })
]) as Outline;
const row = (state: string, body: string, outlines: Outline[] = []) =>
	treatiesOfState(state, outlines, '2026-11-22').find((one) => one.body === body)!;

describe('a treaty of a State', () => {
	test('says in which years its first report was due, and never a day', () => {
		expect(row('AZE', 'CRPD')).toMatchObject({ since: 2009, first: { years: [2011, 2012], treaty: null } });
		expect(row('AZE', 'CMW').first).toMatchObject({ years: [2004], treaty: '2003-07-01' });
		expect(row('AZE', 'SPT').first).toMatchObject({ what: 'mechanism', years: [2010, 2011] });
	});

	test('says whether the rule it rests on was read', () => {
		expect(row('AZE', 'CRPD').first?.verified).toBe(true);
		expect(row('AZE', 'CCPR').first?.verified).toBe(false);
	});

	test('has no first report where there is none, or nobody knows since when it binds', () => {
		expect(row('AZE', 'UPR')).toMatchObject({ since: 'member', first: null });
		expect(row('USA', 'CRC')).toMatchObject({ since: null, first: { within: 'P2Y', years: null } });
		expect(row('CHN-HKG', 'CCPR').since).toBeNull();
		expect(row('PSE', 'UPR').since).toBeNull();
	});

	test('says what is recorded and what it owes on the day', () => {
		const cmw = row('AZE', 'CMW', [third]);
		expect(cmw.cycles).toEqual([third]);
		expect(cmw.owed).toMatchObject([{ group: 'overdue', standing: { days: 21 } }]);
		expect(row('FRA', 'CMW', [third]).cycles).toEqual([]);
	});

	test('stands before those that do not bind it', () => {
		const bound = treatiesOfState('USA', [], '2026-11-22').map(({ since }) => since !== null);
		expect(bound).toEqual(bound.toSorted().reverse());
	});
});
