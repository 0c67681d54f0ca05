import type { IsoDate } from '#lib/calendar/date.ts';
import type { CycleDifference, ObligationDifference } from '#lib/cycle/knowledge.ts';
import { dateInForce, isOwedToCommittee, type Owed } from '#lib/cycle/timeline/owed.ts';
import { obligationOn, type Standing } from '#lib/cycle/timeline/views.ts';
import { m } from './catalogue/messages.js';
import { day } from './dates.ts';
import { dueWords, obligationTitle } from './obligation.ts';
import { standingWords } from './standing.ts';

type Changed = Extract<ObligationDifference, { kind: 'changed' }>;

/**
 * What came to be known otherwise in a cycle, sentence by sentence.
 * @param owedById what is owed in it, by id, as far as it is known at either instant
 * @param asOf the day one looks from
 */
export function differenceSentences(
	{ cycle, obligations }: CycleDifference,
	owedById: ReadonlyMap<string, Owed>,
	asOf: IsoDate
): string[] {
	const ofCycle = {
		appeared: [m.knowledge_cycle_appeared],
		disappeared: [m.knowledge_cycle_disappeared],
		changed: []
	}[cycle];
	return [
		...ofCycle.map((say) => say()),
		...obligations.flatMap((one) => {
			if (one.kind === 'appeared') return [appeared(one.obligation, asOf)];
			if (one.kind === 'disappeared') return [disappeared(one.obligation, asOf)];
			const owed = owedById.get(one.id);
			return owed ? changed(one, owed, asOf) : [];
		})
	];
}

function appeared(obligation: Owed, asOf: IsoDate): string {
	const told = { owed: obligationTitle(obligation), due: dueWords(dateInForce(obligation, asOf)) };
	const standing = obligationOn(obligation, asOf)?.standing;
	return standing && standing.kind !== 'noDate'
		? m.knowledge_appeared({ ...told, standing: standingWords(standing) })
		: m.knowledge_appeared_only(told);
}

function disappeared(obligation: Owed, asOf: IsoDate): string {
	const [owed, date] = [obligationTitle(obligation), dateInForce(obligation, asOf)];
	return date.due
		? m.knowledge_disappeared({ owed, due: dueWords(date) })
		: m.knowledge_disappeared_undated({ owed });
}

function changed({ date, ending, standing }: Changed, obligation: Owed, asOf: IsoDate): string[] {
	const owed = obligationTitle(obligation);
	if (!date && !ending && standing) return [stood(standing, owed, asOf)];
	return [...(date ? [moved(date, owed)] : []), ...(ending ? [ended(ending, standing, obligation)] : [])];
}

function moved({ before, after }: NonNullable<Changed['date']>, owed: string): string {
	if (!before.due) return m.knowledge_date_given({ owed, after: dueWords(after) });
	if (!after.due) return m.knowledge_date_lost({ owed, before: dueWords(before) });
	return m.knowledge_date({ owed, before: dueWords(before), after: dueWords(after) });
}

function ended(
	ending: NonNullable<Changed['ending']>,
	standing: Changed['standing'],
	obligation: Owed
): string {
	const owed = obligationTitle(obligation);
	const words = (end: NonNullable<Owed['ending']>, seen: Standing | null | undefined) =>
		isOwedToCommittee(obligation) ? endingWords(end, seen) : stepEndingWords(end, seen);
	const before = ending.before && words(ending.before, standing?.before);
	const after = ending.after && words(ending.after, standing?.after);
	if (before && after) return m.knowledge_ended_otherwise({ owed, before, after });
	return after ? m.knowledge_ended({ owed, after }) : m.knowledge_open_again({ owed, before: before ?? '' });
}

/** An ending in a few words; how late it came is known from how it stands, once it has come. */
function endingWords(
	{ how, on }: NonNullable<Owed['ending']>,
	standing: Standing | null | undefined
): string {
	if (standing?.kind === how) return standingWords(standing);
	return standingWords(how === 'met' ? { kind: how, on, daysLate: null } : { kind: how, on });
}

/** The same of a State's own step. */
function stepEndingWords(
	{ how, on }: NonNullable<Owed['ending']>,
	standing: Standing | null | undefined
): string {
	if (standing?.kind === 'done') return standingWords(standing);
	return how === 'met' ? m.preparation_done({ on: day(on) }) : m.preparation_not_needed({ on: day(on) });
}

function stood({ before, after }: NonNullable<Changed['standing']>, owed: string, asOf: IsoDate): string {
	const words = (standing: Standing | null) => (standing ? standingWords(standing) : m.knowledge_not_asked());
	return m.knowledge_standing({ owed, day: day(asOf), before: words(before), after: words(after) });
}
