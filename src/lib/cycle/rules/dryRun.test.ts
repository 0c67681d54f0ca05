import { describe, expect, test } from 'vitest';
import { amendment, envelope, minimalData } from '../testing/facts.ts';
import type { GateContext } from '../gate.ts';
import { changeOn, tryInCycle, type RuleChange } from './dryRun.ts';

const stream = 'CRPD/AZE/1';
const context: GateContext = {
	today: '2026-11-22',
	now: '2026-11-22T08:00:00.000Z',
	by: '',
	replica: '00000000-0000-7000-8000-000000000000',
	newId: () => '00000000-0000-7000-8000-00000000ffff'
};
const fact = (type: string, on: `${number}-${number}-${number}`, data = {}) =>
	envelope(type, on, { ...minimalData(type), ...data }, { stream });
const opened = fact('CycleOpened', '2020-01-01', {
	procedure: { body: 'CRPD', version: 1 },
	reportNumbers: [1]
});
const noticed = fact('NoticeOfReviewGiven', '2025-01-15', { deadline: { kind: 'unstated' } });
const stated = fact('NoticeOfReviewGiven', '2025-01-15', {
	deadline: { kind: 'exact', due: '2025-05-01', basis: 'stated' }
});
const moved = fact('DeadlineMoved', '2025-02-01', {
	duty: 'reportUnderNotice',
	deadline: { kind: 'exact', due: '2025-09-01', basis: 'agreed' }
});
const change = (...amendments: Parameters<typeof amendment>[0][]): RuleChange => ({
	body: 'CRPD',
	version: null,
	amendments: amendments.map((more) => amendment({ rule: 'reportAfterNotice', value: 'P6M', ...more })),
	reason: 'decided'
});
const id = `${stream}#reportUnderNotice-1`;

describe('a dry run tells', () => {
	test('a deadline that would be another, with its date and standing before and after', () => {
		const trial = tryInCycle(stream, [opened, noticed], change({}), context);
		expect(trial).toMatchObject({ deadlines: [{ id, stream }], compared: [], refused: [], taken: [] });
		expect(changeOn(trial!.deadlines[0]!, '2025-05-15')).toMatchObject({
			before: { date: { due: '2025-04-15' }, standing: { kind: 'overdue', days: 30 } },
			after: { date: { due: '2025-07-15' }, standing: { kind: 'dueIn', days: 61 } }
		});
	});

	test('that a stated date stays, and only what stands beside it changes', () => {
		expect(tryInCycle(stream, [opened, stated], change({}), context)).toMatchObject({
			deadlines: [],
			compared: [id]
		});
	});

	test('the first date of a deadline that was moved since', () => {
		const trial = tryInCycle(stream, [opened, noticed, moved], change({}), context);
		const seen = changeOn(trial!.deadlines[0]!, '2026-01-01');
		expect([seen.before?.date.due, seen.after?.date.due]).toEqual(['2025-04-15', '2025-07-15']);
	});

	test('a cycle in which no date changes, as it would run under the change all the same', () => {
		expect(tryInCycle(stream, [opened], change({}), context)).toMatchObject({ deadlines: [], compared: [] });
	});

	test('nothing of a cycle that runs under the change already, or whose body has no such rule', () => {
		const changed = fact('ProcedureChanged', '2026-01-01', {
			procedure: { body: 'CRPD', version: 1 },
			amendments: change({}).amendments
		});
		expect(tryInCycle(stream, [opened, noticed, changed], change({}), context)).toBeNull();
		expect(tryInCycle(stream, [opened, noticed], change({ rule: 'visitReplyWithin' }), context)).toBeNull();
	});
});

test('what is asked of the gate keeps the cycle under its own version', () => {
	expect(tryInCycle(stream, [opened, noticed], change({}), context)?.proposal).toEqual({
		stream,
		type: 'ProcedureChanged',
		on: '2026-11-22',
		data: { procedure: { body: 'CRPD', version: 1 }, amendments: change({}).amendments, reason: 'decided' },
		source: { document: 'CMW/C/99/1, para. 7' }
	});
});
