import { SvelteMap } from 'svelte/reactivity';
import { genevaToday, instantNow } from '#lib/calendar/today.ts';
import { rankOf } from '#lib/cycle/events/catalogue.ts';
import type { EffectiveEvent } from '#lib/cycle/events/read.ts';
import { passGate, type Proposal } from '#lib/cycle/gate.ts';
import { numbersIn, rangeOf } from '#lib/cycle/reportNumbers.ts';
import type { Certainty, ProposedEvent, Reading } from '#lib/documents/types.ts';
import type { Envelope } from '#lib/envelope/envelope.ts';
import { procedureOf } from '#lib/procedures/index.ts';
import type { Result } from '#lib/result.ts';
import type { OpenCycle } from './openCycles.ts';
import type { RecordFailure } from './workspace.svelte.ts';

/** What was read in a document. */
export interface ReadDocument {
	/** The name of its file. */
	name: string;
	reading: Reading;
	proposals: readonly ProposedEvent[];
	/** The cycle it belongs to, as the document tells it. */
	stream: string;
}

export type Decision = 'open' | 'accepted' | 'leftOut';

/** A proposed event as it stands in the review. */
export interface Finding {
	key: string;
	type: ProposedEvent['type'];
	on: string | null;
	data: Record<string, unknown>;
	source: ProposedEvent['source'];
	certainty: Certainty;
	facts: ProposedEvent['facts'];
	decision: Decision;
	corrected: boolean;
	/** Whether the cycle has it already: the same, or the same kind on the same day with other details. */
	recorded: 'same' | 'otherwise' | null;
	/** Why it kept the whole from being recorded. */
	failure: RecordFailure | null;
}

/** What the document says of itself, and what a person made of it. */
export interface ReviewHead {
	body: string;
	state: string;
	reportNumbers: readonly number[];
	symbol: string;
	symbolIs: Certainty | 'confirmed';
}

export type Outcome =
	| { kind: 'reviewing' }
	| { kind: 'recording' }
	/** Nothing was recorded, and everything is as it was. */
	| { kind: 'refused'; failure: RecordFailure; key: string | null }
	| { kind: 'recorded'; count: number; stream: string };

/** As much of the workspace as a review needs. */
export interface Records {
	/** A cycle in full; undefined while it is being read, null where nothing is known of it. */
	cycle(stream: string): OpenCycle | null | undefined;
	record(
		proposals: readonly Proposal[],
		options?: { anyway?: boolean }
	): Promise<Result<Envelope[], RecordFailure>>;
}

/** The review of one document. Nothing is recorded before `record`, and then all that was accepted at once. */
export class Reviewing {
	readonly read: ReadDocument;
	readonly #records: Records;
	#head = $state.raw<ReviewHead>(undefined as never);
	#outcome = $state.raw<Outcome>({ kind: 'reviewing' });
	readonly #decisions = new SvelteMap<string, Decision>();
	readonly #corrections = new SvelteMap<string, { on: string; data: Record<string, unknown> }>();

