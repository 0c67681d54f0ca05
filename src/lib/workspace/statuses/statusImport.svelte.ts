import { amendedOf } from '#lib/cycle/rules/taken.ts';
import type { DateOrder } from '#lib/exchange/statuses/dates.ts';
import { guess, isDateField, type Field, type Mapping } from '#lib/exchange/statuses/fields.ts';
import type { DecodeRefusal, Encoding } from '#lib/exchange/table/decode.ts';
import type { Delimiter } from '#lib/exchange/table/records.ts';
import type { AppendFailure, ReadFailure } from '#lib/log/index.ts';
import { BackgroundThread, type Background, type BackgroundFailure } from '../background.ts';
import type { Passage } from '../recording/passage.ts';
import type { Workspace } from '../workspace.svelte.ts';
import { recall, remember } from './mappingMemory.ts';
import type { PlanSeen, TableSeen, TableToPlan } from './tasks.ts';

/** Why a table was not taken. Whichever it is, nothing was recorded. */
export type TableFailure =
	| DecodeRefusal
	| ReadFailure
	| AppendFailure
	| BackgroundFailure
	| { kind: 'nothingRead' }
	| { kind: 'notOpen' }
	| { kind: 'lookingBack' };

/** A file read in one of the ways in which it can be. */
export interface WayToRead {
	encoding: Encoding;
	lines: readonly string[];
}

/** How far the taking in of a table is. */
export type TableStep =
	| { kind: 'idle' }
	| { kind: 'refused'; failure: TableFailure }
	| { kind: 'reading'; done: number }
	/** How its characters are written is for a person to see. `wrong` is what was tried and is not so. */
	| { kind: 'encoding'; ways: readonly WayToRead[]; wrong: Encoding | null }
	| { kind: 'columns'; table: TableSeen }
	| { kind: 'planning'; done: number }
	/** `moved`: something was recorded meanwhile, and this is what would be recorded now. */
	| { kind: 'planned'; plan: PlanSeen; moved: boolean }
	| { kind: 'recording' }
	| { kind: 'recorded'; plan: PlanSeen; passage: Passage };

/** The words of the reader's language that tables are read with. */
export interface TableWords extends Pick<TableToPlan, 'words'> {
	/** What each field is called at the head of a column. */
	heads: Readonly<Partial<Record<Field, string>>>;
}

/** Takes in a table of statuses: read, its columns named by a person, looked at line by line, then recorded whole. */
export class StatusImport {
	readonly #workspace: Workspace;
	readonly #words: TableWords;
	readonly #makeBackground: () => Background;
	#background: Background | undefined;
	#file: File | undefined;
	#table: TableSeen | undefined;
	/** The last asking, so that an answer to one before it is not taken. */
	#asked = 0;
	#step = $state.raw<TableStep>({ kind: 'idle' });
	#mapping = $state.raw<Mapping>([]);
	#orders = $state.raw<readonly (DateOrder | null)[]>([]);
	#putRight = $state(false);

	/** @param makeBackground the thread that reads, one for each file */
	constructor(
		workspace: Workspace,
		words: TableWords,
		makeBackground: () => Background = () => new BackgroundThread()
	) {
		this.#workspace = workspace;
		this.#words = words;
		this.#makeBackground = makeBackground;
	}

