import { execFileSync, spawnSync } from 'node:child_process';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { IsoDate } from '#lib/calendar/date.ts';
import { envelope } from '#lib/cycle/testing/facts.ts';
import { foldCycle, type Timeline } from '#lib/cycle/timeline/fold.ts';
import { procedures } from '#lib/procedures/index.ts';
import { ruleInForce, type Procedure } from '#lib/procedures/procedure.ts';

const python = '/usr/bin/python3';
const hasDateutil = spawnSync(python, ['-c', 'import dateutil.relativedelta']).status === 0;
const asDateutilCounts = `
import json, sys
from datetime import date
from dateutil.relativedelta import relativedelta
units = {'Y': 'years', 'M': 'months', 'D': 'days'}
for case in (answers := json.load(sys.stdin)):
    length = case['length']
    case['due'] = length and str(date.fromisoformat(case['anchor']) + relativedelta(**{units[length[-1]]: int(length[1:-1])}))
json.dump(answers, sys.stdout)
`;

/** A rule under test: the facts that lead to it, the last of which is its anchor, and its length on a day. */
interface Clock {
	facts: readonly (readonly [type: string, data: Record<string, unknown>])[];
	lengthOn: (anchor: IsoDate) => string | null;
}

const unstated = { kind: 'unstated' };

/** The clocks that a body's procedure has. */
function clocksOf({
	reporting,
	simplifiedReporting,
	followUp,
	visits,
	reportAfterNotice
}: Procedure): Clock[] {
	const always = (length: string | undefined, ...facts: Clock['facts']): Clock[] =>
		length ? [{ facts, lengthOn: () => length }] : [];
	return [
		...always(reporting?.initialReportWithin?.[0]?.value, ['TreatyEnteredIntoForce', { deadline: unstated }]),
		...always(visits?.mechanismWithin[0]?.value, ['TreatyEnteredIntoForce', { deadline: unstated }]),
		...always(visits?.replyWithin[0]?.value.length, ['VisitReportTransmitted', { deadline: unstated }]),
		...always(reportAfterNotice?.[0]?.value.length, ['NoticeOfReviewGiven', { deadline: unstated }]),
		...always(simplifiedReporting?.repliesWithin[0]?.value.length, [
			'ListOfIssuesPriorToReportingAdopted',
			{ repliesDue: unstated }
		]),
		...(followUp
			? [
					{
						facts: [
							['ConcludingObservationsAdopted', {}],
							['FollowUpRequested', { units: ['16'], deadline: unstated }]
						] as const,
						lengthOn: (anchor: IsoDate) => ruleInForce(followUp.interval, anchor)?.value.length ?? null
					}
				]
			: [])
	];
}

/** The day the cycle computes by a rule; null where it has none for that day. */
function computed(body: string, { facts }: Clock, anchor: IsoDate): IsoDate | null {
	const stream = `${body}/AZE/1`;
	const events = facts.map(([type, data]) => envelope(type, anchor, data, { stream }));
	const { obligations } = foldCycle(stream, events) as Timeline;
	return obligations.at(-1)!.dates[0]!.computed?.due ?? null;
}

const clocks = procedures.flatMap((procedure) =>
	clocksOf(procedure).map((clock) => ({ body: procedure.body, clock }))
);

describe.skipIf(!hasDateutil)('against python3-dateutil (skipped where it is not installed)', () => {
	it('every rule of every body gives the same day, over 10,000 anchors', () => {
		const anchor = fc.oneof(
			fc
				.date({ min: new Date('1970-01-01'), max: new Date('2060-12-31'), noInvalidDate: true })
				.map((date) => date.toISOString().slice(0, 10) as IsoDate),
			// The ends of months are where conventions differ.
			fc
				.tuple(fc.integer({ min: 1970, max: 2060 }), fc.constantFrom('01-31', '02-28', '08-31', '11-30'))
				.map(([year, end]) => `${year}-${end}` as IsoDate),
			fc.integer({ min: 493, max: 515 }).map((leap) => `${leap * 4}-02-29` as IsoDate)
		);
		const cases = fc.sample(fc.tuple(anchor, fc.constantFrom(...clocks)), {
			numRuns: 10_000,
			seed: 20_261_122
		});
		const ours = cases.map(([day, { body, clock }]) => ({
			body,
			anchor: day,
			length: clock.lengthOn(day),
			due: computed(body, clock, day)
		}));
		const answer = execFileSync(python, ['-c', asDateutilCounts], {
			input: JSON.stringify(ours.map(({ due: _, ...asked }) => asked)),
			encoding: 'utf8',
			maxBuffer: 64 * 1024 * 1024
		});
		expect(ours).toEqual(JSON.parse(answer));
		expect(new Set(ours.map(({ body }) => body)).size).toBe(new Set(clocks.map(({ body }) => body)).size);
	}, 120_000);
});
