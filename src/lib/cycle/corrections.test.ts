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

	test('by instant, not by id: an id of a clock that runs ahead does not make a correction the last', () => {
		const ids = ['1', '2'].map((last) => `00000000-0000-7000-8000-f0000000000${last}`);
		const [low, high] = ids as [string, string];
		const [early, late] = ['2026-01-02T00:00:00.000Z', '2026-01-05T00:00:00.000Z'];
		const last = (...corrections: Envelope[]) => resolve(adopted, ...corrections).effective[0]?.on;
		const given = (id: string, on: string, recordedAt: string) => ({
			...redate(adopted, on, recordedAt),
			id
		});
		for (const [one, other] of [
			[low, high],
			[high, low]
		] as const) {
			const [earlier, later] = [given(one, '2021-10-09', early), given(other, '2021-10-10', late)];
			expect(last(earlier, later)).toBe('2021-10-10');
			expect(last(later, earlier)).toBe('2021-10-10');
		}
		// Recorded in one instant, the greater id is the later.
		const [lower, higher] = [given(low, '2021-10-09', early), given(high, '2021-10-10', early)];
		expect(last(lower, higher)).toBe('2021-10-10');
		expect(last(higher, lower)).toBe('2021-10-10');
	});

	test('an event says which corrections made it what it is, those without effect left out', () => {
		const first = redate(adopted, '2021-10-09', '2026-01-02T00:00:00.000Z');
		const undone = redate(adopted, '2021-10-10', '2026-01-03T00:00:00.000Z');
		const second = redate(adopted, '2021-10-11', '2026-01-04T00:00:00.000Z');
		const { effective } = resolve(adopted, first, undone, withdraw(undone), second);
		expect(effective).toMatchObject([{ correctedBy: [first.id, second.id] }]);
	});

	test('a correction of nothing at all, which names no event, is idle too', () => {
		const { corrects: _corrects, ...nameless } = withdraw(adopted);
		expect(resolve(adopted, nameless)).toMatchObject({
			effective: [{ id: adopted.id }],
			idle: [{ why: 'nothingToCorrect' }]
		});
	});

	test('a forged correction with the id of what it corrects neither hangs the reader nor has an effect', () => {
		const forged = { ...withdraw(adopted), id: adopted.id };
		expect(resolve(adopted, forged).effective).toMatchObject([{ type: 'ConcludingObservationsAdopted' }]);
	});
});
