import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { IsoDate } from '#lib/calendar/date.ts';
import { foldCycle, type Timeline } from '#lib/cycle/timeline/fold.ts';
import { obligationOn, spellsOn } from '#lib/cycle/timeline/views.ts';
import type { Bundle } from '#lib/exchange/bundle/bundle.ts';

const eventsOf = async (name: string) =>
	(JSON.parse(await readFile(resolve(import.meta.dirname, `${name}.expected.json`), 'utf8')) as Bundle)
		.events;

/** What is owed in a cycle of a file, as seen on a day: the duty, its day, and how it stands. */
async function owedIn(name: string, stream: string, asOf: IsoDate = '2024-06-01') {
	const events = (await eventsOf(name)).filter((event) => event.stream === stream);
	const { anomalies, obligations } = foldCycle(stream, events) as Timeline;
	expect(anomalies).toEqual([]);
	return obligations.map((obligation) => {
		const { date, standing } = obligationOn(obligation, asOf)!;
		return [obligation.duty, date.due, standing];
	});
}

/** Taken from the public documents that the events name. */
describe('a real cycle', () => {
	it('of the Committee on Migrant Workers: Azerbaijan, follow-up 77 days late', async () => {
		expect(await owedIn('version-2-public', 'CMW/AZE/3')).toEqual([
			['followUp', '2023-11-01', { kind: 'met', on: '2024-01-17', daysLate: 77 }],
			['nextReport', '2026-11-01', { kind: 'dueIn', days: 883 }]
		]);
	});

	it('of the Committee on the Rights of Persons with Disabilities: Czechia, follow-up 135 days late', async () => {
		expect(await owedIn('version-2-public', 'CRPD/CZE/1')).toEqual([
			['followUp', '2016-04-10', { kind: 'met', on: '2016-08-23', daysLate: 135 }],
			['nextReport', '2019-10-28', { kind: 'overdue', days: 1678 }]
		]);
	});

	it('of the same Committee: Azerbaijan, urgent measures without a date', async () => {
		expect(await owedIn('version-2-public', 'CRPD/AZE/2-3')).toEqual([
			['followUp', null, { kind: 'noDate' }],
			['nextReport', '2031-02-28', { kind: 'dueIn', days: 2463 }]
		]);
	});

	it('of the same Committee: Argentina, which opted for the simplified procedure', async () => {
		expect(await owedIn('version-2-simplified', 'CRPD/ARG/2-3')).toEqual([
			['followUp', null, { kind: 'noDate' }],
			['nextReport', '2030-10-02', { kind: 'dueIn', days: 2314 }]
		]);
	});
});

/**
 * Of each other body one or two. The facts were read on public pages, which the sources name; what rests on general
 * knowledge says there that it is not verified. Where the day something came in was not found, the cycle is looked
 * at before it was due.
 */
