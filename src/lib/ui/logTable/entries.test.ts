import { describe, expect, it } from 'vitest';
import { foldCycle, type Timeline } from '#lib/cycle/timeline/fold.ts';
import type { Envelope } from '#lib/envelope/envelope.ts';
import { narrow, sayEvent, standings } from './entries.ts';

let version = 0;
const event = (type: string, on: string, data: Record<string, unknown>, corrects?: string): Envelope => ({
	id: `017c9300-0000-7000-8000-${String(version + 1).padStart(12, '0')}`,
	stream: 'CMW/TUV/1',
	version: ++version,
	type,
	schema: 1,
	on: on as Envelope['on'],
	recordedAt: `2024-01-01T00:00:${String(version).padStart(2, '0')}.000Z`,
	by: 'Mele',
	replica: '017c9300-0000-7000-8000-000000000000',
	source: null,
	data,
	...(corrects && { corrects })
});

const dialogue = event('DialogueHeld', '2020-03-03', { dates: ['2020-03-03'] });
const adoption = event('ConcludingObservationsAdopted', '2020-03-06', { symbol: 'CMW/C/TUV/CO/1' });
const received = event('FollowUpReceived', '2022-03-06', { sections: [] });
const unheardOf = event('SomethingNewer', '2022-03-06', { a: 1 });
const log = [dialogue, adoption, received, unheardOf];

const withdraw = (of: Envelope) =>
	event('RecordCorrected', '2024-01-02', { action: 'withdraw', reason: 'twice' }, of.id);

const standing = (events: Envelope[], of: Envelope) =>
	standings([foldCycle(of.stream, events) as Timeline])(of.id);

describe('standings', () => {
	it('tells what counts, what does not fit and what cannot be read', () => {
		expect(standing(log, adoption)).toEqual({ kind: 'counts' });
		expect(standing(log, received)).toEqual({ kind: 'odd' });
		expect(standing(log, unheardOf)).toEqual({ kind: 'unread' });
	});

	it('tells what was withdrawn, and that it counts again once that is undone', () => {
		const correction = withdraw(dialogue);
		expect(standing([...log, correction], dialogue)).toEqual({ kind: 'withdrawn', by: correction.id });
		const undone = [...log, correction, withdraw(correction)];
		expect(standing(undone, dialogue)).toEqual({ kind: 'counts' });
		expect(standing(undone, correction)).toMatchObject({ kind: 'withdrawn' });
	});

	it('gives what a corrected event reads now', () => {
		const replaced = {
			action: 'replace',
			reason: 'typo',
			on: '2020-03-04',
			data: { dates: ['2020-03-04'] },
			source: null
		};
		const correction = event('RecordCorrected', '2024-01-02', replaced, dialogue.id);
		expect(standing([...log, correction], dialogue)).toMatchObject({
			kind: 'corrected',
			as: { on: '2020-03-04' }
		});
	});
});

describe('narrow', () => {
	const none = { text: '', cycle: '', type: '' };

	it('gives all, the newest first', () => {
		expect(narrow(log, none)).toEqual([...log].reverse());
	});

	it('finds every typed word, in sentences, dates, cycles and names', () => {
		expect(narrow(log, { ...none, text: 'march mele dialogue tuvalu' })).toEqual([dialogue]);
		expect(narrow(log, { ...none, text: '2020-03-06' })).toEqual([adoption]);
	});

	it('keeps to a cycle and a kind', () => {
		expect(narrow(log, { ...none, cycle: 'CMW/AZE/3' })).toEqual([]);
		expect(narrow(log, { ...none, type: 'FollowUpReceived' })).toEqual([received]);
	});
});

describe('sayEvent', () => {
	it('names what it cannot read, and says no more', () => {
		expect(sayEvent({ type: 'DialogueHeld', data: {} })).toBe('Constructive dialogue held');
	});
});
