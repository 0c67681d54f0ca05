import { describe, expect, test } from 'vitest';
import type { IsoDate } from '#lib/calendar/date.ts';
import { envelope, minimalData } from '../testing/facts.ts';
import { foldCycle, type Timeline } from '../timeline/fold.ts';
import { obligationsOn, spellsOn } from '../timeline/views.ts';
import { outlineOf, outlineStream, type Outline } from './outline.ts';
import { readSpells, type OutlinedSpell } from './spells.ts';

const log = [
	envelope('ConcludingObservationsAdopted', '2021-10-08', {}),
	envelope('FollowUpRequested', '2021-10-08', minimalData('FollowUpRequested', { due: '2023-11-01' })),
	envelope('ExtensionGranted', '2023-11-20', minimalData('ExtensionGranted', { due: '2024-03-01' })),
	envelope('FollowUpReceived', '2024-03-04', minimalData('FollowUpReceived')),
	envelope('FollowUpReceived', '2019-01-01', minimalData('FollowUpReceived'))
];
const timeline = foldCycle('CMW/AZE/3', log) as Timeline;
const outline = outlineOf(timeline);

describe('the outline of a cycle', () => {
	test('is plain JSON', () => {
		expect(JSON.parse(JSON.stringify(outline))).toEqual(outline);
		expect(structuredClone(outline)).toEqual(outline);
	});

	test('says whose it is, what is owed with every date it had, and how much could not be taken', () => {
		expect(outline).toMatchObject({
			stream: 'CMW/AZE/3',
			body: 'CMW',
			state: 'AZE',
			reportNumbers: [3],
			anomalies: 1,
			obligations: [
				{
					id: 'CMW/AZE/3#followUp-1',
					stream: 'CMW/AZE/3',
					duty: 'followUp',
					units: ['16'],
					openedBy: { on: '2021-10-08' },
					dates: [
						{ due: '2023-11-01', certainty: 'exact', basis: 'stated', from: '2021-10-08' },
						{ due: '2024-03-01', certainty: 'exact', basis: 'stated', from: '2023-11-20' }
					],
					ending: { how: 'met', on: '2024-03-04' }
				}
			]
		});
	});

	test('has what is owed in the order of the ids, whatever was asked first', () => {
		const replies = minimalData('ListOfIssuesAdopted', { due: '2021-01-01' });
		const before = [
			envelope('ReportSubmitted', '2019-06-01', minimalData('ReportSubmitted')),
			envelope('ListOfIssuesAdopted', '2020-01-01', replies)
		];
		const whole = foldCycle('CMW/AZE/3', [...before, ...log]) as Timeline;
		expect(whole.obligations.map(({ duty }) => duty)).toEqual(['replies', 'followUp']);
		expect(outlineOf(whole).obligations.map(({ duty }) => duty)).toEqual(['followUp', 'replies']);
	});

	test('stands on any day as the timeline does', () => {
		const days: IsoDate[] = [
			'2021-10-07',
			'2021-10-08',
			'2023-11-02',
			'2023-11-20',
			'2024-03-04',
			'2030-01-01'
		];
		for (const day of days) {
			const states = (spells: readonly Pick<OutlinedSpell, 'state' | 'from' | 'to'>[]) =>
				spellsOn({ spells }, day).map(({ state, from, to }) => ({ state, from, to }));
			expect(states(readSpells(outline))).toEqual(states(timeline.spells));
			const standings = (cycle: Outline | Timeline) =>
				obligationsOn([cycle], day).map(({ standing, group }) => ({ standing, group }));
			expect(standings(outline)).toEqual(standings(timeline));
		}
	});

	test('leaves out the states that no day ended in', () => {
		const passing = (spells: readonly { from: IsoDate | null; to: IsoDate | null }[]) =>
			spells.filter(({ from, to }) => from && from === to);
		expect(passing(timeline.spells)).not.toEqual([]);
		expect(passing(readSpells(outline))).toEqual([]);
	});

	test('tells which states one step began together', () => {
		const onAdoption = readSpells(outline).filter(({ from }) => from === '2021-10-08');
		expect(new Set(onAdoption.map(({ step }) => step)).size).toBe(2);
		expect(readSpells(outline)[0]).toMatchObject({ from: null, step: null });
	});
});

describe('a stream', () => {
	test('gives the outline of its timeline', () => {
		expect(outlineStream('CMW/AZE/3', log)).toEqual(outline);
	});

	test('of a treaty body that is not known is told', () => {
		expect(outlineStream('XYZ/AZE/3', [])).toEqual({
			kind: 'unknownProcedure',
			stream: 'XYZ/AZE/3',
			body: 'XYZ'
		});
	});

	test('named for more reports than are ever combined has none of their numbers, and hangs nothing', () => {
		const stream = 'CMW/TUV/1-9999999999';
		const adopted = envelope('ConcludingObservationsAdopted', '2021-10-08', {}, { stream });
		expect(outlineStream(stream, [adopted])).toMatchObject({ state: 'TUV', reportNumbers: [] });
	});

	test('that cannot be folded is told, and throws nothing', () => {
		// No gate lets such a day in; a file from outside may hold it.
		const impossible = envelope('FollowUpRequested', '2021-99-99', {
			units: ['16'],
			deadline: { kind: 'relative', interval: 'P1Y', anchor: 'ConcludingObservationsAdopted' }
		});
		const adopted = envelope('ConcludingObservationsAdopted', '2021-99-99', {});
		expect(outlineStream('CMW/AZE/3', [adopted, impossible])).toMatchObject({
			kind: 'notFolded',
			stream: 'CMW/AZE/3'
		});
	});
});
