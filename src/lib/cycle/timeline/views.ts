import { distanceTo, daysLate, type Distance } from '#lib/calendar/distance.ts';
import type { IsoDate } from '#lib/calendar/date.ts';
import { shiftDate } from '#lib/calendar/interval.ts';
import { dateInForce, isOwedToCommittee, type Owed, type OwedDate } from './owed.ts';

/** How an obligation stands on a day. */
export type Standing =
	| Distance
	| { kind: 'noDate' }
	/** `daysLate` is null where nothing says by when it was due. */
	| { kind: 'met'; on: IsoDate; daysLate: number | null }
	/** The same of a State's own step, which nobody receives. */
	| { kind: 'done'; on: IsoDate; daysLate: number }
	/** A step that no plan has any more, or that nothing is prepared by any more. */
	| { kind: 'notNeeded'; on: IsoDate }
	| { kind: 'overtaken'; on: IsoDate }
	| { kind: 'closed'; on: IsoDate };

/** The four groups of the desk, and the band of what has no date. */
export type Group = 'overdue' | 'soon' | 'later' | 'undated' | 'met';

/** Due within so many days counts as soon: a quarter, which is how far ahead a reply has to be drafted. */
export const soonWithin = 90;

/** An obligation seen on a day: a whole one of a timeline, or that of an outline. */
export interface ObligationOnDay<One extends Owed = Owed> {
	obligation: One;
	standing: Standing;
	group: Group;
	/** The date in force that day. */
	date: One['dates'][number];
}

/** The states a cycle is in at the end of a day. */
export function spellsOn<Spell extends { from: IsoDate | null; to: IsoDate | null }>(
	{ spells }: { spells: readonly Spell[] },
	asOf: IsoDate
): Spell[] {
	return spells.filter(({ from, to }) => (from === null || from <= asOf) && (to === null || asOf < to));
}

/** An obligation on a day; undefined where it had not been asked for yet. */
export function obligationOn<One extends Owed>(
	obligation: One,
	asOf: IsoDate
): ObligationOnDay<One> | undefined {
	if (asOf < obligation.openedBy.on) return undefined;
	const date: One['dates'][number] = dateInForce(obligation, asOf);
	const standing = standingOn(obligation, date, asOf);
	return { obligation, standing, group: groupOf(standing), date };
}

/** The last day that is soon, seen from a day. */
export const soonUntil = (asOf: IsoDate): IsoDate => shiftDate(asOf, `P${soonWithin}D`);

/**
 * The day by which an obligation is due where that is soon; null where it is in another group or was not asked for
 * yet. Says no more than `obligationOn` does, and says it of thousands at once.
 * @param until what `soonUntil` gives for the day
 */
export function dueSoonOn(obligation: Owed, asOf: IsoDate, until: IsoDate): IsoDate | null {
	const { openedBy, ending } = obligation;
	if ((ending && ending.on <= asOf) || asOf < openedBy.on) return null;
	const { due } = dateInForce(obligation, asOf);
	return due && asOf <= due && due <= until ? due : null;
}

/** Everything owed in some cycles on a day, the most pressing first. */
export function obligationsOn<One extends Owed>(
	cycles: Iterable<{ obligations: readonly One[] }>,
	asOf: IsoDate
): ObligationOnDay<One>[] {
	return [...cycles]
		.flatMap(({ obligations }) => obligations)
		.map((obligation) => obligationOn(obligation, asOf))
		.filter((seen) => seen !== undefined)
		.sort(byUrgency);
}

/**
 * The one to speak of first: of the most pressing group what is owed to a committee, before a step of the State's
 * own. Undefined where nothing is left to do.
 * @param seen in the order of urgency
 */
export function leadingOf<Seen extends ObligationOnDay>(seen: readonly Seen[]): Seen | undefined {
	const [first] = seen;
	if (!first || first.group === 'met') return undefined;
	return (
		seen.find(({ group, obligation }) => group === first.group && isOwedToCommittee(obligation)) ?? first
	);
}

function standingOn(obligation: Owed, date: OwedDate, asOf: IsoDate): Standing {
	const { ending } = obligation;
	if (ending && ending.on <= asOf) {
		const { how, on } = ending;
		const isOwn = !isOwedToCommittee(obligation);
		if (how !== 'met') return { kind: isOwn ? 'notNeeded' : how, on };
		// Late is counted against the date that was in force when it came.
		const { due } = dateInForce(obligation, on);
		const late = due && daysLate(due, on);
		return isOwn ? { kind: 'done', on, daysLate: late ?? 0 } : { kind: 'met', on, daysLate: late };
	}
	return date.due ? distanceTo(date.due, asOf) : { kind: 'noDate' };
}

function groupOf(standing: Standing): Group {
	switch (standing.kind) {
		case 'overdue':
			return 'overdue';
		case 'dueToday':
			return 'soon';
		case 'dueIn':
			return standing.days <= soonWithin ? 'soon' : 'later';
		case 'noDate':
			return 'undated';
		default:
			return 'met';
	}
}

/** The groups, the most pressing first. */
export const groups: readonly Group[] = ['overdue', 'soon', 'later', 'undated', 'met'];

function byUrgency(one: ObligationOnDay, other: ObligationOnDay): number {
	const group = groups.indexOf(one.group) - groups.indexOf(other.group);
	if (group) return group;
	const order = keyOf(one) < keyOf(other) ? -1 : 1;
	// What is done is shown with the latest first; what is owed, with the earliest.
	return one.group === 'met' ? -order : order;
}

const keyOf = ({ standing, date, obligation }: ObligationOnDay) =>
	`${'on' in standing ? standing.on : (date.due ?? '')} ${obligation.id}`;
