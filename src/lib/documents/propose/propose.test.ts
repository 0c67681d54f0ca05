import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { catalogue } from '#lib/cycle/events/catalogue.ts';
import { propose, streamOf } from '../index.ts';
import { frame, observationsOf, observationsWith, readingOf } from '../testing.ts';
import type { ProposedEvent, Reading } from '../types.ts';

const full = frame([
	'Reiterating its previous recommendation (CAT/C/ISL/CO/3, para. 8), the Committee recommends that the State party:\n(a) Build;\n(b) Train, and include in its next periodic report the results.',
	'D. Follow-up',
	'5. The Committee requests the State party to provide, within one year, information on the recommendations in paragraph 4.',
	'6. The Committee requests the State party to submit its fifth periodic report by 31 June 2026. It may wish to follow the simplified reporting procedure.'
]);

const summaryOf = (reading: Reading) => propose(reading).map(({ type, on, data }) => ({ type, on, data }));

describe('propose', () => {
	it('gives what concluding observations tell, in order, in the words of the catalogue', () => {
		expect(summaryOf(observationsOf(full))).toEqual([
			{
				type: 'DialogueHeld',
				on: '2022-04-27',
				data: { dates: ['2022-04-26', '2022-04-27'], meetings: [1901, 1902] }
			},
			{
				type: 'ConcludingObservationsAdopted',
				on: '2022-05-10',
				data: {
					symbol: 'CAT/C/ISL/CO/4',
					meeting: 1920,
					session: { ordinal: 73, from: '2022-04-19', to: '2022-05-13' }
				}
			},
			{
				type: 'RecommendationsMade',
				on: '2022-05-10',
				data: {
					recommendations: [{ paragraph: 4, units: ['4(a)', '4(b)'], reiterates: ['CAT/C/ISL/CO/3 para 8'] }]
				}
			},
			{
				type: 'FollowUpRequested',
				on: '2022-05-10',
				data: {
					units: ['4'],
					deadline: { kind: 'relative', interval: 'P1Y', anchor: 'ConcludingObservationsAdopted' }
				}
			},
			{ type: 'InformationForNextReportRequested', on: '2022-05-10', data: { units: ['4(b)'] } },
			{
				type: 'NextReportRequested',
				on: '2022-05-10',
				data: { numbers: [5], deadline: { kind: 'unstated' } }
			},
			{ type: 'SimplifiedReportingProcedureOffered', on: '2022-05-10', data: {} }
		]);
	});

	const proposed = (type: string, ...paragraphs: string[]) =>
		propose(observationsWith(...paragraphs))
			.filter((event) => event.type === type)
			.map(({ on, data }) => ({ on, data }));

	it('asks about urgent measures without a date, where nothing else is asked about', () => {
		const urgent =
			'With regard to urgent measures, the Committee draws the attention of the State party to the recommendations in paragraph 4.';
		const recommends = 'The Committee recommends that the State party build.';
		const asked = { units: ['4'], deadline: { kind: 'unstated' } };
		expect(proposed('FollowUpRequested', recommends, 'D. Follow-up', `5. ${urgent}`)).toEqual([
			{ on: '2022-05-10', data: asked }
		]);
		const within =
			'6. The Committee requests the State party to provide, within one year, information on the recommendations in paragraph 4.';
		expect(proposed('FollowUpRequested', recommends, 'D. Follow-up', `5. ${urgent}`, within)).toMatchObject([
			{ data: { deadline: { kind: 'relative' } } }
		]);
	});

	it('leaves open by when, where only the rule of the committee says it', () => {
		expect(
			proposed(
				'FollowUpRequested',
				'The Committee recommends that the State party build.',
				'D. Follow-up',
				'5. The Committee requests the State party to provide information on the recommendations in paragraph 4.'
			)
		).toMatchObject([{ data: { deadline: { kind: 'unstated' } } }]);
	});

	it('tells of the simplified procedure with its clauses: offered, to opt out of, or chosen', () => {
		const offered = 'SimplifiedReportingProcedureOffered';
		expect(
			proposed(
				offered,
				'The State party may opt out of the simplified reporting procedure within one year. The Committee will send a list of issues at least one year before the report falls due.'
			)
		).toEqual([{ on: '2022-05-10', data: { optOutWithin: 'P1Y', listAhead: 'P1Y' } }]);
		expect(
			proposed(offered, 'The State party may opt out of the simplified reporting procedure by 31 May 2023.')
		).toEqual([{ on: '2022-05-10', data: { optOutUntil: '2023-05-31' } }]);
		expect(
			proposed(
				'SimplifiedReportingProcedureAccepted',
				'The State party has opted for the simplified reporting procedure. It should send its replies within one year of receipt of the list of issues.'
			)
		).toEqual([{ on: '2022-05-10', data: { repliesWithin: 'P1Y' } }]);
	});

	it('counts a report for which no day is printed from the receipt of the list it will answer', () => {
		expect(
			proposed(
				'NextReportRequested',
				'The Committee requests the State party to submit its fifth periodic report. It should send its replies within one year of receipt of the list of issues prior to reporting, under the simplified reporting procedure.'
			)
		).toEqual([
			{
				on: '2022-05-10',
				data: {
					numbers: [5],
					deadline: { kind: 'relative', interval: 'P1Y', anchor: 'ListOfIssuesPriorToReportingReceived' }
				}
			}
		]);
	});

	it('proposes nothing that the catalogue would refuse', () => {
		for (const { type, data } of propose(observationsOf(full)))
			expect(v.safeParse(catalogue[type].data as v.GenericSchema, data).issues, type).toBeUndefined();
	});

	it('leaves the day open where the document states none', () => {
		const events = propose(
			observationsOf(full.replace(/at its 1920th meeting, held on 10 May 2022/, 'later'))
		);
		expect(events.find(({ type }) => type === 'ConcludingObservationsAdopted')?.on).toBeNull();
	});

	it('quotes the sentence, and marks what supports it in the order of the page', () => {
		const event = propose(observationsOf(full)).find(
			({ type }) => type === 'FollowUpRequested'
		) as ProposedEvent;
		expect(event.source).toMatchObject({
			document: 'CAT/C/ISL/CO/4',
			paragraph: '5',
			quote: expect.stringMatching(/^The Committee requests.*paragraph 4\.$/)
		});
		expect(event.facts.map(({ start, end }) => full.slice(start, end))).toEqual(['one year', '4']);
	});

	const reply = (heading: string) =>
		`CAT/C/ISL/FCO/4\nDistr.: General\n6 March 2024\nCommittee against Torture\nInformation received from Iceland on follow-up to the concluding observations on its fourth periodic report\n[Date received: 17 January 2024]\n\n${heading}\n\n1. We built.\n`;

	it('gives the receipt of a reply with its sections', () => {
		expect(summaryOf(readingOf(reply('I. Paragraph 4 (a)')))).toEqual([
			{
				type: 'FollowUpReceived',
				on: '2024-01-17',
				data: {
					symbol: 'CAT/C/ISL/FCO/4',
					distributed: '2024-03-06',
					sections: [{ heading: 'Paragraph 4 (a)', units: ['4(a)'], paragraphs: [1, 1] }]
				}
			}
		]);
	});

	it('gives comments, not follow-up, where a State only objects', () => {
		const [event] = propose(readingOf(reply('I. Comments of Iceland on the concluding observations')));
		expect(event?.type).toBe('CommentsReceived');
	});
});

describe('streamOf', () => {
	it('names body, State and report', () => {
		expect(streamOf(observationsWith('The Committee recommends that the State party act.'))).toBe(
			'CAT/ISL/4'
		);
	});

	it('keeps combined reports together, and a reply with what it answers', () => {
		const text =
			'CRPD/C/ISL/CO/2-3/Add.1\nCommittee on the Rights of Persons with Disabilities\nInformation received from Iceland on follow-up to the concluding observations\n1. We built.\n';
		expect(streamOf(readingOf(text))).toBe('CRPD/ISL/2-3');
	});
});
