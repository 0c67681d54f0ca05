import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { foldCycle, type Timeline } from '#lib/cycle/timeline/fold.ts';
import { obligationOn } from '#lib/cycle/timeline/views.ts';
import type { Bundle } from '#lib/exchange/bundle/bundle.ts';

const eventsOf = async (name: string) =>
	(JSON.parse(await readFile(resolve(import.meta.dirname, `${name}.expected.json`), 'utf8')) as Bundle)
		.events;

/** What is owed in a cycle of a file, as seen on 1 June 2024: the duty, its day, and how it stands. */
async function owedIn(name: string, stream: string) {
	const events = (await eventsOf(name)).filter((event) => event.stream === stream);
	const { anomalies, obligations } = foldCycle(stream, events) as Timeline;
	expect(anomalies).toEqual([]);
	return obligations.map((obligation) => {
		const { date, standing } = obligationOn(obligation, '2024-06-01')!;
		return [obligation.duty, date.due, standing];
	});
}

/** Taken from the public documents that the events name. For the other bodies no case is here yet. */
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
});
