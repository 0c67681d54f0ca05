import { genevaToday, instantNow } from '#lib/calendar/today.ts';
import type { IsoDate } from '#lib/calendar/date.ts';
import type { Outline } from '#lib/cycle/outline/outline.ts';
import type { ReadFailure, WriteFailure } from '#lib/log/index.ts';
import type { InboxEntry } from '#lib/reminders/ledger.ts';
import type { Preferences } from '#lib/reminders/preferences.ts';
import { ok, refuse, type Result } from '#lib/result.ts';
import type { CalendarWords } from '#lib/exchange/calendar/words.ts';
import type { CalendarFile, CalendarForm, CalendarScope } from './reminding/calendar.ts';
import type { Kept, Run } from './reminding/keeping.ts';
import type { Voice } from './reminding/look.ts';
import type { Wording } from './reminding/notificationVoice.ts';
import { Signal } from './reminding/signal.ts';
import { askForTest, type TestAnswer } from './reminding/test.ts';
import type { Workspace } from './workspace.svelte.ts';

export type { Run } from './reminding/keeping.ts';
export type { TestAnswer } from './reminding/test.ts';

export type RemindingFailure =
	| ReadFailure
	| WriteFailure
	| { kind: 'notOpen' }
	/** Something broke that should not: a part of the app could not be fetched. */
	| { kind: 'remindersFailed'; reason: string };

/** Deadlines are whole days, so that a look a minute is more than enough, also after the device has slept. */
const aMinute = 60_000;
/** After a look on the page nothing new is due before something changes; so long that is relied upon. */
const anHour = 60 * aMinute;

/** Everything that works on reminders: fetched once the page stands, since nobody waits for it. */
const fetchEngine = () => import('./reminding/engine.ts');
type Engine = Awaited<ReturnType<typeof fetchEngine>>;

/** Something to be done with them. */
type Work<Value> = (engine: Engine, log: Kept) => Promise<Result<Value, RemindingFailure>>;

/** What is kept of reminders on this device, as it was last read. */
interface State {
	preferences: Preferences;
	inbox: readonly InboxEntry[];
	/** Reckoned when somebody asks. */
	next: () => { on: IsoDate; count: number } | null;
	runs: { page: Run | null; worker: Run | null };
}

/** What a look went by that said everything on the page. */
interface Seen {
	outlines: ReadonlyMap<string, Outline>;
	today: IsoDate;
	/** The instant, in milliseconds. */
	at: number;
}

/** Fetches the words it needs, when it needs them. */
export interface RemindingWords {
	notifications(): Promise<Wording>;
	/** Of a calendar of one cycle, or of several. */
	calendar(): Promise<(stream: string | null) => CalendarWords>;
}

/** The reminders of this device: says what is due while the page is open, and tells what was said. */
export class Reminding {
	readonly #workspace: Workspace;
	readonly #words: RemindingWords;
	#state = $state.raw<State>();
	#failure = $state.raw<RemindingFailure | null>(null);
	readonly #next = $derived(this.#state?.next() ?? null);
	#seen: Seen | undefined;
	#signal: Signal | undefined;
	#outlines: ReadonlyMap<string, Outline> | undefined;
	#turn: Promise<unknown> = Promise.resolve();
	/** Streams that this page has recorded in and not heard of again yet. */
	#own = new Set<string>();

	/** How much was just said on this page, for those who do not see it. */
	said = $state(0);

