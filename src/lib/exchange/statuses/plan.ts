import type { Duty } from '#lib/cycle/deadline.ts';
import type { EventType } from '#lib/cycle/events/catalogue.ts';
import { passGate, type GateContext, type GateRefusal, type Proposal } from '#lib/cycle/gate.ts';
import { numbersIn } from '#lib/cycle/reportNumbers.ts';
import { partiesOf } from '#lib/cycle/stream.ts';
import type { Envelope, NewEvent } from '#lib/envelope/envelope.ts';
import type { ReadTable } from '../table/readTable.ts';
import { RecordedCycle, type Difference, type Replacement } from './against.ts';
import { statusIn, type HowToRead, type LineRefusal } from './line.ts';
import { proposalsOf, statedIn, streamOf, type Status, type StatusRefusal } from './status.ts';

/** Why nothing of a line is recorded. */
export type Refusal =
	| LineRefusal
	| StatusRefusal
	| { kind: 'fileFault'; fault: ReadTable['bad'][number]['fault'] }
	/** Another line states something else of the same cycle: neither is recorded. */
	| { kind: 'contradicted'; line: number }
	/** A duty that only the record can know of, and it does not. */
	| { kind: 'notOwed'; duty: Duty }
	| { kind: 'gate'; refusal: GateRefusal };

/** What becomes of a line. */
export type Outcome =
	/** A cycle that is not here yet, or more of one that is. */
	| { kind: 'new' | 'adds'; types: EventType[]; differences: Difference[]; leftOut: boolean }
	/** Recorded otherwise: left as it is, or put right. */
	| { kind: 'differs' | 'corrects'; types: EventType[]; differences: Difference[]; leftOut: boolean }
	| { kind: 'same'; leftOut: boolean }
	/** It says what an earlier line says. */
	| { kind: 'repeated'; line: number }
	| { kind: 'refused'; why: Refusal };

export interface PlannedLine {
	line: number;
	/** The cycle; null where the line does not say which. */
	stream: string | null;
	outcome: Outcome;
}

/** What would be recorded of a table. */
export interface Plan {
	/** In the order of the file. */
	lines: PlannedLine[];
	/** What passed the gate, in the order in which it is to be recorded. */
	events: NewEvent[];
}

/** Everything beside the table that a plan depends on. */
export interface Circumstances extends HowToRead {
	/** What the log holds of the cycles concerned, and of all others of their State and body. */
	recorded: readonly Envelope[];
	gate: GateContext;
	/** The name of the file, which is written with every event as its source. */
	file: string;
	/** Whether what is recorded otherwise is corrected. */
	putRight: boolean;
}

/** A line that states something of a cycle. */
interface StatusLine {
	line: number;
	cells: readonly string[];
	stream: string;
	status: Status;
}

/**
 * What recording a table would do, line by line; nothing is recorded. Gives from time to time how far it is, from 0
 * to 1, so that whoever asks can tell or stop. The work grows with the lines and with what is recorded of the same
 * State and body, not with their product.
 */
export function* planStatuses(table: ReadTable, circumstances: Circumstances): Generator<number, Plan> {
	const planned: PlannedLine[] = table.bad.map(({ line, fault }) =>
		refused(line, null, { kind: 'fileFault', fault })
	);
	const parsed: StatusLine[] = [];
	for (const [place, { line, cells }] of table.rows.entries()) {
		if (place % 1_000 === 0) yield (place / table.rows.length) * 0.2;
		if (cells.every((cell) => cell.trim() === '')) continue;
		const status = statusIn(cells, circumstances);
		if (status.ok) parsed.push({ line, cells, stream: streamOf(status.value), status: status.value });
		else planned.push(refused(line, null, status.error));
	}
	const { sound, rejected } = withoutContradictions(parsed);
	// One by one: as the arguments of one call so many would not fit on the stack of a thread.
	for (const line of rejected) planned.push(line);
	const recorded = Map.groupBy(circumstances.recorded, ({ stream }) => partiesOf(stream));
	const events: NewEvent[] = [];
	let done = 0;
	for (const [parties, lines] of Map.groupBy(sound, ({ stream }) => partiesOf(stream))) {
		const group = new Group(recorded.get(parties) ?? [], lines, circumstances);
		for (const line of lines.toSorted(byReport)) planned.push(group.take(line));
		for (const event of group.events) events.push(event);
		done += lines.length;
		yield 0.2 + 0.8 * (done / sound.length);
	}
	return { lines: planned.sort((one, other) => one.line - other.line), events };
}

