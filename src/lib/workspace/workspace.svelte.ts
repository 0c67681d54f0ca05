import { instantNow, genevaToday } from '#lib/calendar/today.ts';
import type { EventType } from '#lib/cycle/events/catalogue.ts';
import { passGate, type GateRefusal, type Proposal } from '#lib/cycle/gate.ts';
import type { FoldFailure, Timeline } from '#lib/cycle/timeline/fold.ts';
import { emptyWorld, foldWorld, type World } from '#lib/cycle/timeline/world.ts';
import { newId, type Envelope } from '#lib/envelope/envelope.ts';
import { fromJsonLines, toJsonLines, type ImportRefusal } from '#lib/exchange/jsonLines.ts';
import {
	openLog,
	type AppendFailure,
	type Damaged,
	type ImportFailure,
	type Imported,
	type Log,
	type LogFailure,
	type ReadFailure,
	type RemovalFailure,
	type WriteFailure
} from '#lib/log/index.ts';
import { ok, refuse, type Result } from '#lib/result.ts';
import { identify, keepName, type Identity } from './identity.ts';
import { OtherTabs } from './otherTabs.ts';

/** Why nothing was recorded: the gate refused, or the log could not write. Whichever, nothing was. */
export type RecordFailure = GateRefusal | AppendFailure | ReadFailure | { kind: 'notOpen' };

/** How the log stands: being opened, ready, or not to be had, and why. */
export type Status =
	| { kind: 'opening' }
	| { kind: 'ready' }
	| { kind: 'failed'; failure: LogFailure | ReadFailure | WriteFailure };

/**
 * The running app's state: the log, folded. Pages read `events` and `timelines` and call the verbs; what one tab
 * records, the others show.
 */
export class Workspace {
	#log: Log | undefined;
	#identity = $state.raw<Identity>();
	#tabs: OtherTabs | undefined;
	/** The position of the log that `events` were read at. */
	#position = 0;
	#status = $state<Status>({ kind: 'opening' });
	#events = $state.raw<readonly Envelope[]>([]);
	#damaged = $state.raw<readonly Damaged[]>([]);
	#workedExample = $state.raw<readonly string[]>([]);
	#world = $state.raw<World>(emptyWorld);
	#notice = $state<'waitingForOtherTab' | 'closedForOtherTab' | null>(null);

	get status(): Status {
		return this.#status;
	}
	/** Every event of the log in the order of recording. */
	get events(): readonly Envelope[] {
		return this.#events;
	}
	/** What is stored but cannot be read; it is left where it is. */
	get damaged(): readonly Damaged[] {
		return this.#damaged;
	}
	/** The whole log, folded. */
	get world(): World {
		return this.#world;
	}
	/** Every cycle, folded, by its stream. */
	get timelines(): ReadonlyMap<string, Timeline> {
		return this.#world.timelines;
	}
	/** Streams that no procedure is known for. */
	get failures(): readonly FoldFailure[] {
		return this.#world.failures;
	}
	/** Whether the worked example is open. */
	get hasWorkedExample(): boolean {
		return this.#workedExample.length > 0;
	}
	/** What another tab does to the database, for the page to tell. */
	get notice(): 'waitingForOtherTab' | 'closedForOtherTab' | null {
		return this.#notice;
	}
	/** Who records on this device, as they call themselves; empty where nobody has said. */
	get by(): string {
		return this.#identity?.by ?? '';
	}
	/** Values of this device that are never exported. */
	get device(): Log['device'] | undefined {
		return this.#log?.device;
	}

