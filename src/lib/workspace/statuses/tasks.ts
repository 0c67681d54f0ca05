import { genevaToday, instantNow } from '#lib/calendar/today.ts';
import type { Duty } from '#lib/cycle/deadline.ts';
import type { Amended } from '#lib/cycle/rules/taken.ts';
import { newId, type NewEvent } from '#lib/envelope/envelope.ts';
import { orderIn, type DateOrder } from '#lib/exchange/statuses/dates.ts';
import type { Mapping } from '#lib/exchange/statuses/fields.ts';
import type { Lexicon } from '#lib/exchange/statuses/line.ts';
import { planStatuses, type PlannedLine } from '#lib/exchange/statuses/plan.ts';
import { decodeTable, waysToRead, type Encoding } from '#lib/exchange/table/decode.ts';
import { readTable, type ReadTable } from '#lib/exchange/table/readTable.ts';
import { delimiterOf, type Delimiter } from '#lib/exchange/table/records.ts';
import type { Log } from '#lib/log/index.ts';
import { ok, refuse } from '#lib/result.ts';
import type { Identity } from '../identity.ts';
import type { Progress } from '../progress.ts';
import { passageOf } from '../recording/passage.ts';
import { symbolIn } from './fillIn.ts';

/** A file as it is to be read; what is left out is found out. */
export interface TableToRead {
	file: Blob;
	encoding?: Encoding | undefined;
	delimiter?: Delimiter | undefined;
}

/** What a table is, for a person to say what its columns mean. */
export interface TableSeen {
	encoding: Encoding;
	delimiter: Delimiter;
	names: readonly string[];
	/** The first rows. */
	first: readonly (readonly string[])[];
	rows: number;
	/** How many lines are no rows. */
	bad: number;
	/** The order of dates in figures in each column; null where it has to be asked for. */
	orders: readonly (DateOrder | null | 'notNeeded')[];
}

/** How the table that was read is to be taken. */
export interface TableToPlan {
	file: string;
	mapping: Mapping;
	orders: readonly (DateOrder | null)[];
	/** Words of the reader's language, folded. */
	words: {
		bodies: ReadonlyMap<string, string>;
		duties: ReadonlyMap<string, Duty>;
		reports: ReadonlyMap<string, readonly number[]>;
	};
	/** The cycles that are in the log. */
	known: readonly string[];
	identity: Identity;
	/** The cycles of which anything was amended: a new one opens under the same rules. */
	amended: readonly Amended[];
	putRight: boolean;
}

/** A line with what becomes of it, and its cells where it is refused. */
export type LineSeen = PlannedLine & { cells?: readonly string[] };

/** What recording the table would do. */
export interface PlanSeen {
	lines: readonly LineSeen[];
	events: number;
	cycles: number;
}

/** So many rows are shown while the columns are chosen. */
const firstRows = 5;

/** The long work with tables of statuses. A table that was read is held until the thread ends. */
export function createStatusTasks(log: Log, progress: Progress) {
	let table: ReadTable | undefined;
	let planned: { events: NewEvent[]; position: number } | undefined;

	return {
		/** Reads a table; where nobody can know how its characters are written, gives every way it can be read. */
		async readStatuses({ file, encoding, delimiter }: TableToRead) {
			[table, planned] = [undefined, undefined];
			const bytes = new Uint8Array(await file.arrayBuffer());
			const decoded = decodeTable(bytes, encoding);
			if (!decoded.ok) {
				const { error } = decoded;
				return error.kind === 'encodingUnknown' || error.kind === 'notInEncoding'
					? refuse({ ...error, ways: waysToRead(bytes) })
					: refuse(error);
			}
			const { text } = decoded.value;
			const parting = delimiter ?? delimiterOf(text);
			const lines = text.length / 60;
			const read = run(readTable(text, parting), (line) => progress(Math.min(line, lines), lines));
			table = read;
			return ok<TableSeen>({
				encoding: decoded.value.encoding,
				delimiter: parting,
				names: read.names,
				first: read.rows.slice(0, firstRows).map(({ cells }) => cells),
				rows: read.rows.length,
				bad: read.bad.length,
				orders: read.names.map((_, place) => orderIn(read.rows.map(({ cells }) => cells[place] ?? '')))
			});
		},

		/** Says what recording the table would do. Changes nothing. */
		async planTable({ known, identity, amended, words, ...how }: TableToPlan) {
			if (!table) return refuse({ kind: 'nothingRead' } as const);
			planned = undefined;
			const head = await log.head();
			if (!head.ok) return head;
			const { position } = head.value;
			const recorded = await log.readStreams(known, position);
			if (!recorded.ok) return recorded;
			const now = instantNow();
			const lexicon: Lexicon = { ...words, symbolIn };
			const gate = { today: genevaToday(now), now, newId, amended, ...identity };
			const planning = planStatuses(table, { ...how, lexicon, recorded: recorded.value, gate });
			const { lines, events } = run(planning, (part) => progress(part, 1));
			planned = { events, position };
			const cells = new Map([
				...table.rows.map(({ line, cells }): [number, string[]] => [line, cells]),
				...table.bad.map(({ line, text }): [number, string[]] => [line, [text]])
			]);
			return ok<PlanSeen>({
				lines: lines.map((one) =>
					one.outcome.kind === 'refused' ? { ...one, cells: cells.get(one.line) ?? [] } : one
				),
				events: events.length,
				cycles: new Set(events.map(({ stream }) => stream)).size
			});
		},

		/** Records what was planned: all of it in one transaction, or nothing, also where the log has moved on since. */
		async recordTable(_: Record<string, never>) {
			if (!planned) return refuse({ kind: 'nothingRead' } as const);
			const { position: expected } = planned;
			// Planned some time ago; it is learnt now.
			const now = instantNow();
			const events = planned.events.map((event) =>
				event.recordedAt < now ? { ...event, recordedAt: now } : event
			);
			const appended = await log.append({ events, expected });
			if (!appended.ok) return appended;
			planned = undefined;
			return ok(passageOf(appended.value.events));
		}
	};
}

/** Goes on with a piece of work to its end, telling how far it is. */
function run<Value>(work: Generator<number, Value>, told: (done: number) => void): Value {
	for (;;) {
		const step = work.next();
		if (step.done) return step.value;
		told(step.value);
	}
}
