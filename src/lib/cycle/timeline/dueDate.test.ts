import { describe, expect, test } from 'vitest';
import type { IsoDate } from '#lib/calendar/date.ts';
import { ccpr } from '#lib/procedures/ccpr.ts';
import { cmw } from '#lib/procedures/cmw.ts';
import type { Procedure } from '#lib/procedures/procedure.ts';
import type { Deadline, Duty } from '../deadline.ts';
import { readEvents, type EffectiveEvent } from '../events/read.ts';
import { envelope, minimalData } from '../testing/facts.ts';
import { resolveDueDate } from './dueDate.ts';

const fact = (type: string, on: IsoDate) =>
	readEvents([envelope(type, on, minimalData(type))]).known[0] as EffectiveEvent;
const unstated: Deadline = { kind: 'unstated' };
const exact = (basis: 'stated' | 'agreed'): Deadline => ({ kind: 'exact', due: '2023-11-01', basis });
const relativeTo = (anchor: Extract<Deadline, { kind: 'relative' }>['anchor']): Deadline => ({
	kind: 'relative',
	interval: 'P12M',
	anchor
});

const list = fact('ListOfIssuesPriorToReportingAdopted', '2018-09-14');
const receivedList = {
	...list,
	data: { ...list.data, received: '2018-10-02' }
} as EffectiveEvent;
const secondList = fact('ListOfIssuesAdopted', '2019-09-14');
const adopted = fact('ConcludingObservationsAdopted', '2021-10-08');
const requested = fact('FollowUpRequested', '2021-10-08');
const facts = [list, secondList, adopted, requested];
const resolve = (
	duty: Duty,
	deadline: Deadline,
	setBy: EffectiveEvent,
	{ procedure = cmw as Procedure, known = facts } = {}
) => resolveDueDate(duty, deadline, setBy, known, procedure);

describe('a day that was set', () => {
	test('counts as it was set, with the fact that set it', () => {
		const provisional: Deadline = { kind: 'provisional', due: '2023-11-01', basis: 'agreed' };
		expect(resolve('followUp', provisional, requested)).toEqual({
			due: '2023-11-01',
			certainty: 'provisional',
			basis: 'agreed',
			computed: null,
			from: '2021-10-08',
			setBy: requested
		});
	});

	test('has beside it what the rule gives where the committee stated it, not where it was agreed', () => {
		expect(resolve('followUp', exact('stated'), requested)).toMatchObject({
			due: '2023-11-01',
			computed: { due: '2023-10-08', interval: 'P24M', anchor: adopted }
		});
		expect(resolve('followUp', exact('agreed'), requested).computed).toBeNull();
	});
});

describe('an interval', () => {
	test.each<[Duty, Deadline, EffectiveEvent, IsoDate]>([
		['followUp', relativeTo('ConcludingObservationsAdopted'), requested, '2022-10-08'],
		['nextReport', relativeTo('ConcludingObservationsAdopted'), requested, '2022-10-08'],
		['replies', relativeTo('ListOfIssuesPriorToReportingAdopted'), list, '2019-09-14'],
		['replies', relativeTo('ListOfIssuesAdopted'), secondList, '2020-09-14']
	])('for %s is counted from its own anchor: %j', (duty, deadline, setBy, due) => {
		expect(resolve(duty, deadline, setBy)).toMatchObject({
			due,
			certainty: 'exact',
			basis: 'computed',
			computed: { due, interval: 'P12M', convention: 'correspondingDay', rule: null }
		});
	});

	test('from the receipt of a list is counted from the day it was received, and says so', () => {
		const deadline = relativeTo('ListOfIssuesPriorToReportingReceived');
		expect(resolve('replies', deadline, receivedList, { known: [receivedList] })).toMatchObject({
			due: '2019-10-02',
			computed: { since: 'ListOfIssuesPriorToReportingReceived', from: '2018-10-02', anchor: receivedList }
		});
		expect(resolve('nextReport', deadline, requested, { known: [receivedList, requested] }).due).toBeNull();
	});

	test.each<[string, Duty, Deadline, EffectiveEvent[]]>([
		['whose anchor is not known', 'followUp', relativeTo('ConcludingObservationsAdopted'), [requested]],
		['whose day is not known', 'replies', relativeTo('ListOfIssuesPriorToReportingReceived'), facts],
		[
			'from a list that belongs to the next cycle',
			'nextReport',
			relativeTo('ListOfIssuesPriorToReportingAdopted'),
			facts
		]
	])('%s gives no day', (_title, duty, deadline, known) => {
		expect(resolve(duty, deadline, requested, { known })).toEqual({
			due: null,
			certainty: 'undated',
			basis: 'unstated',
			computed: null,
			from: '2021-10-08',
			setBy: requested
		});
	});

	test('is counted from the last adoption, where a corrected record has two', () => {
		const again = fact('ConcludingObservationsAdopted', '2021-11-01');
		expect(
			resolve('followUp', relativeTo('ConcludingObservationsAdopted'), requested, {
				known: [adopted, again]
			}).due
		).toBe('2022-11-01');
	});
});

describe('what was asked for without a date', () => {
	test('has none, and says what the rule would give', () => {
		expect(resolve('followUp', unstated, requested)).toMatchObject({
			due: null,
			certainty: 'undated',
			basis: 'unstated',
			computed: { due: '2023-10-08', rule: cmw.followUp?.interval[0] }
		});
	});

	test('has the rule that was in force on the day of the adoption', () => {
		const resolved = (on: IsoDate) =>
			resolve('followUp', unstated, requested, {
				procedure: ccpr,
				known: [fact('ConcludingObservationsAdopted', on), requested]
			}).computed?.due;
		expect(resolved('2019-12-31')).toBe('2020-12-31');
		expect(resolved('2020-01-01')).toBe('2023-01-01');
	});

	test('has no rule before the adoption is known', () => {
		expect(resolve('followUp', unstated, requested, { known: [requested] }).computed).toBeNull();
	});

	test('has a rule for the replies to a list prior to reporting once it is received, and none for those to a second list', () => {
		expect(resolve('replies', unstated, receivedList, { known: [receivedList] }).computed).toMatchObject({
			due: '2019-10-02',
			interval: 'P1Y',
			anchor: receivedList,
			rule: cmw.simplifiedReporting?.repliesWithin[0]
		});
		expect(resolve('replies', unstated, list).computed).toBeNull();
		expect(resolve('replies', unstated, secondList).computed).toBeNull();
	});

	test('has no rule where the procedure has none for it', () => {
		const without = { procedure: { ...cmw, followUp: null, simplifiedReporting: null } };
		expect(resolve('followUp', unstated, requested, without).computed).toBeNull();
		expect(resolve('replies', unstated, list, without).computed).toBeNull();
		// And none is borrowed from another duty.
		expect(
			resolve('followUp', unstated, requested, { procedure: { ...cmw, followUp: null } }).computed
		).toBeNull();
	});
});