	readonly #stream = $derived(`${this.#head.body}/${this.#head.state}/${rangeOf(this.#head.reportNumbers)}`);
	readonly #proposed = $derived.by(() => this.read.proposals.map((one) => this.#asItStands(one)));
	readonly #recorded = $derived.by(() => this.#compare());
	readonly #findings = $derived.by((): Finding[] =>
		this.#proposed.map((finding) => {
			const recorded = this.#recorded.get(finding.key) ?? null;
			return {
				...finding,
				recorded,
				decision: this.#decisions.get(finding.key) ?? (recorded ? 'leftOut' : 'open'),
				failure:
					this.#outcome.kind === 'refused' && this.#outcome.key === finding.key ? this.#outcome.failure : null
			};
		})
	);
	readonly #accepted = $derived(this.#findings.filter(({ decision }) => decision === 'accepted'));

	constructor(read: ReadDocument, records: Records) {
		this.read = read;
		this.#records = records;
		const [body = '', state = '', numbers = ''] = read.stream.split('/');
		const { value: symbol, certainty } = read.reading.head.symbol;
		this.#head = { body, state, reportNumbers: numbersIn(numbers), symbol, symbolIs: certainty };
	}

	get head(): ReviewHead {
		return this.#head;
	}
	/** The cycle it joins. */
	get stream(): string {
		return this.#stream;
	}
	/** The proposed events in the order of the page. */
	get findings(): readonly Finding[] {
		return this.#findings;
	}
	/** What will be recorded. */
	get accepted(): readonly Finding[] {
		return this.#accepted;
	}
	/** How many nobody has decided about yet. */
	get undecided(): number {
		return this.#findings.filter(({ decision }) => decision === 'open').length;
	}
	/** Whether the cycle has all of it already. */
	get isRecorded(): boolean {
		return this.#findings.length > 0 && this.#findings.every(({ recorded }) => recorded === 'same');
	}
	/** Whether recording opens the cycle's record. */
	get opensCycle(): boolean {
		return this.#records.cycle(this.#stream) === null;
	}
	/** Whether the committee's procedure is known; without it nothing can be recorded. */
	get procedureKnown(): boolean {
		return procedureOf(this.#head.body) !== undefined;
	}
	/** For a reply: what it answers, and whether that is in the cycle it joins. */
	get answers(): { symbol: string; recorded: boolean } | null {
		const { reading } = this.read;
		if (reading.kind !== 'FCO') return null;
		const symbol = reading.answers.value;
		const facts = this.#factsOf(this.#stream);
		return { symbol, recorded: facts.some((fact) => isAdoptionOf(fact, symbol)) };
	}
	get outcome(): Outcome {
		return this.#outcome;
	}

	/** Accepts one, unless its date is still to be given. */
	accept(key: string): void {
		if (this.#find(key)?.on) this.#decide(key, 'accepted');
	}

	leaveOut(key: string): void {
		this.#decide(key, 'leftOut');
	}

	/** Accepts whatever the document says in so many words and nobody has decided about. */
	acceptPrinted(): void {
		for (const { key, certainty, decision } of this.#findings)
			if (certainty === 'printed' && decision === 'open') this.accept(key);
	}

	/** Puts a person's values in the place of those read, and accepts them. */
	correct(key: string, corrected: { on: string; data: Record<string, unknown> }): void {
		this.#corrections.set(key, corrected);
		this.#decide(key, 'accepted');
	}

	/** Goes back to what was read. */
	undoCorrection(key: string): void {
		this.#corrections.delete(key);
		this.#decide(key, 'open');
	}

	/** Says otherwise what the document is. A symbol given by a person counts as confirmed. */
	setHead(head: Partial<Omit<ReviewHead, 'symbolIs'>>): void {
		this.#head = { ...this.#head, ...head, symbolIs: head.symbol ? 'confirmed' : this.#head.symbolIs };
		this.#outcome = { kind: 'reviewing' };
	}

	/** Records what was accepted: all of it, or nothing. */
	async record({ anyway = false } = {}): Promise<void> {
		if (this.#accepted.length === 0 || this.#outcome.kind === 'recording') return;
		const stream = this.#stream;
		const findings = [...this.#accepted].sort(inOrderOfHappening);
		this.#outcome = { kind: 'recording' };
		const recorded = await this.#records.record(
			findings.map((finding) => proposalOf(finding, stream)),
			{ anyway }
		);
		if (recorded.ok) {
			this.#outcome = { kind: 'recorded', count: findings.length, stream };
			return;
		}
		const failure = recorded.error;
		const key = 'proposal' in failure ? (findings[failure.proposal]?.key ?? null) : null;
		this.#outcome = { kind: 'refused', failure, key };
	}

	#factsOf(stream: string): readonly EffectiveEvent[] {
		const timeline = this.#records.cycle(stream)?.timeline;
		return timeline && 'facts' in timeline ? timeline.facts : [];
	}

	#find(key: string): Finding | undefined {
		return this.#findings.find((finding) => finding.key === key);
	}

	#decide(key: string, decision: Decision): void {
		this.#decisions.set(key, decision);
		this.#outcome = { kind: 'reviewing' };
	}

	#asItStands(proposed: ProposedEvent): Omit<Finding, 'decision' | 'recorded' | 'failure'> {
		const { key, type, certainty, facts } = proposed;
		const read = this.read.reading.head.symbol.value;
		const { symbol } = this.#head;
		const correction = this.#corrections.get(key);
		const named = (text: unknown) => (text === read ? symbol : text);
		const data =
			'symbol' in proposed.data ? { ...proposed.data, symbol: named(proposed.data.symbol) } : proposed.data;
		return {
			key,
			type,
			certainty,
			facts,
			on: correction?.on ?? proposed.on,
			data: correction?.data ?? data,
			source: proposed.source.document === read ? { ...proposed.source, document: symbol } : proposed.source,
			corrected: correction !== undefined
		};
	}

	/** Which of the proposed events the cycle has already. The gate itself says what is the same. */
	#compare(): Map<string, 'same' | 'otherwise'> {
		const stream = this.#stream;
		const ofStream = this.#records.cycle(stream)?.events ?? [];
		const facts = this.#factsOf(stream);
		const now = instantNow();
		const asking = { today: genevaToday(now), now, by: '', replica: '', newId: () => '', anyway: true };
		const found = new Map<string, 'same' | 'otherwise'>();
		for (const finding of this.#proposed) {
			if (!finding.on || ofStream.length === 0) continue;
			const asked = passGate([proposalOf(finding, stream)], ofStream, asking);
			if (!asked.ok && asked.error.kind === 'alreadyRecorded') found.set(finding.key, 'same');
			else if (facts.some(({ type, on }) => type === finding.type && on === finding.on))
				found.set(finding.key, 'otherwise');
		}
		return found;
	}
}

const isAdoptionOf = (fact: EffectiveEvent, symbol: string): boolean =>
	fact.type === 'ConcludingObservationsAdopted' && fact.data.symbol === symbol;

const proposalOf = (
	{ type, on, data, source }: Pick<Finding, 'type' | 'on' | 'data' | 'source'>,
	stream: string
): Proposal => ({ stream, type, on: on ?? '', data, source });

/** The gate takes one event after another, so they come to it as they happened. */
const inOrderOfHappening = (one: Finding, other: Finding): number =>
	(one.on ?? '') < (other.on ?? '')
		? -1
		: (one.on ?? '') > (other.on ?? '')
			? 1
			: rankOf(one.type) - rankOf(other.type);
