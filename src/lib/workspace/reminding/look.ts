import { clockIn } from '#lib/calendar/localClock.ts';
import { genevaToday } from '#lib/calendar/today.ts';
import type { Outline } from '#lib/cycle/outline/outline.ts';
import type { Owed } from '#lib/cycle/timeline/owed.ts';
import type { ReadFailure, WriteFailure } from '#lib/log/index.ts';
import { badgeCount } from '#lib/reminders/badgeCount.ts';
import { due } from '#lib/reminders/due.ts';
import type { Channel, Entry } from '#lib/reminders/entry.ts';
import { heldUntil } from '#lib/reminders/held.ts';
import { entriesOf, pruned } from '#lib/reminders/ledger.ts';
import { plan } from '#lib/reminders/plan.ts';
import { ok, type Result } from '#lib/result.ts';
import {
	claim,
	keepRun,
	note,
	readLedger,
	readPreferences,
	readRun,
	type Kept,
	type Looker
} from './keeping.ts';

/** A way to say things from where one is. */
export interface Voice {
	channel: Extract<Channel, 'page' | 'notification'>;
	/** Whether it may come at a bad time, and so keeps to quiet hours and days of rest. */
	disturbs: boolean;
	/** Says them, all as one or each by itself; gives the keys of those that are known to have been shown. */
	say(entries: readonly Entry[], asOne: boolean): Promise<readonly string[]>;
}

/** Where nobody sees or hears anything: it stands in the inbox. */
export const silent: Voice = {
	channel: 'page',
	disturbs: false,
	say: async (entries) => entries.map(({ key }) => key)
};

/** One look at what there is to say. */
export interface Look {
	log: Kept;
	looker: Looker;
	/** How every cycle stands as it is known now. */
	outlines: ReadonlyMap<string, Outline>;
	/** The instant, in UTC, and the time zone of the reader's clock. */
	at: string;
	zone: string;
	/** Null where nothing can be said now. */
	voice: Voice | null;
	/** Shows a number on the app's icon. */
	badge(count: number): Promise<unknown>;
}

/** Everything owed in some cycles. */
export const obligationsOf = (outlines: ReadonlyMap<string, Outline>): Owed[] =>
	[...outlines.values()].flatMap(({ obligations }) => obligations);

/**
 * Says what is due and was not said, and sets the badge. What is said is put down first: whoever else looks at the
 * same moment leaves it alone, and should this one be killed before it is shown, it is said again an hour later.
 * @returns what was said
 */
export async function look(doing: Look): Promise<Result<readonly Entry[], ReadFailure | WriteFailure>> {
	const { log, looker, outlines, at, voice } = doing;
	const obligations = obligationsOf(outlines);
	const said = voice ? await say(doing, voice, obligations) : ok([]);
	if (!said.ok) return said;
	await doing.badge(badgeCount(obligations, genevaToday(at)));
	const kept = await keepRun(log, looker, { at, said: said.value.length });
	return kept.ok ? said : kept;
}

async function say(
	{ log, looker, at, zone }: Look,
	voice: Voice,
	obligations: readonly Owed[]
): Promise<Result<readonly Entry[], ReadFailure | WriteFailure>> {
	const preferences = await readPreferences(log);
	if (!preferences.ok) return preferences;
	if (voice.disturbs && heldUntil(clockIn(zone, at), preferences.value)) return ok([]);
	const ledger = await readLedger(log);
	if (!ledger.ok) return ledger;
	const today = genevaToday(at);
	const lastRun = await readRun(log, looker);
	if (!lastRun.ok) return lastRun;
	const found = due(
		plan(obligations, preferences.value, today, today),
		ledger.value,
		{ instant: at, today, lastLook: lastRun.value?.at ?? null },
		preferences.value
	);
	const told = await tell(
		log,
		entriesOf(found.say, at, found.digest ? 'digest' : voice.channel),
		voice,
		at,
		found.digest
	);
	if (!told.ok) return told;
	const old = pruned(ledger.value, obligations, at);
	if (old.length > 0) {
		const forgotten = await log.ledger.forget(old);
		if (!forgotten.ok) return forgotten;
	}
	return told;
}

/**
 * Puts down what is to be said, says what is this caller's to say, and puts down that it was shown.
 * @returns what was shown here; what could not be is said again an hour later
 */
export async function tell(
	log: Kept,
	entries: readonly Entry[],
	voice: Voice,
	at: string,
	asOne: boolean
): Promise<Result<readonly Entry[], WriteFailure>> {
	const claimed = await claim(log, entries, at);
	if (!claimed.ok) return claimed;
	// What is not said by itself is shown already.
	const toSay = claimed.value.filter(({ shown }) => !shown);
	if (toSay.length === 0) return ok([]);
	const shown = new Set(await voice.say(toSay, asOne));
	const noted = await note(log, [...shown], { shown: true });
	return noted.ok ? ok(toSay.filter(({ key }) => shown.has(key))) : noted;
}
