import { parseDate, type DateRefusal, type IsoDate } from '#lib/calendar/date.ts';
import type { Deadline } from '#lib/cycle/deadline.ts';
import { endsBeforeItBegins, type Backwards, type Proposal } from '#lib/cycle/gate.ts';
import type { Owed } from '#lib/cycle/timeline/owed.ts';
import { ok, refuse, type Result } from '#lib/result.ts';
import { cycleOfReport } from './stepsTaken.ts';

/** What an office does about many cycles in one sitting. */
export const acts = [
	'ReminderSent',
	'ListOfIssuesAdopted',
	'ListOfIssuesPriorToReportingAdopted',
	'ReviewScheduled'
] as const;
export type Act = (typeof acts)[number];

/** What can be chosen: an obligation, or a review that a body has in hand, in which nothing need be owed. */
export type Chosen = Pick<Owed, 'stream' | 'reportNumbers'> & { duty: Owed['duty'] | null };

/** What can be done about all that are chosen: a reminder is of a duty. */
export const actsFor = (chosen: readonly Chosen[]): readonly Act[] =>
	chosen.every(({ duty }) => duty) ? acts : acts.filter((act) => act !== 'ReminderSent');

/** What is said of all of them alike, as typed. What an act does not ask for is not looked at. */
export interface Alike {
	act: Act;
	/** The day it happened. */
	on: string;
	/** The symbol of the document; empty where it is not given. */
	symbol: string;
	/** By when the replies to a list are due; empty where no day is set. */
	due: string;
	/** The number of the session that a review is put on the programme of. */
	session: string;
	/** Its first and last day; empty where they are not known. */
	from: string;
	to: string;
}

/** Why nothing can be recorded for all alike, whatever the gate may say to each. */
export type AlikeRefusal =
	| DateRefusal
	| Backwards
	| { kind: 'noSession' }
	/** Each committee counts its sessions for itself: no number is that of two. */
	| { kind: 'sessionOfSeveral'; committees: readonly string[] };

/**
 * What would be recorded: a reminder for each duty of a cycle; a list, or a session, for each cycle. Where a periodic
 * report is owed, they are of the cycle that it begins.
 */
export function proposalsFor(alike: Alike, chosen: readonly Chosen[]): Result<Proposal[], AlikeRefusal> {
	const on = parseDate(alike.on);
	if (!on.ok) return on;
	const told = toldOfAll(alike, chosen);
	if (!told.ok) return told;
	const { act: type } = alike;
	const once = new Map(
		chosen.map(({ duty, ...one }) => {
			const isReminder = type === 'ReminderSent';
			const stream = (!isReminder && duty && cycleOfReport({ ...one, duty })) || one.stream;
			const data = isReminder ? { duty, ...told.value } : told.value;
			return [isReminder ? `${stream}#${duty}` : stream, { stream, data }] as const;
		})
	);
	return ok([...once.values()].map((one) => ({ ...one, type, on: on.value, source: null })));
}

/** What the events of all of them say. */
function toldOfAll(
	{ act, symbol, due, ...review }: Alike,
	chosen: readonly Chosen[]
): Result<Record<string, unknown>, AlikeRefusal> {
	if (act === 'ReviewScheduled') return sessionIn(review, chosen);
	const named = symbol.trim() ? { symbol: symbol.trim() } : {};
	if (act === 'ReminderSent') return ok(named);
	const day = dayIn(due);
	if (!day.ok) return day;
	const repliesDue: Deadline = day.value
		? { kind: 'exact', due: day.value, basis: 'stated' }
		: { kind: 'unstated' };
	return ok({ ...named, repliesDue });
}

function sessionIn(
	typed: Pick<Alike, 'session' | 'from' | 'to'>,
	chosen: readonly Chosen[]
): Result<Record<string, unknown>, AlikeRefusal> {
	const committees = [...new Set(chosen.map(committeeOf))];
	if (committees.length > 1) return refuse({ kind: 'sessionOfSeveral', committees });
	const text = typed.session.trim();
	if (!/^[1-9]\d{0,3}$/.test(text)) return refuse({ kind: 'noSession' });
	const [from, to] = [dayIn(typed.from), dayIn(typed.to)];
	if (!from.ok) return from;
	if (!to.ok) return to;
	const days = { ...(from.value && { from: from.value }), ...(to.value && { to: to.value }) };
	const backwards = endsBeforeItBegins(days);
	return backwards ? refuse(backwards) : ok({ session: Number(text), ...days });
}

/** Who holds the session: what is reported under a protocol, `CRC-OPAC`, is reviewed by the committee of its treaty. */
const committeeOf = ({ stream }: Chosen): string => /^[A-Z]+/.exec(stream)![0];

/** A day that may be left open. */
function dayIn(typed: string): Result<IsoDate | null, DateRefusal> {
	return typed.trim() ? parseDate(typed) : ok(null);
}
