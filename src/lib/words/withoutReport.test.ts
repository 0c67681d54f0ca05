import { expect, test } from 'vitest';
import type { IsoDate } from '#lib/calendar/date.ts';
import { envelope } from '#lib/cycle/testing/facts.ts';
import { foldCycle, type Timeline } from '#lib/cycle/timeline/fold.ts';
import { obligationOn, spellsOn } from '#lib/cycle/timeline/views.ts';
import { obligationSentence } from './obligation.ts';
import { stateLabel } from './states.ts';

/**
 * CMW/C/2, rules 33 and 34: a list of issues prior to reporting for a State that sent no report, and its review
 * without one, as of Belize in 2014 and Nigeria in 2017. The days are chosen for the test.
 */
const stream = 'CMW/BLZ/1';
const at = { stream };
const events = [
	envelope('TreatyEnteredIntoForce', '2003-07-01', { deadline: { kind: 'unstated' } }, at),
	envelope('ListOfIssuesPriorToReportingAdopted', '2013-09-13', { repliesDue: { kind: 'unstated' } }, at),
	envelope('DialogueHeld', '2014-09-02', { dates: ['2014-09-02'] }, at),
	envelope('ConcludingObservationsAdopted', '2014-09-05', {}, at)
];
const timeline = foldCycle(stream, events) as Timeline;
const standsOn = (day: IsoDate) =>
	timeline.obligations.flatMap((owed) => {
		const seen = obligationOn(owed, day);
		return seen ? [obligationSentence(seen)] : [];
	});
const isInOn = (day: IsoDate) => spellsOn(timeline, day).map(({ state }) => stateLabel(state));
const plain = (texts: string[]) => texts.map((text) => text.replaceAll('\u00a0', ' '));

test('every step of a review without a report is taken', () => {
	expect(timeline.anomalies).toEqual([]);
});

test('the list of issues prior to reporting takes the place of the initial report that never came', () => {
	expect(plain(standsOn('2013-09-12'))).toEqual(['Belize’s initial report to CMW is 3,360 days overdue.']);
	expect(plain(standsOn('2013-09-13'))).toEqual([
		'Belize’s initial report to CMW was overtaken by a later step of the cycle on 13 September 2013.',
		'Belize’s replies to the list of issues of CMW are asked for without a date.'
	]);
});

test('the review overtakes the replies, and the cycle goes on as any other', () => {
	expect(plain(standsOn('2014-09-02'))[1]).toBe(
		'Belize’s replies to the list of issues of CMW were overtaken by a later step of the cycle on 2 September 2014.'
	);
	expect(isInOn('2014-09-05')).toEqual(['No follow-up requested', 'No date for the next report']);
});
