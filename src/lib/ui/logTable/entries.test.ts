import { describe, expect, it } from 'vitest';
import { foldCycle, type Timeline } from '#lib/cycle/timeline/fold.ts';
import type { Envelope } from '#lib/envelope/envelope.ts';
import { isLike, sayEvent, standings, type Filter } from './entries.ts';

let made = 0;
const event = (type: string, on: string, data: Record<string, unknown>, corrects?: string): Envelope => ({
	id: `017c9300-0000-7000-8000-${String(++made).padStart(12, '0')}`,
	stream: 'CMW/TUV/1',
	type,
	schema: 1,
	on: on as Envelope['on'],
	recordedAt: `2024-01-01T00:00:${String(made).padStart(2, '0')}.000Z`,
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

	it('tells what was taken out', () => {
		const bare: Envelope = { ...adoption, data: {}, redacted: '0'.repeat(64) };
		expect(standing([dialogue, bare], bare)).toEqual({ kind: 'redacted' });
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

describe('a filter', () => {
	const none = { text: '', cycle: '', type: '' };
	const narrow = (events: Envelope[], filter: Filter) => events.filter((one) => isLike(one, filter));

	it('that asks for nothing leaves everything', () => {
		expect(narrow(log, none)).toEqual(log);
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

describe('an id', () => {
	it('finds the event, and what was recorded about it', () => {
		const taken = event('RecordRedacted', '2024-01-02', { event: adoption.id, reason: 'a name' });
		const correction = withdraw(adoption);
		const found = [...log, correction, taken].filter((one) =>
			isLike(one, { text: adoption.id, cycle: '', type: '' })
		);
		expect(found).toEqual([adoption, correction, taken]);
	});
});

describe('sayEvent', () => {
	it('names what it cannot read, and says no more', () => {
		expect(sayEvent({ type: 'DialogueHeld', data: {} })).toBe('Constructive dialogue held');
	});
});
