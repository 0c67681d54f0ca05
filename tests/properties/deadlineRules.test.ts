import { execFileSync, spawnSync } from 'node:child_process';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { IsoDate } from '#lib/calendar/date.ts';
import { dayAfter, shiftDate } from '#lib/calendar/interval.ts';
import { envelope } from '#lib/cycle/testing/facts.ts';
import { readEvents, type EffectiveEvent } from '#lib/cycle/events/read.ts';
import { foldCycle, type Timeline } from '#lib/cycle/timeline/fold.ts';
import { applyToObligations, type Obligation } from '#lib/cycle/timeline/obligation.ts';
import type { Envelope } from '#lib/envelope/envelope.ts';
import { datingRules, rulesFor, type DatingRule } from '#lib/procedures/amendments.ts';
import { procedureOf, procedures } from '#lib/procedures/index.ts';
import type { Period, Rule } from '#lib/procedures/procedure.ts';

const python = '/usr/bin/python3';
const hasDateutil = spawnSync(python, ['-c', 'import dateutil.relativedelta']).status === 0;
/** Reads rules with their anchors, and finds by itself which length holds on an anchor, and what day that gives. */
const asDateutilCounts = `
import json, sys
from datetime import date
from dateutil.relativedelta import relativedelta
units = {'Y': 'years', 'M': 'months', 'D': 'days'}
def due(rules, anchor):
    for rule in rules:
        if (rule['from'] or '0001-01-01') <= anchor <= (rule['to'] or '9999-12-31'):
            length = rule['length']
            return length and str(date.fromisoformat(anchor) + relativedelta(**{units[length[-1]]: int(length[1:-1])}))
json.dump([[due(clock['rules'], anchor) for anchor in clock['anchors']] for clock in json.load(sys.stdin)], sys.stdout)
`;

const unstated = { deadline: { kind: 'unstated' } };

/** The facts that lead to each rule; all on one day, which is its anchor. */
const leadTo = (
	anchor: IsoDate
): Readonly<Record<DatingRule, readonly (readonly [type: string, data: object])[]>> => ({
	initialReportWithin: [['TreatyEnteredIntoForce', unstated]],
	mechanismWithin: [['TreatyEnteredIntoForce', unstated]],
	visitReplyWithin: [['VisitReportTransmitted', unstated]],
	reportAfterNotice: [['NoticeOfReviewGiven', unstated]],
	repliesWithin: [
		['ListOfIssuesPriorToReportingAdopted', { repliesDue: unstated.deadline, received: anchor }]
	],
	followUpInterval: [
		['ConcludingObservationsAdopted', {}],
		['FollowUpRequested', { units: ['16'], ...unstated }]
	]
});

const eventsOf = ({ body, rule }: Clock, anchor: IsoDate): Envelope[] =>
	leadTo(anchor)[rule].map(([type, data]) =>
		envelope(type, anchor, data as Record<string, unknown>, { stream: `${body}/AZE/1` })
	);
const computedIn = (obligations: readonly Obligation[]): IsoDate | null =>
	obligations.at(-1)!.dates[0]!.computed?.due ?? null;

/** The day a rule gives in a cycle, folded whole; null where it gives none on that day. */
const folded = (clock: Clock, anchor: IsoDate): IsoDate | null =>
	computedIn((foldCycle(`${clock.body}/AZE/1`, eventsOf(clock, anchor)) as Timeline).obligations);

/** The same for many anchors: without the statechart, and without reading each event as one from a file is read. */
function computed(clock: Clock, anchors: readonly IsoDate[]): (IsoDate | null)[] {
	const procedure = procedureOf(clock.body)!;
	const known = readEvents(eventsOf(clock, '2000-01-01')).known as EffectiveEvent[];
	return anchors.map((on) => {
		const facts = known.map(
			(fact) =>
				({
					...fact,
					on,
					data: 'received' in fact.data ? { ...fact.data, received: on } : fact.data
				}) as EffectiveEvent
		);
		return computedIn(
			facts.reduce<readonly Obligation[]>(
				(owed, fact, place) => applyToObligations(owed, fact, facts.slice(0, place + 1), procedure),
				[]
			)
		);
	});
}

/** A rule of a body, with all its versions. */
interface Clock {
	body: string;
	rule: DatingRule;
	rules: { length: string | null; from: IsoDate | null; to: IsoDate | null }[];
}

const clocks = procedures.flatMap((procedure) =>
	datingRules.flatMap((rule): Clock[] => {
		const rules = rulesFor(procedure, rule) as readonly Rule<Period | string | null>[] | null;
		return rules
			? [
					{
						body: procedure.body,
						rule,
						rules: rules.map(({ value, validFrom: from, validTo: to }) => ({
							length: typeof value === 'string' ? value : (value?.length ?? null),
							from,
							to
						}))
					}
				]
			: [];
	})
);

/** The days on which a rule begins or ends, with those beside them. */
const bounds = clocks
	.flatMap(({ rules }) => rules.flatMap(({ from, to }) => [from, to]))
	.filter((day) => day !== null)
	.flatMap((day) => [shiftDate(day, 'P1D', 'before'), day, dayAfter(day)]);

const anyAnchor = fc.oneof(
	fc
		.date({ min: new Date('1970-01-01'), max: new Date('2060-12-31'), noInvalidDate: true })
		.map((date) => date.toISOString().slice(0, 10) as IsoDate),
	// The ends of months are where conventions differ.
	fc
		.tuple(fc.integer({ min: 1970, max: 2060 }), fc.constantFrom('01-31', '02-28', '08-31', '11-30'))
		.map(([year, end]) => `${year}-${end}` as IsoDate),
	fc.integer({ min: 493, max: 515 }).map((leap) => `${leap * 4}-02-29` as IsoDate),
	fc.constantFrom(...bounds)
);

describe.skipIf(!hasDateutil)('against python3-dateutil (skipped where it is not installed)', () => {
	it('every rule of every body gives the same day, over 10,000 anchors each', () => {
		const asked = clocks.map((clock, place) => ({
			...clock,
			anchors: fc.sample(anyAnchor, { numRuns: 10_000, seed: 20_261_122 + place })
		}));
		const ours = asked.map(({ anchors, ...clock }) => computed(clock, anchors));
		for (const [place, { anchors, ...clock }] of asked.entries())
			expect(anchors.slice(0, 200).map((anchor) => folded(clock, anchor))).toEqual(
				ours[place]!.slice(0, 200)
			);
		const answer = execFileSync(python, ['-c', asDateutilCounts], {
			input: JSON.stringify(asked),
			encoding: 'utf8',
			maxBuffer: 64 * 1024 * 1024
		});
		const theirs = JSON.parse(answer) as (string | null)[][];
		for (const [place, { body, rule, anchors }] of asked.entries()) {
			const differing = anchors.flatMap((anchor, index) => {
				const [our, their] = [ours[place]![index], theirs[place]![index]];
				return our === their ? [] : [{ body, rule, anchor, our, their }];
			});
			expect(differing).toEqual([]);
			expect(ours[place]!.filter((due) => due !== null).length, `${body} ${rule}`).toBeGreaterThan(500);
		}
	}, 300_000);
});
