import { describe, expect, test } from 'vitest';
import type { Envelope } from '#lib/envelope/envelope.ts';
import { resolveCorrections } from './corrections.ts';
import { readEvents } from './events/read.ts';
import { envelope, minimalData } from './testing/facts.ts';

const adopted = envelope('ConcludingObservationsAdopted', '2021-10-08', {});
const correct = (target: Envelope, data: Record<string, unknown>, recordedAt = '2026-01-02T00:00:00.000Z') =>
	envelope('RecordCorrected', '2026-01-02', data, { corrects: target.id, recordedAt });
const withdraw = (target: Envelope, recordedAt?: string) =>
	correct(target, { action: 'withdraw', reason: 'entered twice' }, recordedAt);
const redate = (target: Envelope, on: string, recordedAt?: string) =>
	correct(target, { action: 'replace', reason: 'misread', on, data: {}, source: null }, recordedAt);
const resolve = (...events: Envelope[]) => resolveCorrections(readEvents(events).known);

describe('corrections', () => {
	test('a withdrawn event is no longer held to have happened', () => {
		const correction = withdraw(adopted);
		const { effective, withdrawn } = resolve(adopted, correction);
		expect(effective).toEqual([]);
		expect(withdrawn.get(adopted.id)).toBe(correction.id);
	});

	test('a replaced event has its new date and keeps its identity and its source', () => {
		const sourced = { ...adopted, source: { document: 'CMW/C/AZE/CO/3' } };
		const { effective } = resolve(sourced, redate(sourced, '2021-10-09'));
		expect(effective).toMatchObject([
			{ id: adopted.id, on: '2021-10-09', source: { document: 'CMW/C/AZE/CO/3' } }
		]);
	});

	test('a correction that is withdrawn has no effect', () => {
		const first = withdraw(adopted);
		const { effective, withdrawn } = resolve(adopted, first, withdraw(first));
		expect(effective).toMatchObject([{ id: adopted.id, on: '2021-10-08', correctedBy: [] }]);
		expect(withdrawn.has(adopted.id)).toBe(false);
	});

	test('withdrawn, brought back, and withdrawn again', () => {
		const first = withdraw(adopted);
		const undone = withdraw(first, '2026-01-03T00:00:00.000Z');
		const again = withdraw(adopted, '2026-01-04T00:00:00.000Z');
		expect(resolve(adopted, first, undone, again).effective).toEqual([]);
	});

	test('of several corrections the last recorded holds, whatever order they come in', () => {
		const earlier = redate(adopted, '2021-10-09', '2026-01-02T00:00:00.000Z');
		const later = redate(adopted, '2021-10-10', '2026-01-05T00:00:00.000Z');
		for (const order of [
			[adopted, earlier, later],
			[later, adopted, earlier],
			[later, earlier, adopted]
		])
			expect(resolve(...order).effective).toMatchObject([{ on: '2021-10-10' }]);
	});

	test('a replacement that came after a withdrawal brings the event back', () => {
		const gone = withdraw(adopted, '2026-01-02T00:00:00.000Z');
		const back = redate(adopted, '2021-10-09', '2026-01-03T00:00:00.000Z');
		const { effective, withdrawn } = resolve(adopted, gone, back);
		expect(effective).toMatchObject([{ on: '2021-10-09' }]);
		expect(withdrawn.has(adopted.id)).toBe(false);
	});

	test('a correction of something that is not in the record is idle, and said to be', () => {
		const { idle } = resolve(withdraw(adopted));
		expect(idle).toMatchObject([{ why: 'nothingToCorrect' }]);
	});

	test('a replacement of the wrong shape leaves the event as it was, and is said to be idle', () => {
		const requested = envelope('FollowUpRequested', '2021-10-08', minimalData('FollowUpRequested'));
		const { effective, idle } = resolve(requested, redate(requested, '2021-10-09'));
		expect(effective).toMatchObject([{ on: '2021-10-08' }]);
		expect(idle).toMatchObject([{ why: 'replacementInvalid' }]);
	});

	test('two corrections that point at each other end the search instead of hanging it', () => {
		const one = withdraw(adopted);
		const other = { ...withdraw(one), corrects: one.id };
		const circle = { ...one, corrects: other.id };
		expect(resolve(adopted, circle, other).effective).toHaveLength(1);
	});
});