	constructor(workspace: Workspace, words: RemindingWords) {
		this.#workspace = workspace;
		this.#words = words;
		workspace.onRecorded((events) => events.forEach(({ stream }) => this.#own.add(stream)));
	}

	/** Whether preferences and ledger were read. */
	get ready(): boolean {
		return this.#state !== undefined;
	}
	/** What somebody set here. To be asked once it is ready. */
	get preferences(): Preferences {
		return this.#state!.preferences;
	}
	/** What was said on this device, newest first, with how what it speaks of stands now. */
	get inbox(): readonly InboxEntry[] {
		return this.#state?.inbox ?? [];
	}
	/** How much of it nobody has read, of what is still open. */
	get unread(): number {
		return this.inbox.filter(({ entry, standing }) => !entry.read && standing === 'open').length;
	}
	/** The next day on which something will be said; null where nothing is planned. */
	get next(): { on: IsoDate; count: number } | null {
		return this.#next;
	}
	/** Why the last look said nothing, or could not put down what it said; null where all went well. */
	get failure(): RemindingFailure | null {
		return this.#failure;
	}
	/** When a page and the worker last looked, and how much they said. */
	get runs(): { page: Run | null; worker: Run | null } {
		return this.#state?.runs ?? { page: null, worker: null };
	}

	/** Begins to look, now and again. Gives back what ends it. To be called once the log stands ready. */
	start(): () => void {
		const stopped = new AbortController();
		const { signal } = stopped;
		this.#signal = new Signal(
			() => void this.#inTurn((engine, log) => this.#read(engine, log)).then((read) => this.#tell(read))
		);
		this.#outlines = this.#workspace.outlinesNow;
		const lookAgain = () => void this.#lookAgain();
		document.addEventListener('visibilitychange', lookAgain, { signal });
		window.addEventListener('focus', lookAgain, { signal });
		const ticking = setInterval(lookAgain, aMinute);
		void this.look();
		void this.#wakeNowAndThen();
		return () => {
			stopped.abort();
			clearInterval(ticking);
			this.#signal?.close();
			this.#signal = undefined;
		};
	}

	/** What is known has changed: says into which states that brought cycles, and what is due by it. */
	async changed(): Promise<void> {
		const after = this.#workspace.outlinesNow;
		const before = this.#outlines;
		this.#outlines = after;
		if (!before || before === after) return;
		const own = this.#own;
		this.#own = new Set();
		const told = await this.#inTurn(async (engine, log) => {
			const at = instantNow();
			const transitions = engine.transitionsBetween(before, after, genevaToday(at));
			const [here, brought] = [
				transitions.filter(({ stream }) => own.has(stream)),
				transitions.filter(({ stream }) => !own.has(stream))
			];
			const known = await engine.claim(log, engine.entriesOfTransitions(here, at, 'here'), at);
			if (!known.ok) return known;
			const voice = await this.#voice(engine);
			// With nobody to hear it, it stands in the inbox.
			const { channel } = voice ?? { channel: 'page' };
			const entries = engine.entriesOfTransitions(brought, at, channel);
			return engine.tell(log, entries, voice ?? engine.silent, at, entries.length > 3);
		});
		if (told.ok) return this.look();
		// It is told at the next chance; what of it was put down is not told again.
		this.#outlines = before;
		this.#own = new Set([...own, ...this.#own]);
		this.#tell(told);
	}

	/** Looks now what is due, and says what was not said. */
	async look(): Promise<void> {
		const looked = await this.#inTurn(async (engine, log) => {
			this.#seen = undefined;
			const outlines = this.#workspace.outlinesNow;
			const at = instantNow();
			const voice = await this.#voice(engine);
			const looked = await engine.look({
				log,
				looker: 'page',
				outlines,
				at,
				zone: Intl.DateTimeFormat().resolvedOptions().timeZone,
				voice,
				badge: (count) => engine.setBadge(navigator, count)
			});
			const read = await this.#read(engine, log);
			if (!looked.ok) return looked;
			if (looked.value.length > 0) this.#signal?.tell();
			// What disturbs may have been held back.
			if (voice && !voice.disturbs) this.#seen = { outlines, today: genevaToday(at), at: Date.parse(at) };
			return read;
		});
		this.#tell(looked);
	}

	/** Keeps what somebody set; what is due by it is said at once. */
	savePreferences(preferences: Preferences): Promise<Result<void, RemindingFailure>> {
		return this.#change((engine, log) => engine.keepPreferences(log, preferences));
	}

	/** Somebody has seen these. */
	markRead(keys: readonly string[]): Promise<Result<void, RemindingFailure>> {
		return this.#change((engine, log) => engine.note(log, keys, { read: true }));
	}

	/** Puts reminders off; what they speak of stays due when it is due. */
	snooze(
		reminders: readonly { obligation: string; due: IsoDate }[],
		until: IsoDate
	): Promise<Result<void, RemindingFailure>> {
		const at = instantNow();
		return this.#change((engine, log) =>
			engine.putOff(
				log,
				reminders.map(({ obligation, due }) => ({ obligation, due, until, at }))
			)
		);
	}

	/** Takes back that reminders of these obligations were put off. */
	unsnooze(obligations: readonly string[]): Promise<Result<void, RemindingFailure>> {
		return this.#change((engine, log) => engine.takeUpAgain(log, obligations));
	}

	/** Asks the browser to allow notifications; to be called from a click. */
	async askPermission(): Promise<NotificationPermission | 'unsupported'> {
		if (!('Notification' in globalThis)) return 'unsupported';
		const permission = await Notification.requestPermission();
		void this.#wakeNowAndThen();
		return permission;
	}

	/** Sends one reminder the whole way, ledger, worker and notification; says how far it came. */
	test(): Promise<TestAnswer> {
		return askForTest();
	}

	/** The calendar file of some cycles, of all where none are given; null where nothing in them has a day. */
	calendar(
		streams: readonly string[] | null,
		form: CalendarForm
	): Promise<Result<CalendarFile | null, RemindingFailure>> {
		return this.#calendar({ streams, obligation: null }, form);
	}

	/** The calendar file of one thing that is owed. */
	calendarOfObligation(
		obligation: string,
		form: CalendarForm
	): Promise<Result<CalendarFile | null, RemindingFailure>> {
		const stream = obligation.slice(0, obligation.indexOf('#'));
		return this.#calendar({ streams: [stream], obligation }, form);
	}

	async #calendar(
		scope: CalendarScope,
		form: CalendarForm
	): Promise<Result<CalendarFile | null, RemindingFailure>> {
		return this.#work(async (engine, log) => {
			const events = await this.#workspace.eventsOf(scope.streams ?? this.#workspace.streams);
			if (!events.ok) return events;
			const preferences = await engine.readPreferences(log);
			if (!preferences.ok) return preferences;
			const words = (await this.#words.calendar())(scope.streams?.length === 1 ? scope.streams[0]! : null);
			return ok(engine.makeCalendar(scope, form, events.value, preferences.value, words));
		});
	}

	/** What is known may not have been told yet; and what is due is said, where anything can have come up. */
	async #lookAgain(): Promise<void> {
		const outlines = this.#workspace.outlinesNow;
		if (this.#outlines !== outlines) return this.changed();
		const at = instantNow();
		const { seen, passed } = { seen: this.#seen, passed: Date.parse(at) - (this.#seen?.at ?? 0) };
		// The hour is for what was put down and not shown; a clock that was set back is looked by anew.
		if (seen?.outlines === outlines && seen.today === genevaToday(at) && passed >= 0 && passed < anHour)
			return;
		await this.look();
	}

	/** Keeps why something failed, for the page to say. A log that is not open says so itself. */
	#tell(result: Result<unknown, RemindingFailure>): void {
		this.#failure = result.ok || result.error.kind === 'notOpen' ? null : result.error;
	}

	async #change(work: Work<void>): Promise<Result<void, RemindingFailure>> {
		const changed = await this.#inTurn(work);
		if (!changed.ok) return changed;
		this.#signal?.tell();
		await this.look();
		return ok(undefined);
	}

	/** One after the other, so that nothing older is shown over something newer. */
	#inTurn<Value>(work: Work<Value>): Promise<Result<Value, RemindingFailure>> {
		const done = this.#turn.then(() => this.#work(work));
		this.#turn = done;
		return done;
	}

	/** Does something with what it takes. Whatever breaks in it is told and not thrown: nobody would catch it. */
	async #work<Value>(work: Work<Value>): Promise<Result<Value, RemindingFailure>> {
		const { ledger, device } = this.#workspace;
		if (!ledger || !device) return refuse({ kind: 'notOpen' });
		try {
			return await work(await fetchEngine(), { ledger, device });
		} catch (thrown) {
			return refuse({ kind: 'remindersFailed', reason: String(thrown) });
		}
	}

	async #read(engine: Engine, log: Kept): Promise<Result<void, ReadFailure>> {
		const [ledger, preferences] = [await engine.readLedger(log), await engine.readPreferences(log)];
		const [page, worker] = [await engine.readRun(log, 'page'), await engine.readRun(log, 'worker')];
		if (!ledger.ok) return ledger;
		if (!preferences.ok) return preferences;
		if (!page.ok) return page;
		if (!worker.ok) return worker;
		const today = genevaToday();
		const obligations = engine.obligationsOf(this.#workspace.outlinesNow);
		this.#state = {
			preferences: preferences.value,
			inbox: engine.inboxOf(ledger.value, obligations, today),
			next: () => engine.nextOccasion(obligations, preferences.value, ledger.value, today),
			runs: { page: page.value, worker: worker.value }
		};
		return ok(undefined);
	}

	/** How something can be said from here: on the page while somebody sees it, else by the system where it may. */
	async #voice(engine: Engine): Promise<Voice | null> {
		if (document.visibilityState === 'visible')
			return {
				channel: 'page',
				disturbs: false,
				say: async (entries) => {
					this.said += entries.length;
					return entries.map(({ key }) => key);
				}
			};
		if (!('Notification' in globalThis) || Notification.permission !== 'granted') return null;
		const registration = await navigator.serviceWorker?.getRegistration();
		if (!registration) return null;
		return engine.notificationVoice(
			registration,
			this.#workspace.outlinesNow,
			genevaToday(),
			await this.#words.notifications()
		);
	}

	async #wakeNowAndThen(): Promise<void> {
		const registration = await navigator.serviceWorker?.ready;
		if (!registration) return;
		// What cannot be fetched, the looks tell.
		const engine = await fetchEngine().catch(() => undefined);
		await engine?.wakeNowAndThen(registration);
	}
}
