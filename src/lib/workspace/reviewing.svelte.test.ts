import { describe, expect, it } from 'vitest';
import { passGate } from '#lib/cycle/gate.ts';
import { foldCycle } from '#lib/cycle/timeline/fold.ts';
import type { ProposedEvent, Reading } from '#lib/documents/types.ts';
import { newId, type Envelope } from '#lib/envelope/envelope.ts';
import { Reviewing, type ReadDocument, type Records } from './reviewing.svelte.ts';

const symbol = 'CMW/C/TUV/CO/1';
const source = (paragraph: string) => ({ document: symbol, paragraph });
const place = (start: number) => ({ start, end: start + 5, paragraph: '1' });

const adoption: ProposedEvent = {
	key: 'adoption',
	type: 'ConcludingObservationsAdopted',
	on: '2020-03-06',
	data: { symbol },
	source: source('1'),
	certainty: 'printed',
	facts: [place(0)]
};
const followUp: ProposedEvent = {
	key: 'followUp',
	type: 'FollowUpRequested',
	on: '2020-03-06',
	data: { units: ['9'], deadline: { kind: 'exact', due: '2022-03-06', basis: 'stated' } },
	source: source('60'),
	certainty: 'inferred',
	facts: [place(20)]
};
const dialogue: ProposedEvent = {
	key: 'dialogue',
	type: 'DialogueHeld',
	on: '2020-03-03',
	data: { dates: ['2020-03-03'] },
	source: source('1'),
	certainty: 'printed',
	facts: [place(40)]
};

const document = (proposals: ProposedEvent[], reading: object = { kind: 'CO' }): ReadDocument => ({
	name: 'a.txt',
	stream: 'CMW/TUV/1',
	proposals,
	reading: { ...reading, head: { symbol: { value: symbol, certainty: 'inferred' } } } as Reading
});

/** A log in memory behind the real gate. */
class Memory implements Records {
	events: readonly Envelope[] = [];
	passages: number[] = [];
	cycle(stream: string) {
		const events = this.events.filter((event) => event.stream === stream);
		return events.length ? { events, timeline: foldCycle(stream, events) } : null;
	}
	async record(proposals: Parameters<Records['record']>[0], { anyway = false } = {}) {
		const context = {
			today: '2024-01-01',
			now: '2024-01-01T00:00:00.000Z',
			by: '',
			replica: newId(),
			newId,
			anyway
		} as const;
		const passed = passGate(proposals, this.events, context);
		if (!passed.ok) return passed;
		const { events } = passed.value;
		this.events = [...this.events, ...events];
		this.passages.push(events.length);
		return { ok: true as const, value: events };
	}
}

const decisions = (reviewing: Reviewing) =>
	Object.fromEntries(reviewing.findings.map(({ key, decision }) => [key, decision]));

describe('the review of a document', () => {
	it('decides nothing by itself, and takes what is printed at one word', () => {
		const reviewing = new Reviewing(document([adoption, followUp]), new Memory());
		expect(decisions(reviewing)).toEqual({ adoption: 'open', followUp: 'open' });
		reviewing.acceptPrinted();
		expect(decisions(reviewing)).toEqual({ adoption: 'accepted', followUp: 'open' });
		expect(reviewing.undecided).toBe(1);
	});

	it('does not accept an event without a date before a person gives one', () => {
		const reviewing = new Reviewing(document([{ ...adoption, on: null }]), new Memory());
		reviewing.accept('adoption');
		reviewing.acceptPrinted();
		expect(decisions(reviewing)).toEqual({ adoption: 'open' });
		reviewing.correct('adoption', { on: '2020-03-06', data: { symbol } });
		expect(decisions(reviewing)).toEqual({ adoption: 'accepted' });
	});

	it('records nothing before the end, then all that was accepted in one passage, as it happened', async () => {
		const memory = new Memory();
		const reviewing = new Reviewing(document([adoption, followUp, dialogue]), memory);
		for (const { key } of reviewing.findings) reviewing.accept(key);
		expect(memory.events).toEqual([]);
		expect(reviewing.opensCycle).toBe(true);
		await reviewing.record();
		expect(reviewing.outcome).toEqual({ kind: 'recorded', count: 3, stream: 'CMW/TUV/1' });
		expect(memory.events.map(({ type }) => type)).toEqual([
			'CycleOpened',
			'DialogueHeld',
			'ConcludingObservationsAdopted',
			'FollowUpRequested'
		]);
		expect(memory.passages).toEqual([4]);
	});

	it('shows what the cycle has already, the same or otherwise, and leaves it out', async () => {
		const memory = new Memory();
		const first = new Reviewing(document([adoption, dialogue]), memory);
		first.acceptPrinted();
		await first.record();
		const other = { ...dialogue, data: { dates: ['2020-03-03'], meetings: [1] } } as ProposedEvent;
		const again = new Reviewing(document([adoption, followUp, other]), memory);
		expect(again.findings.map(({ recorded }) => recorded)).toEqual(['same', null, 'otherwise']);
		expect(decisions(again)).toEqual({ adoption: 'leftOut', followUp: 'open', dialogue: 'leftOut' });
	});

	it('says which event kept the whole from being recorded, and keeps everything as it was', async () => {
		const memory = new Memory();
		const reviewing = new Reviewing(document([followUp, dialogue]), memory);
		reviewing.accept('followUp');
		reviewing.accept('dialogue');
		await reviewing.record();
		expect(memory.events).toEqual([]);
		expect(reviewing.outcome).toMatchObject({ kind: 'refused', key: 'followUp' });
		expect(reviewing.findings[0]).toMatchObject({ decision: 'accepted', failure: { kind: 'notAccepted' } });
		await reviewing.record({ anyway: true });
		expect(reviewing.outcome).toMatchObject({ kind: 'recorded', count: 2 });
	});

	it('carries a corrected symbol, State or number into what is recorded', async () => {
		const memory = new Memory();
		const reviewing = new Reviewing(document([adoption]), memory);
		expect(reviewing.head.symbolIs).toBe('inferred');
		reviewing.setHead({ symbol: 'CMW/C/TUV/CO/1-2', reportNumbers: [1, 2] });
		expect(reviewing.head.symbolIs).toBe('confirmed');
		reviewing.acceptPrinted();
		await reviewing.record();
		expect(memory.events.at(-1)).toMatchObject({
			stream: 'CMW/TUV/1-2',
			data: { symbol: 'CMW/C/TUV/CO/1-2' },
			source: { document: 'CMW/C/TUV/CO/1-2' }
		});
	});

	it('knows whether what a reply answers is in the cycle', async () => {
		const memory = new Memory();
		const reply = document([], { kind: 'FCO', answers: { value: symbol } });
		expect(new Reviewing(reply, memory).answers).toEqual({ symbol, recorded: false });
		const observations = new Reviewing(document([adoption]), memory);
		observations.acceptPrinted();
		await observations.record();
		expect(new Reviewing(reply, memory).answers).toEqual({ symbol, recorded: true });
	});
});