/** The cycles of one State before one body, with what the lines taken so far add to them. */
class Group {
	readonly events: NewEvent[] = [];
	readonly #circumstances: Circumstances;
	/** What is known, by cycle. */
	readonly #known: Map<string, Envelope[]>;
	/** The cycles in which a report was asked for, by its number. */
	readonly #askedIn = new Map<number, Set<string>>();
	readonly #cycles = new Map<string, RecordedCycle>();
	/** Reports that were reviewed without a word of when they came. */
	readonly #reviewed: ReadonlySet<number>;

	constructor(recorded: readonly Envelope[], lines: readonly StatusLine[], circumstances: Circumstances) {
		this.#circumstances = circumstances;
		this.#known = Map.groupBy(recorded, ({ stream }) => stream);
		for (const event of recorded) this.#note(event);
		const streams = Map.groupBy(
			[
				...recorded.map(({ stream, type }) => ({ stream, type })),
				...lines.flatMap(({ stream, status }) => statedIn(status).map(({ type }) => ({ stream, type })))
			],
			({ stream }) => stream
		);
		this.#reviewed = new Set(
			[...streams]
				.filter(
					([, told]) =>
						told.some(({ type }) => type === 'DialogueHeld' || type === 'ConcludingObservationsAdopted') &&
						!told.some(({ type }) => type === 'ReportSubmitted')
				)
				.flatMap(([stream]) => numbersOf(stream))
		);
	}

	take(line: StatusLine): PlannedLine {
		const { stream } = line;
		const owed = this.#owed(line);
		if (owed === 'same') return { line: line.line, stream, outcome: { kind: 'same', leftOut: false } };
		if ('outcome' in owed) return owed;
		const stated = statedIn(owed);
		if (stated.length === 0) return refused(line.line, stream, { kind: 'nothingStated' });
		const cycle = this.#cycle(stream);
		const held = cycle.against(stated);
		const isLater = (type: string) =>
			type === 'NextReportRequested' && this.#reviewed.has(owed.numbers.at(-1)! + 1);
		const fresh = held.fresh.filter(({ type }) => !isLater(type));
		const leftOut = fresh.length < held.fresh.length;
		const source = { note: this.#circumstances.file, quote: line.cells.join(' | ') };
		const proposals = proposalsOf(owed, fresh, source, held.adopted);
		if (!proposals.ok) return refused(line.line, stream, proposals.error);
		const corrections = this.#circumstances.putRight
			? held.corrections.map((one) => this.#correction(stream, one, source))
			: [];
		const passed = passGate(
			[...corrections, ...proposals.value, ...this.#alreadyCame(proposals.value)],
			this.#concerning(stream, owed.numbers),
			this.#circumstances.gate
		);
		if (!passed.ok) return refused(line.line, stream, { kind: 'gate', refusal: passed.error });
		const wasHere = cycle.events.length > 0;
		this.#add(passed.value.events);
		const { differences } = held;
		const types = passed.value.events.map(({ type }) => type as EventType);
		const outcome: Outcome =
			fresh.length > 0
				? { kind: wasHere ? 'adds' : 'new', types, differences, leftOut }
				: corrections.length > 0
					? { kind: 'corrects', types, differences, leftOut }
					: differences.length > 0
						? { kind: 'differs', types, differences, leftOut }
						: { kind: 'same', leftOut };
		return { line: line.line, stream, outcome };
	}

	/**
	 * What a line says is owed, held against what is owed here: as recorded, otherwise, or not at all. What
	 * concluding observations ask for is then taken as stated.
	 */
	#owed({ line, stream, status }: StatusLine): Status | PlannedLine | 'same' {
		const { owed, ...rest } = status;
		if (!owed) return status;
		const { duty, due } = owed;
		const own = status.numbers;
		// A table of what is owed may name a report by the cycle that asks for it, or by its own number.
		const dues = [...new Set([stream, ...this.#known.keys()])].flatMap((other) =>
			this.#cycle(other)
				.duesOf(duty)
				.filter(({ numbers }) => other === stream || numbers.join() === own.join())
		);
		const saysNoMore = statedIn(rest).length === 0;
		if (dues.some((one) => one.due === due)) return saysNoMore ? 'same' : rest;
		const last = dues.at(-1);
		if (last) {
			const differences: Difference[] = [{ type: duty, what: 'due', was: last.due, is: due }];
			return { line, stream, outcome: { kind: 'differs', types: [], differences, leftOut: false } };
		}
		if (duty === 'nextReport') return { ...rest, nextReportDue: due };
		if (duty === 'followUp') return { ...rest, followUpDue: due };
		return refused(line, stream, { kind: 'notOwed', duty });
	}

	/** The submission of a report that was recorded before it was known that it was asked for. */
	#alreadyCame(proposals: readonly Proposal[]): Proposal[] {
		return proposals.flatMap(({ stream, type, data, source }) => {
			if (type !== 'NextReportRequested') return [];
			const [next] = data.numbers as number[];
			const other = [...this.#known.keys()].find((one) => one !== stream && numbersOf(one).includes(next!));
			const came = other && this.#cycle(other).events.find((event) => event.type === 'ReportSubmitted');
			if (!came) return [];
			const { numbers } = came.data as { numbers: number[] };
			return [{ stream, type: 'NextReportSubmitted', on: came.on, data: { numbers }, source }];
		});
	}

	#correction(
		stream: string,
		{ corrects, on, data }: Replacement,
		source: { note: string; quote: string }
	): Proposal {
		const { today } = this.#circumstances.gate;
		const told = { action: 'replace', reason: this.#circumstances.file, on, data, source };
		return { stream, type: 'RecordCorrected', on: today, data: told, source: null, corrects };
	}

	#cycle(stream: string): RecordedCycle {
		let cycle = this.#cycles.get(stream);
		if (!cycle) {
			cycle = new RecordedCycle(stream, this.#known.get(stream) ?? []);
			this.#cycles.set(stream, cycle);
		}
		return cycle;
	}

	#add(events: readonly NewEvent[]): void {
		for (const event of events) {
			const ofCycle = this.#known.get(event.stream) ?? [];
			ofCycle.push(event);
			this.#known.set(event.stream, ofCycle);
			this.#note(event);
			this.events.push(event);
			this.#cycles.delete(event.stream);
		}
	}

	#note({ stream, data }: Envelope): void {
		// A correction tells in its own data what stands in the place of another's.
		for (const told of [data, data.data as Record<string, unknown> | undefined])
			for (const number of (told?.numbers ?? []) as number[]) {
				const asked = this.#askedIn.get(number) ?? new Set();
				this.#askedIn.set(number, asked.add(stream));
			}
	}

	/**
	 * What the gate leans on where a cycle is told of: all of it, and all of those that speak of its report or the next.
	 * The others of the State are many where a table goes back for decades.
	 */
	#concerning(stream: string, numbers: readonly number[]): Envelope[] {
		const near = [...numbers, numbers.at(-1)! + 1];
		const streams = new Set([stream, ...near.flatMap((number) => [...(this.#askedIn.get(number) ?? [])])]);
		return [...streams].flatMap((one) => this.#known.get(one) ?? []);
	}
}

/** Lines that say of one cycle what no other contradicts; each once. */
function withoutContradictions(lines: readonly StatusLine[]): {
	sound: StatusLine[];
	rejected: PlannedLine[];
} {
	const sound: StatusLine[] = [];
	const rejected: PlannedLine[] = [];
	for (const [stream, ofCycle] of Map.groupBy(lines, (one) => one.stream)) {
		const said = new Map<string, Map<string, number>>();
		for (const { line, status } of ofCycle)
			for (const [field, value] of statementsIn(status)) {
				const values = said.get(field) ?? new Map<string, number>();
				said.set(field, values.has(value) ? values : values.set(value, line));
			}
		const seen = new Map<string, number>();
		for (const one of ofCycle) {
			const other = contradicting(one.status, said);
			const text = JSON.stringify(one.status);
			const earlier = seen.get(text);
			if (other) rejected.push(refused(one.line, stream, { kind: 'contradicted', line: other }));
			else if (earlier)
				rejected.push({ line: one.line, stream, outcome: { kind: 'repeated', line: earlier } });
			else sound.push(one);
			seen.set(text, earlier ?? one.line);
		}
	}
	return { sound, rejected };
}

/** The line that states something else, if one does. */
function contradicting(
	status: Status,
	said: ReadonlyMap<string, ReadonlyMap<string, number>>
): number | undefined {
	for (const [field, value] of statementsIn(status))
		for (const [other, line] of said.get(field) ?? []) if (other !== value) return line;
	return undefined;
}

function statementsIn({ owed, ...status }: Status): [string, string][] {
	const { body: _body, state: _state, numbers: _numbers, inPrinciple: _inPrinciple, ...stated } = status;
	const said = Object.entries(stated).map(([field, value]): [string, string] => [field, String(value)]);
	return owed ? [...said, [`owed ${owed.duty}`, owed.due]] : said;
}

const refused = (line: number, stream: string | null, why: Refusal): PlannedLine => ({
	line,
	stream,
	outcome: { kind: 'refused', why }
});

const numbersOf = (stream: string): number[] => numbersIn(stream.slice(stream.lastIndexOf('/') + 1));

/** The earlier report first: a later one may be what it asks for. */
const byReport = (one: StatusLine, other: StatusLine): number =>
	one.status.numbers[0]! - other.status.numbers[0]! || one.line - other.line;
