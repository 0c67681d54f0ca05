import { expect, test } from 'vitest';
import { outlineStream, type Outline } from '#lib/cycle/outline/outline.ts';
import { envelope } from '#lib/cycle/testing/facts.ts';
import { listedStates, narrowed } from './states.ts';

const cycle = outlineStream('CMW/AZE/3', [
	envelope('ConcludingObservationsAdopted', '2021-10-08', {}),
	envelope('NextReportRequested', '2021-10-08', {
		numbers: [4],
		deadline: { kind: 'exact', due: '2026-11-01', basis: 'stated' }
	})
]) as Outline;
const all = listedStates([cycle], '2026-11-22');
const codes = (narrowing: Partial<Parameters<typeof narrowed>[1]>) =>
	narrowed(all, { text: '', region: '', recorded: false, ...narrowing }).map(({ code }) => code);

test('a State is found by its name without its accents, by its code, and by what is recorded', () => {
	expect(codes({ text: 'cote ivoire' })).toEqual(['CIV']);
	expect(codes({ text: 'aze' })).toContain('AZE');
	expect(codes({ recorded: true })).toEqual(['AZE']);
	expect(all.find(({ code }) => code === 'AZE')).toMatchObject({ cycles: 1, overdue: 1 });
	expect(codes({ region: 'none' }).sort()).toEqual(['CHN-HKG', 'CHN-MAC', 'COK', 'EU', 'NIU', 'VAT']);
	expect(codes({ text: 'nowhere' })).toEqual([]);
});

test('a part of a State that reports by itself is listed once something is recorded of it', () => {
	const part = { ...cycle, state: 'CHN-HKG', stream: 'CCPR/CHN-HKG/4' };
	expect(listedStates([part], '2026-11-22').map(({ code }) => code)).toContain('CHN-HKG');
});
