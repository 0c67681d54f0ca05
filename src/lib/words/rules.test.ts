import { expect, test } from 'vitest';
import { amendment, envelope, minimalData } from '#lib/cycle/testing/facts.ts';
import { foldCycle, type Timeline } from '#lib/cycle/timeline/fold.ts';
import { datingRules } from '#lib/procedures/amendments.ts';
import { eventSentence } from './events.ts';
import { anomalySentence } from './refusals.ts';
import { amendmentWords, ruleName } from './rules.ts';
import { undoneWords } from './undo.ts';
import { why } from './why.ts';

const plain = (text: string) => text.replaceAll('\u00a0', ' ');

test('every rule that can be changed has a name of its own', () => {
	expect(new Set(datingRules.map(ruleName)).size).toBe(datingRules.length);
});

test('an amended rule is said with its value, its first day and its source', () => {
	expect(plain(amendmentWords(amendment()))).toBe(
		'Follow-up information due after the adoption: 18 months, from 1 January 2021 on (CMW/C/99/1, para. 7)'
	);
});

test('a changed rule says its reason; where it came with the opening, the procedure', () => {
	const data = minimalData('ProcedureChanged');
	const { reason: _, ...withoutReason } = data;
	const say = (said: object) => eventSentence({ type: 'ProcedureChanged', data: said } as never);
	expect(say(data)).toBe('Rules changed: decided.');
	expect(say(withoutReason)).toBe('Rules changed: under version 1 of the procedure of CMW.');
});

const stream = 'CRPD/AZE/1';
const changed = (body: string) =>
	envelope(
		'ProcedureChanged',
		'2026-01-01',
		{
			procedure: { body, version: 1 },
			amendments: [amendment({ rule: 'reportAfterNotice', verified: false })]
		},
		{ stream }
	);
const noticed = envelope('NoticeOfReviewGiven', '2025-01-15', { deadline: { kind: 'unstated' } }, { stream });

test('why a date is what it is names the source of the amended rule, and that nobody read it there', () => {
	const { obligations } = foldCycle(stream, [noticed, changed('CRPD')]) as Timeline;
	const said = plain(why(obligations[0]!.dates[0]!).join(' '));
	expect(said).toContain('15 July 2026');
	expect(said).toContain('CMW/C/99/1, para. 7');
	expect(said).toMatch(/not (been )?(verified|checked)/);
});

test.each([
	['CCPR/AZE/5', '2019-12-31', 'its first or last day is not known for certain'],
	['CESCR/AZE/5', '2019-09-30', 'has not been verified against its text'],
	['CEDAW/AZE/5', '2019-09-30', null]
] as const)('how surely the rule is known that %s is held against is said', (of, on, doubt) => {
	const unstated = { units: ['16'], deadline: { kind: 'unstated' } };
	const { obligations } = foldCycle(of, [
		envelope('ConcludingObservationsAdopted', on, {}, { stream: of }),
		envelope('FollowUpRequested', on, unstated, { stream: of })
	]) as Timeline;
	const said = why(obligations[0]!.dates[0]!).join(' ');
	if (doubt) expect(said).toContain(doubt);
	else expect(said).not.toMatch(/not (been )?(verified|known)/);
});

test('replies counted from the receipt of a list say so', () => {
	const of = 'CRPD/AZE/4-6';
	const { obligations } = foldCycle(of, [
		envelope(
			'ListOfIssuesPriorToReportingAdopted',
			'2029-09-20',
			{ received: '2029-10-11', repliesDue: { kind: 'unstated' } },
			{ stream: of }
		)
	]) as Timeline;
	expect(plain(why(obligations[0]!.dates[0]!).join(' '))).toContain(
		'1 year from 11 October 2029 (List of issues prior to reporting received)'
	);
});

test('the Universal Periodic Review says in its own words what a date is counted from', () => {
	const of = 'UPR/NZL/2';
	const { obligations } = foldCycle(of, [
		envelope('ConcludingObservationsAdopted', '2014-01-31', {}, { stream: of }),
		envelope(
			'NextReportRequested',
			'2014-01-31',
			{
				numbers: [3],
				deadline: { kind: 'relative', interval: 'P54M', anchor: 'ConcludingObservationsAdopted' }
			},
			{ stream: of }
		)
	]) as Timeline;
	expect(plain(why(obligations[0]!.dates[0]!)[0]!)).toBe(
		'The date 31 July 2018 is computed: 54 months from 31 January 2014 (Report of the Working Group adopted).'
	);
});

test('a change that speaks of another body is explained', () => {
	const { anomalies } = foldCycle(stream, [noticed, changed('CAT')]) as Timeline;
	expect(anomalySentence(anomalies[0]!)).toMatch(/^This change of the rules speaks of another body.*\.$/);
});

test('a changed rule that is undone in many cycles is said by their number', () => {
	const events = ['AZE', 'ALB', 'ARG'].map((state) => ({ ...changed('CRPD'), stream: `CRPD/${state}/1` }));
	expect(undoneWords(events)).toBe('the rules changed in 3 cycles');
});
