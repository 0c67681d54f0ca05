import type { Log, ReadFailure, WriteFailure } from '#lib/log/index.ts';
import { isIsoDate } from '#lib/calendar/date.ts';
import type { Entry, Ledger, Snooze } from '#lib/reminders/entry.ts';
import { mayClaim } from '#lib/reminders/ledger.ts';
import { checkPreferences } from '#lib/reminders/checkPreferences.ts';
import type { Preferences } from '#lib/reminders/preferences.ts';
import { defaultPreferences } from '#lib/reminders/presets.ts';
import { ok, type Result } from '#lib/result.ts';

/** As much of the log as reminders are kept in. */
export type Kept = Pick<Log, 'ledger' | 'device'>;

/** Who looked: an open page, or the worker. */
export type Looker = 'page' | 'worker';

/** A look at what is due: when, and how much was said. */
export interface Run {
	/** The instant. */
	at: string;
	said: number;
}

const snoozed = 'snooze ';
const preferencesName = 'reminders';
const runsName: Record<Looker, string> = { page: 'remindersPage', worker: 'remindersWorker' };

/** What was said on this device, and what was put off. What else may stand there is passed over. */
export async function readLedger(log: Kept): Promise<Result<Ledger, ReadFailure>> {
	const all = await log.ledger.all();
	if (!all.ok) return all;
	const entries = new Map<string, Entry>();
	const snoozes = new Map<string, Snooze>();
	for (const [key, value] of all.value) {
		if (key.startsWith(snoozed)) {
			if (isSnooze(value)) snoozes.set(key.slice(snoozed.length), value);
		} else if (isEntry(value)) entries.set(key, value);
	}
	return ok({ entries, snoozes });
}

/** What somebody set here; the usual where nobody did, or where what stands there cannot be understood. */
export async function readPreferences(log: Kept): Promise<Result<Preferences, ReadFailure>> {
	const read = await log.device.get(preferencesName);
	if (!read.ok) return read;
	const checked = checkPreferences(read.value);
	return ok(checked.ok ? checked.value : defaultPreferences);
}

export const keepPreferences = (log: Kept, preferences: Preferences): Promise<Result<void, WriteFailure>> =>
	log.device.set(preferencesName, preferences);

/** When somebody last looked; null where nobody has. */
export async function readRun(log: Kept, looker: Looker): Promise<Result<Run | null, ReadFailure>> {
	const read = await log.device.get(runsName[looker]);
	if (!read.ok) return read;
	const run = fieldsOf<Run>(read.value);
	return ok(isInstant(run.at) && typeof run.said === 'number' ? (run as Run) : null);
}

export const keepRun = (log: Kept, looker: Looker, run: Run): Promise<Result<void, WriteFailure>> =>
	log.device.set(runsName[looker], run);

/**
 * Puts down what is about to be said; gives those that are this caller's to say. What another tab or the worker
 * has put down before is theirs.
 */
export async function claim(
	log: Kept,
	entries: readonly Entry[],
	instant: string
): Promise<Result<readonly Entry[], WriteFailure>> {
	if (entries.length === 0) return ok([]);
	const byKey = new Map(entries.map((entry) => [entry.key, entry]));
	const claimed = await log.ledger.change(byKey.keys(), (before, key) =>
		// What nobody can understand was said to nobody.
		mayClaim(isEntry(before) ? before : undefined, instant) ? byKey.get(key) : undefined
	);
	return claimed.ok ? ok(entries.filter(({ key }) => claimed.value.has(key))) : claimed;
}

/** Notes something of entries that are there. */
export async function note(
	log: Kept,
	keys: readonly string[],
	noted: Partial<Pick<Entry, 'shown' | 'read'>>
): Promise<Result<void, WriteFailure>> {
	const changed = await log.ledger.change(keys, (before) =>
		isEntry(before) ? { ...before, ...noted } : undefined
	);
	return changed.ok ? ok(undefined) : changed;
}

/** Puts reminders off. What they speak of stays due when it is due. */
export async function putOff(log: Kept, snoozes: readonly Snooze[]): Promise<Result<void, WriteFailure>> {
	const byKey = new Map(snoozes.map((snooze) => [snoozed + snooze.obligation, snooze]));
	const changed = await log.ledger.change(byKey.keys(), (_, key) => byKey.get(key));
	return changed.ok ? ok(undefined) : changed;
}

/** Takes back that reminders were put off. */
export const takeUpAgain = (log: Kept, obligations: readonly string[]): Promise<Result<void, WriteFailure>> =>
	log.ledger.forget(obligations.map((obligation) => snoozed + obligation));

function isEntry(value: unknown): value is Entry {
	const { key, at, told } = fieldsOf<Entry>(value);
	return typeof key === 'string' && isInstant(at) && (isReminder(told) || isTransition(told));
}

function isReminder(value: unknown): boolean {
	const { kind, obligation, stream, due, on, occasion } = fieldsOf<Told<'reminder'>>(value);
	const { kind: of } = fieldsOf<Told<'reminder'>['occasion']>(occasion);
	return kind === 'reminder' && [obligation, stream, of].every(isText) && [due, on].every(isDay);
}

function isTransition(value: unknown): boolean {
	const { kind, stream, states, on } = fieldsOf<Told<'transition'>>(value);
	return (
		kind === 'transition' && isText(stream) && Array.isArray(states) && states.every(isText) && isDay(on)
	);
}

function isSnooze(value: unknown): value is Snooze {
	const { obligation, due, until } = fieldsOf<Snooze>(value);
	return isText(obligation) && isDay(due) && isDay(until);
}

type Told<Kind> = Extract<Entry['told'], { kind: Kind }>;

const isText = (value: unknown): value is string => typeof value === 'string';
const isDay = (value: unknown): boolean => isText(value) && isIsoDate(value);
const isInstant = (value: unknown): boolean => isText(value) && !Number.isNaN(Date.parse(value));

/** What somebody may have put down in some form; nothing where it has none. */
const fieldsOf = <Form>(value: unknown): { [Field in keyof Form]?: unknown } =>
	typeof value === 'object' && value !== null ? value : {};
