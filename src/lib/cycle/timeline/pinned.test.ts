import { describe, expect, test } from 'vitest';
import type { Envelope } from '#lib/envelope/envelope.ts';
import type { Amendment } from '#lib/procedures/amendments.ts';
import { cmw } from '#lib/procedures/cmw.ts';
import { amendment, envelope, minimalData } from '../testing/facts.ts';
import { dateHistory } from './dateHistory.ts';
import { foldCycle, type Timeline } from './fold.ts';
import { knownAt } from './knownAt.ts';

const opened = (version = 1) =>
	envelope('CycleOpened', '2021-10-08', { procedure: { body: 'CMW', version }, reportNumbers: [3] });
const changed = (amendments: Partial<Amendment>[], more: Partial<Envelope> = {}, body = 'CMW') =>
	envelope(
		'ProcedureChanged',
		'2026-03-01',
		{ procedure: { body, version: 1 }, amendments: amendments.map(amendment), reason: 'decided' },
		{ recordedAt: '2026-03-01T00:00:00.000Z', ...more }
	);
const withdrawing = ({ id }: Envelope) =>
	envelope(
		'RecordCorrected',
		'2026-04-01',
		{ action: 'withdraw', reason: 'not decided' },
		{ corrects: id, recordedAt: '2026-04-01T00:00:00.000Z' }
	);
const adopted = envelope('ConcludingObservationsAdopted', '2021-10-08', {});
/** Without a date of its own, so that the rule gives one to stand beside it. */
const requested = envelope('FollowUpRequested', '2021-10-08', {
	units: ['16'],
	deadline: { kind: 'exact', due: '2023-11-01', basis: 'stated' }
});
const facts = [opened(), adopted, requested];

const fold = (...events: Envelope[]) => foldCycle('CMW/AZE/3', events) as Timeline;
const computedIn = ({ obligations }: Timeline) => obligations[0]?.dates[0]?.computed;

test('without a change a cycle runs under the procedure as it stands, the same object', () => {
	expect(fold(...facts).procedure.followUp).toBe(cmw.followUp);
	expect(fold(...facts).amendments).toEqual([]);
});

describe('a changed rule', () => {
	test('counts what is counted from its first day on, and says its own source', () => {
		const timeline = fold(...facts, changed([{}]));
		expect(computedIn(timeline)).toMatchObject({
			due: '2023-04-08',
			rule: { source: 'CMW/C/99/1, para. 7' }
		});
	});

	test('leaves what is counted from an earlier day its date', () => {
		const timeline = fold(...facts, changed([{ validFrom: '2021-10-09' }]));
		expect(computedIn(timeline)).toMatchObject({
			due: '2023-10-08',
			rule: { source: cmw.followUp!.interval[0]!.source, validTo: '2021-10-08' }
		});
	});

	test('never moves a date that was stated in a document', () => {
		expect(fold(...facts, changed([{}])).obligations[0]!.dates[0]).toMatchObject({
			due: '2023-11-01',
			basis: 'stated'
		});
	});

	test('did not hold before it was recorded', () => {
		const events = [...facts, changed([{}])];
		expect(computedIn(fold(...knownAt(events, '2026-02-28T23:59:59.999Z')))?.due).toBe('2023-10-08');
		expect(computedIn(fold(...knownAt(events, '2026-03-01T00:00:00.000Z')))?.due).toBe('2023-04-08');
	});

	test('that is taken back holds no longer', () => {
		const change = changed([{}]);
		expect(fold(...facts, change, withdrawing(change)).procedure.followUp).toBe(cmw.followUp);
	});

	test('that is corrected holds as corrected', () => {
		const change = changed([{}]);
		const data = { ...minimalData('ProcedureChanged'), amendments: [amendment({ value: 'P30M' })] };
		const correction = envelope(
			'RecordCorrected',
			'2026-04-01',
			{ action: 'replace', reason: 'misread', on: '2026-03-01', data, source: null },
			{ corrects: change.id }
		);
		expect(computedIn(fold(...facts, change, correction))?.due).toBe('2024-04-08');
	});

	test('whose content was taken out holds no longer', () => {
		const { data: _, ...rest } = changed([{}]);
		const redacted = { ...rest, data: {}, redacted: true } as unknown as Envelope;
		expect(fold(...facts, redacted).procedure.followUp).toBe(cmw.followUp);
	});

	test('stands beside another one, and alone once that is taken back', () => {
		const [first, second] = [
			changed([{}]),
			changed([{ rule: 'repliesWithin', value: 'P6M' }], { recordedAt: '2026-03-02T00:00:00.000Z' })
		];
		expect(fold(...facts, first, second).amendments).toHaveLength(2);
		expect(fold(...facts, first, second, withdrawing(second)).procedure).toBe(
			fold(...facts, first).procedure
		);
		expect(fold(...facts, first, second, withdrawing(first)).procedure).toBe(
			fold(...facts, second).procedure
		);
	});

	test('of the same day gives way to the one recorded last, in whatever order they arrive', () => {
		const [first, second] = [
			changed([{ value: 'P6M' }]),
			changed([{ value: 'P12M' }], { recordedAt: '2026-03-02T00:00:00.000Z' })
		];
		for (const events of [
			[first, second],
			[second, first]
		])
			expect(computedIn(fold(...facts, ...events))?.due).toBe('2022-10-08');
	});

	test.each([
		['of another body', changed([{}], {}, 'CAT')],
		['of a rule the body does not have', changed([{ rule: 'visitReplyWithin' }])]
	])('%s changes nothing and is kept as odd', (_, change) => {
		const timeline = fold(...facts, change);
		expect(timeline.procedure.followUp).toBe(cmw.followUp);
		expect(timeline.anomalies).toMatchObject([{ kind: 'idleChange', event: { id: change.id } }]);
	});

	test('is no fact of the world: the statechart goes the same way', () => {
		const [before, after] = [fold(...facts), fold(...facts, changed([{}]))];
		expect(after.steps).toEqual(before.steps);
		expect(after.facts).toEqual(before.facts);
	});

	test('to a version that is not known here leaves the cycle unfolded, like an opening under one', () => {
		const change = changed([]);
		change.data = { ...change.data, procedure: { body: 'CMW', version: 99 } };
		expect(foldCycle('CMW/AZE/3', [...facts, change])).toMatchObject({ kind: 'unknownProcedure' });
	});

	test('is told as what gave a computed date another day', () => {
		const stream = 'CRPD/AZE/1';
		const here = { stream };
		const events = [
			envelope('NoticeOfReviewGiven', '2025-01-15', { deadline: { kind: 'unstated' } }, here),
			changed([{ rule: 'reportAfterNotice', value: 'P6M' }], here, 'CRPD')
		];
		const history = dateHistory({ id: `${stream}#reportUnderNotice-1`, stream }, events);
		expect(history.map(({ due, learntBy, givenUpBy }) => [due, learntBy.type, givenUpBy?.type])).toEqual([
			['2025-04-15', 'NoticeOfReviewGiven', 'ProcedureChanged'],
			['2025-07-15', 'ProcedureChanged', undefined]
		]);
	});
});
