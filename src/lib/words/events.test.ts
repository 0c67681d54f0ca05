import { expect, test } from 'vitest';
import { eventSentence } from './events.ts';

const said = (type: string, data: object, stream = 'CRPD/AZE/2-3'): string =>
	eventSentence({ type, data, stream } as never).replaceAll('\u00a0', ' ');

test.each([
	[{}, 'Simplified reporting procedure offered.'],
	[{ optOutWithin: 'P1Y' }, 'Simplified reporting procedure offered: the State may opt out within 1 year.'],
	[
		{ optOutUntil: '2025-03-21', listAhead: 'P1Y', repliesWithin: 'P12M' },
		'Simplified reporting procedure offered: the State may opt out until 21 March 2025, the list of issues comes at least 1 year before the report is due and the replies are due within 12 months of its receipt.'
	]
])('the simplified procedure with %j says its clauses', (data, sentence) =>
	expect(said('SimplifiedReportingProcedureOffered', data)).toBe(sentence)
);

test('a list of issues prior to reporting says when the State received it, once that is known', () => {
	const repliesDue = {
		kind: 'relative',
		interval: 'P1Y',
		anchor: 'ListOfIssuesPriorToReportingReceived'
	};
	expect(said('ListOfIssuesPriorToReportingAdopted', { symbol: 'CRPD/C/AZE/QPR/4-6', repliesDue })).toBe(
		'List of issues prior to reporting adopted: CRPD/C/AZE/QPR/4-6.'
	);
	expect(said('ListOfIssuesPriorToReportingAdopted', { received: '2029-10-11', repliesDue })).toBe(
		'List of issues prior to reporting adopted: received 11 October 2029, replies 1 year after: List of issues prior to reporting received.'
	);
});

test('concluding observations that were disseminated say in which languages', () => {
	expect(said('ConcludingObservationsDisseminated', { languages: 'Azerbaijani' })).toBe(
		'Concluding observations disseminated: Azerbaijani.'
	);
	expect(said('ConcludingObservationsDisseminated', {}, 'UPR/NZL/2')).toBe(
		'Report of the Working Group disseminated.'
	);
});