	get step(): TableStep {
		return this.#step;
	}
	/** The name of the file. */
	get name(): string {
		return this.#file?.name ?? '';
	}
	/** The heads of its columns. */
	get columnNames(): readonly string[] {
		return this.#table?.names ?? [];
	}
	/** What each column says. */
	get mapping(): Mapping {
		return this.#mapping;
	}
	/** In which order dates in figures stand in each column, where that matters and is known. */
	get orders(): readonly (DateOrder | null)[] {
		return this.#orders;
	}
	/** Whether what is recorded otherwise is to be corrected. */
	get putRight(): boolean {
		return this.#putRight;
	}
	/** Whether anybody could be meant: a State and a body, or a symbol, which names both. */
	get namesCycles(): boolean {
		const has = (field: Field) => this.#mapping.includes(field);
		return has('symbol') || (has('state') && has('body'));
	}
	/** The columns of days of which nobody has said whether the day or the month comes first. */
	get undecided(): number[] {
		return this.#mapping.flatMap((field, place) =>
			field && isDateField(field) && this.#table?.orders[place] === null && !this.#orders[place]
				? [place]
				: []
		);
	}

	/** Reads a file. */
	async choose(file: File): Promise<void> {
		this.cancel();
		this.#file = file;
		this.#background = this.#makeBackground();
		await this.#read({});
	}

	/** Reads the file again, its characters or its cells parted as a person says. */
	readAs(how: { encoding?: Encoding; delimiter?: Delimiter }): Promise<void> {
		const encoding = how.encoding ?? this.#table?.encoding;
		return this.#read({ ...how, encoding });
	}

	/** Says what a column means; what another said of the same field is taken back. */
	nameColumn(place: number, field: Field | null): void {
		this.#mapping = this.#mapping.map((one, at) => (at === place ? field : one === field ? null : one));
	}

	/** Says whether the day or the month comes first in a column. */
	order(place: number, order: DateOrder | null): void {
		this.#orders = this.#orders.with(place, order);
	}

	/** Looks what recording the table would do. */
	async plan(putRight = false, moved = false): Promise<void> {
		const { replica, by, streams, outlinesNow } = this.#workspace;
		if (!this.#table || !this.#background) return;
		if (!replica) return this.#refuse({ kind: 'notOpen' });
		this.#putRight = putRight;
		const { mapping, orders } = { mapping: this.#mapping, orders: this.#orders };
		if (this.#workspace.device) void remember(this.#workspace.device, this.#table.names, { mapping, orders });
		const asked = (this.#asked += 1);
		this.#step = { kind: 'planning', done: 0 };
		const given = {
			file: this.name,
			mapping,
			orders,
			words: this.#words.words,
			known: [...streams],
			identity: { by, replica },
			amended: amendedOf(outlinesNow.values()),
			putRight
		};
		const planned = await this.#background.run('planTable', given, (done, total) => {
			if (asked === this.#asked) this.#step = { kind: 'planning', done: done / total };
		});
		if (asked !== this.#asked) return;
		if (planned.ok) this.#step = { kind: 'planned', plan: planned.value, moved };
		else this.#refuse(planned.error);
	}

	/** Goes back to the columns. */
	back(): void {
		this.#asked += 1;
		if (this.#table && this.#step.kind === 'planned') this.#step = { kind: 'columns', table: this.#table };
	}

	/** Records what was planned. Where something was recorded meanwhile, it is planned anew and shown again. */
	async record(): Promise<void> {
		const { step } = this;
		if (step.kind !== 'planned' || !this.#background) return;
		if (this.#workspace.asKnownAt !== null) return this.#refuse({ kind: 'lookingBack' });
		const asked = (this.#asked += 1);
		this.#step = { kind: 'recording' };
		const recorded = await this.#background.run('recordTable', {});
		// It is in the log, whoever still looks.
		if (recorded.ok) await this.#workspace.changedElsewhere(recorded.value);
		else if (recorded.error.kind === 'logMoved') {
			await this.#workspace.refresh();
			return this.plan(this.#putRight, true);
		}
		if (asked !== this.#asked) return;
		if (!recorded.ok) return this.#refuse(recorded.error);
		this.#end();
		this.#step = { kind: 'recorded', plan: step.plan, passage: recorded.value };
	}

	/** Lets go of the file. While it is being written it is too late: that is done whole. */
	cancel(): void {
		if (this.#step.kind === 'recording') return;
		this.#asked += 1;
		this.#end();
		this.#step = { kind: 'idle' };
	}

	/** Nobody looks any more. */
	close(): void {
		if (this.#step.kind !== 'recording') this.#end();
	}

	async #read(how: { encoding?: Encoding | undefined; delimiter?: Delimiter | undefined }): Promise<void> {
		if (!this.#file || !this.#background) return;
		const asked = (this.#asked += 1);
		this.#step = { kind: 'reading', done: 0 };
		const read = await this.#background.run('readStatuses', { file: this.#file, ...how }, (done, total) => {
			if (asked === this.#asked) this.#step = { kind: 'reading', done: done / total };
		});
		if (asked !== this.#asked) return;
		if (!read.ok && 'ways' in read.error) {
			const wrong = read.error.kind === 'notInEncoding' ? read.error.encoding : null;
			this.#step = { kind: 'encoding', ways: read.error.ways, wrong };
			return;
		}
		if (!read.ok) return this.#refuse(read.error);
		const table = read.value;
		const known = this.#workspace.device ? await recall(this.#workspace.device, table.names) : null;
		if (asked !== this.#asked) return;
		this.#table = table;
		this.#mapping = known?.mapping ?? guess(table.names, this.#words.heads);
		this.#orders = table.orders.map((order, place) =>
			order === 'notNeeded' ? null : (order ?? known?.orders[place] ?? null)
		);
		this.#step = { kind: 'columns', table };
	}

	#refuse(failure: TableFailure): void {
		this.#end();
		this.#step = { kind: 'refused', failure };
	}

	#end(): void {
		this.#background?.close();
		this.#background = undefined;
	}
}