	/** Opens the log and folds it. Call once, in the browser. */
	async open(): Promise<void> {
		const opened = await openLog({ tell: (notice) => (this.#notice = notice) });
		if (!opened.ok) return this.#fail(opened.error);
		this.#log = opened.value;
		const identity = await identify(this.#log.device, newId);
		if (!identity.ok) return this.#fail(identity.error);
		this.#identity = identity.value;
		this.#tabs = new OtherTabs(() => void this.#reload());
		await this.#reload();
	}

	close(): void {
		this.#tabs?.close();
		this.#log?.close();
	}

	/**
	 * Records what was proposed, all of it or nothing. When another tab was quicker, the gate is asked again with
	 * what that tab recorded, so that one fact is not recorded twice.
	 * @param anyway record also what the statechart does not take where it stands
	 */
	async record(
		proposals: readonly Proposal[],
		{ anyway = false } = {}
	): Promise<Result<Envelope[], RecordFailure>> {
		const { log, identity } = { log: this.#log, identity: this.#identity };
		if (!log || !identity) return refuse({ kind: 'notOpen' });
		for (;;) {
			// Another tab may have recorded what this passage leans on, and this tab not have heard of it yet.
			const current = await this.#catchUp(log);
			if (!current.ok) return current;
			const now = instantNow();
			const context = { today: genevaToday(now), now, newId, anyway, ...identity };
			const passed = passGate(proposals, this.#events, context);
			if (!passed.ok) return passed;
			const appended = await log.append(passed.value);
			if (!appended.ok && appended.error.kind === 'streamMoved') {
				// Where nothing is new, the log and what can be read of it disagree: asking again would not end.
				const known = this.#position;
				const again = await this.#catchUp(log);
				if (!again.ok) return again;
				if (this.#position === known) return appended;
				continue;
			}
			if (!appended.ok) return appended;
			await this.#catchUp(log);
			this.#tabs?.tell();
			return ok(appended.value.events);
		}
	}

	/** Takes an event back, or puts another in its place. The event itself stays in the record. */
	correct(
		event: Envelope,
		correction:
			| { action: 'withdraw'; reason: string }
			| { action: 'replace'; reason: string; on: string; data: unknown; source: unknown },
		options?: { anyway?: boolean }
	): Promise<Result<Envelope[], RecordFailure>> {
		const type: EventType = 'RecordCorrected';
		const proposal = {
			stream: event.stream,
			type,
			on: genevaToday(),
			data: { ...correction },
			source: null,
			corrects: event.id
		};
		return this.record([proposal], options);
	}

	/** Gives the name that is written with every event recorded from now on. */
	async rename(by: string): Promise<Result<void, WriteFailure | { kind: 'notOpen' }>> {
		const { log, identity } = { log: this.#log, identity: this.#identity };
		if (!log || !identity) return refuse({ kind: 'notOpen' });
		const kept = await keepName(log.device, by.trim());
		if (kept.ok) this.#identity = { ...identity, by: by.trim() };
		return kept;
	}

	/** The whole log as JSON Lines. */
	exportLog(): string {
		return toJsonLines(this.#events);
	}

	/** Takes in a log file, all of it or nothing. */
	async importLog(
		text: string
	): Promise<Result<Imported, ImportRefusal | ImportFailure | { kind: 'notOpen' }>> {
		if (!this.#log) return refuse({ kind: 'notOpen' });
		const read = fromJsonLines(text);
		if (!read.ok) return read;
		const imported = await this.#log.importEvents(read.value);
		if (!imported.ok) return imported;
		await this.#reload();
		this.#tabs?.tell();
		return imported;
	}

	/** Opens the worked example; where it is open already, nothing changes. */
	async openWorkedExample(): Promise<
		Result<void, AppendFailure | { kind: 'exampleInUse'; stream: string } | { kind: 'notOpen' }>
	> {
		if (!this.#log) return refuse({ kind: 'notOpen' });
		const { workedExample } = await import('./workedExample.ts');
		const appended = await this.#log.append({ events: workedExample, expected: {}, origin: 'workedExample' });
		if (!appended.ok)
			return appended.error.kind === 'streamMoved'
				? refuse({ kind: 'exampleInUse', stream: appended.error.stream })
				: appended;
		await this.#reload();
		this.#tabs?.tell();
		return ok(undefined);
	}

	/** Removes the worked example, unless a person recorded something on top of it. */
	async removeWorkedExample(): Promise<Result<void, RemovalFailure | { kind: 'notOpen' }>> {
		if (!this.#log) return refuse({ kind: 'notOpen' });
		const removed = await this.#log.removeWorkedExample();
		if (!removed.ok) return removed;
		await this.#reload();
		this.#tabs?.tell();
		return ok(undefined);
	}

	async #reload(): Promise<Result<void, ReadFailure>> {
		if (!this.#log) return refuse({ kind: 'closed' });
		const contents = await this.#log.readAll();
		if (!contents.ok) {
			this.#fail(contents.error);
			return contents;
		}
		this.#position = contents.value.position;
		this.#events = contents.value.events;
		this.#damaged = contents.value.damaged;
		this.#workedExample = contents.value.workedExample;
		this.#world = foldWorld(this.#events, this.#world);
		this.#status = { kind: 'ready' };
		return ok(undefined);
	}

	/** Reads the log again if it has moved on since it was read. */
	async #catchUp(log: Log): Promise<Result<void, ReadFailure>> {
		const position = await log.position();
		if (!position.ok) return position;
		return position.value === this.#position ? ok(undefined) : this.#reload();
	}

	#fail(failure: LogFailure | ReadFailure | WriteFailure): void {
		this.#status = { kind: 'failed', failure };
	}
}