describe('a real cycle of every other body', () => {
	const owed = (stream: string, asOf?: IsoDate) => owedIn('version-2-public-bodies', stream, asOf);

	it('Human Rights Committee: United States, follow-up 5 days late and graded, next report a day off', async () => {
		expect(await owed('CCPR/USA/4', '2019-03-27')).toEqual([
			['followUp', '2015-03-26', { kind: 'met', on: '2015-03-31', daysLate: 5 }],
			['nextReport', '2019-03-28', { kind: 'dueIn', days: 1 }]
		]);
		const events = (await eventsOf('version-2-public-bodies')).filter(
			({ stream }) => stream === 'CCPR/USA/4'
		);
		expect(
			spellsOn(foldCycle('CCPR/USA/4', events) as Timeline, '2015-07-13').map(({ state }) => state)
		).toContain('afterAdoption.followUp.assessed');
	});

	it('Economic, Social and Cultural Rights: New Zealand, the whole five years ahead on the day of adoption', async () => {
		expect(await owed('CESCR/NZL/4', '2018-03-29')).toEqual([
			['nextReport', '2023-03-31', { kind: 'dueIn', days: 1828 }]
		]);
	});

	it('Racial Discrimination: United Kingdom, three reports in one by one day', async () => {
		expect(await owed('CERD/GBR/21-23', '2020-04-06')).toEqual([
			['nextReport', '2020-04-06', { kind: 'dueToday' }]
		]);
	});

	it('Racial Discrimination: United States, follow-up within a year', async () => {
		expect(await owed('CERD/USA/7-9', '2015-08-01')).toEqual([
			['followUp', '2015-08-26', { kind: 'dueIn', days: 25 }]
		]);
	});

	it('Discrimination against Women: United Kingdom, follow-up 79 days late', async () => {
		expect(await owed('CEDAW/GBR/8')).toEqual([
			['followUp', '2021-03-08', { kind: 'met', on: '2021-05-26', daysLate: 79 }]
		]);
	});

	it('against Torture: Sweden, follow-up the day before it was due', async () => {
		expect(await owed('CAT/SWE/8')).toEqual([
			['followUp', '2022-12-03', { kind: 'met', on: '2022-12-02', daysLate: 0 }]
		]);
	});

	it('against Torture: United Kingdom, the days stated beat the rule by one', async () => {
		expect(await owed('CAT/GBR/6', '2020-05-17')).toEqual([
			['followUp', '2020-05-17', { kind: 'dueToday' }],
			['nextReport', '2023-05-17', { kind: 'dueIn', days: 1095 }]
		]);
	});

	it('Rights of the Child: United Kingdom, no follow-up, combined reports', async () => {
		expect(await owed('CRC/GBR/5', '2022-01-13')).toEqual([
			['nextReport', '2022-01-14', { kind: 'dueIn', days: 1 }]
		]);
	});

	it.each(['CRC-OPSC/AUS/1', 'CRC-OPAC/COD/1'])(
		'a protocol, %s: nothing is owed after the review',
		async (stream) => {
			expect(await owed(stream)).toEqual([]);
		}
	);

	it('Enforced Disappearances: Spain, additional information 32 days late, then asked for again', async () => {
		expect(await owed('CED/ESP/1')).toEqual([
			['additionalInformation', '2019-11-15', { kind: 'met', on: '2019-12-17', daysLate: 32 }],
			['additionalInformation', '2024-09-27', { kind: 'dueIn', days: 118 }]
		]);
	});

	it('Subcommittee on Prevention: New Zealand, a reply asked for in six months and by no day', async () => {
		expect(await owed('SPT/NZL/1')).toEqual([['visitReply', null, { kind: 'noDate' }]]);
		const events = (await eventsOf('version-2-public-bodies')).filter(({ stream }) => stream === 'SPT/NZL/1');
		const [reply] = (foldCycle('SPT/NZL/1', events) as Timeline).obligations;
		expect(reply!.dates.at(-1)!.computed?.due).toBe('2014-05-05');
	});

	it('Universal Periodic Review: New Zealand, again in the next cycle', async () => {
		expect(await owed('UPR/NZL/2')).toEqual([['nextReport', null, { kind: 'noDate' }]]);
	});
});

/** An invented State, for the steps that only some bodies have. */
describe('an invented cycle', () => {
	it.each([
		[
			'CRPD/XAB/1',
			[
				['initialReport', '2011-05-03', { kind: 'overtaken', on: '2020-11-30' }],
				['reportUnderNotice', '2021-02-28', { kind: 'met', on: '2021-02-20', daysLate: 0 }],
				['followUp', null, { kind: 'noDate' }]
			]
		],
		['CED/XAB/1', [['additionalInformation', '2022-02-12', { kind: 'met', on: '2022-03-01', daysLate: 17 }]]],
		[
			'SPT/XAB/1',
			[
				['preventiveMechanism', '2013-06-30', { kind: 'met', on: '2014-01-15', daysLate: 199 }],
				['visitReply', '2016-03-31', { kind: 'met', on: '2016-04-04', daysLate: 4 }]
			]
		]
	])('of %s', async (stream, owed) => expect(await owedIn('version-2-bodies', stream)).toEqual(owed));

	it.each([
		['CRPD/XAB/2-3', [['nextReport', null, { kind: 'noDate' }]]],
		[
			'CRPD/XAB/4',
			[
				['replies', '2021-02-28', { kind: 'overtaken', on: '2024-11-30' }],
				['reportUnderNotice', '2025-02-28', { kind: 'dueIn', days: 89 }]
			]
		]
	])('under the simplified procedure, of %s', async (stream, owed) =>
		expect(await owedIn('version-2-simplified', stream, '2024-12-01')).toEqual(owed)
	);
});
