import type { IsoDate } from '#lib/calendar/date.ts';
import type { Interval } from '#lib/calendar/interval.ts';
import type { Outline } from '#lib/cycle/outline/outline.ts';
import { obligationsOn, type ObligationOnDay } from '#lib/cycle/timeline/views.ts';
import { procedureOf, procedures } from '#lib/procedures/index.ts';
import { ruleInForce } from '#lib/procedures/procedure.ts';
import { entryIntoForce } from '#lib/states/entryIntoForce.ts';
import { treatiesOf } from '#lib/states/parties.ts';
import { isMember } from '#lib/states/regions.ts';

/** What is due first under a treaty. */
export interface DueFirst {
	what: 'initialReport' | 'mechanism';
	within: Interval;
	/** Whether the rule that says so was read where it stands. */
	verified: boolean;
	/** The years in which it was or is due, as far as the year of ratification tells; null where nothing is known. */
	years: readonly number[] | null;
	/** The day of the treaty itself, where the State is bound from that day on. */
	treaty: IsoDate | null;
}

/** A State before one body: what binds it, what is due first, and what is recorded. */
export interface TreatyOfState {
	body: string;
	/** The year of ratification; `member` where membership of the United Nations suffices; null where not known. */
	since: number | 'member' | null;
	first: DueFirst | null;
	/** Its cycles, the latest first. */
	cycles: readonly Outline[];
	/** What is owed in them on a day and not done, the most pressing first. */
	owed: readonly ObligationOnDay[];
}

/** Every treaty of a State, those that bind it first, with what is recorded of each. */
export function treatiesOfState(state: string, outlines: Iterable<Outline>, asOf: IsoDate): TreatyOfState[] {
	const cycles = Map.groupBy(
		[...outlines].filter((one) => one.state === state),
		({ body }) => body
	);
	const known = new Map(treatiesOf(state).map(({ body, since }) => [body, since]));
	const rows = procedures.map(({ body }): TreatyOfState => {
		const since = known.get(body) ?? (body === 'UPR' && isMember(state) ? 'member' : null);
		const ofBody = (cycles.get(body) ?? []).toSorted(
			(one, other) => (other.reportNumbers.at(-1) ?? 0) - (one.reportNumbers.at(-1) ?? 0)
		);
		return {
			body,
			since,
			first: dueFirst(body, since === 'member' ? null : since),
			cycles: ofBody,
			owed: obligationsOn(ofBody, asOf).filter(({ group }) => group !== 'met')
		};
	});
	const isBound = ({ since, cycles: ofBody }: TreatyOfState) => since !== null || ofBody.length > 0;
	return [...rows.filter(isBound), ...rows.filter((row) => !isBound(row))];
}

function dueFirst(body: string, since: number | null): DueFirst | null {
	const procedure = procedureOf(body);
	const rules = procedure?.reporting?.initialReportWithin ?? procedure?.visits?.mechanismWithin;
	const entry = since === null ? null : entryIntoForce(body, since);
	// The years are all that is known; where the State is not bound yet, the last rule is the one that will hold.
	const rule = rules && ruleInForce(rules, `${entry?.years.at(-1) ?? 9999}-12-31` as IsoDate);
	if (!procedure || !rule) return null;
	const { value: within, verified } = rule;
	// Such rules are in whole years.
	const later = Number.parseInt(within.slice(1), 10);
	return {
		what: procedure.reporting ? 'initialReport' : 'mechanism',
		within,
		verified,
		years: entry && within.endsWith('Y') ? entry.years.map((year) => year + later) : null,
		treaty: entry?.treaty ?? null
	};
}
