import { describe, expect, test } from 'vitest';
import { foldCycle, type Timeline } from '#lib/cycle/timeline/fold.ts';
import { acceptedOn } from '#lib/cycle/timeline/acceptedOn.ts';
import { obligationsOn, spellsOn } from '#lib/cycle/timeline/views.ts';
import { coverageOn, notAnswered, recommendationsOn } from '#lib/cycle/coverage.ts';
import type { IsoDate } from '#lib/calendar/date.ts';
import { workedExample } from './workedExample.ts';

const timeline = foldCycle('CMW/AZE/3', workedExample) as Timeline;
const standing = (duty: string, asOf: IsoDate) =>
	obligationsOn([timeline], asOf).find(({ obligation }) => obligation.duty === duty)?.standing;

describe('the worked example, day by day', () => {
	test.each<[string, IsoDate, object | undefined]>([
		['followUp', '2021-10-07', undefined],
		['followUp', '2023-10-31', { kind: 'dueIn', days: 1 }],
		['followUp', '2023-11-01', { kind: 'dueToday' }],
		['followUp', '2023-11-02', { kind: 'overdue', days: 1 }],
		['followUp', '2023-12-01', { kind: 'overdue', days: 30 }],
		['followUp', '2024-02-01', { kind: 'met', on: '2024-01-17', daysLate: 77 }],
		['nextReport', '2026-11-01', { kind: 'dueToday' }],
		['nextReport', '2026-11-22', { kind: 'overdue', days: 21 }]
	])('%s on %s', (duty, asOf, expected) => {
		expect(standing(duty, asOf)).toEqual(expected);
	});

	test('everything in it is taken by the statechart', () => {
		expect(timeline.anomalies).toEqual([]);
	});

	test('the statechart is in received on 1 February 2024', () => {
		const states = spellsOn(timeline, '2024-02-01').map(({ state }) => state);
		expect(states).toContain('afterAdoption.followUp.received');
		expect(states).toContain('afterAdoption.nextReport.awaited.deadline.running');
	});

	test('the fourth report becomes overdue on the day after its due day, though that lies ahead of every fact', () => {
		const overdue = timeline.spells.find(
			({ state }) => state === 'afterAdoption.nextReport.awaited.deadline.overdue'
		);
		expect(overdue).toMatchObject({ from: '2026-11-02', to: null, entered: { kind: 'clock' } });
	});

	test('62 (c) is the one lettered unit not answered; three units have two deadlines', () => {
		const rows = coverageOn(timeline, '2024-02-01');
		expect(notAnswered(rows)).toEqual(['62(c)']);
		const twice = rows.filter(({ deadlines }) => deadlines.length === 2).map(({ unit }) => unit);
		expect(twice).toEqual(['16(b)', '60(d)', '62(c)']);
		expect(rows.filter(({ answer }) => answer.kind === 'notOnItsOwn').map(({ unit }) => unit)).toEqual([
			'16',
			'36(c)(i)',
			'36(c)(ii)',
			'36(c)(iii)',
			'36(c)(iv)'
		]);
		expect(rows).toHaveLength(20);
	});

	test('28 recommendations and one among the positive aspects, nine duties for the next report', () => {
		const rows = recommendationsOn(timeline, '2024-02-01');
		expect(rows).toHaveLength(29);
		expect(rows.flatMap(({ forNextReport }) => forNextReport)).toHaveLength(9);
	});

	test('the stated follow-up date stands, and what the rule gives is told beside it', () => {
		const [seen] = obligationsOn([timeline], '2024-02-01').filter(
			({ obligation }) => obligation.duty === 'followUp'
		);
		expect(seen?.date).toMatchObject({ due: '2023-11-01', basis: 'stated', computed: { due: '2023-10-08' } });
	});

	test('what can be recorded next depends on the day', () => {
		expect(acceptedOn(timeline, '2023-12-01')).toContain('FollowUpReceived');
		expect(acceptedOn(timeline, '2024-02-01')).toContain('FollowUpAssessed');
		expect(acceptedOn(timeline, '2021-10-06')).toContain('ConcludingObservationsAdopted');
		expect(acceptedOn(timeline, '2021-10-06')).not.toContain('DialogueHeld');
	});
});
