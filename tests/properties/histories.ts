import fc from 'fast-check';
import type { IsoDate } from '#lib/calendar/date.ts';
import { shiftDate } from '#lib/calendar/interval.ts';
import { duties } from '#lib/cycle/deadline.ts';
import { eventTypes, isHousekeeping } from '#lib/cycle/events/catalogue.ts';
import { minimalData } from '#lib/cycle/testing/facts.ts';
import type { Envelope } from '#lib/envelope/envelope.ts';

/** A fact as it might be learnt: likely in the order of a cycle, or quite out of it. */
export interface Told {
	type: string;
	on: IsoDate;
	data: Record<string, unknown>;
}

const dayAt = (offset: number): IsoDate => shiftDate('2018-01-01', `P${offset}D`);
const anyDay = fc.integer({ min: 0, max: 4000 }).map(dayAt);
const factTypes = eventTypes.filter((type) => !isHousekeeping({ type }));

const anyDeadline = fc.oneof(
	{ weight: 6, arbitrary: anyDay.map((due) => ({ kind: 'exact', due, basis: 'stated' })) },
	{ weight: 1, arbitrary: anyDay.map((due) => ({ kind: 'provisional', due, basis: 'agreed' })) },
	{
		weight: 2,
		arbitrary: fc.constantFrom('P12M', 'P1Y', 'P24M', 'P36M').map((interval) => ({
			kind: 'relative',
			interval,
			anchor: 'ConcludingObservationsAdopted'
		}))
	},
	{ weight: 1, arbitrary: fc.constant({ kind: 'unstated' }) }
);

/** Facts in no order at all; most will not fit, which must harm nothing. */
const anyFact: fc.Arbitrary<Told> = fc
	.record({
		type: fc.constantFrom(...factTypes),
		on: anyDay,
		duty: fc.constantFrom(...duties),
		deadline: anyDeadline
	})
	.map(({ type, on, duty, deadline }) => {
		const data = minimalData(type, { duty });
		for (const key of ['deadline', 'repliesDue']) if (key in data) data[key] = deadline;
		if (type === 'ListOfIssuesPriorToReportingAdopted') data.received = on;
		return { type, on, data };
	});

/** The backbone of a cycle, so that what comes after the adoption is reached often. */
const backbone: fc.Arbitrary<Told[]> = fc
	.record({ adopted: fc.integer({ min: 0, max: 2000 }), followUp: anyDeadline, report: anyDeadline })
	.map(({ adopted, followUp, report }) => [
		{ type: 'ConcludingObservationsAdopted', on: dayAt(adopted), data: {} },
		{ type: 'FollowUpRequested', on: dayAt(adopted), data: { units: ['16'], deadline: followUp } },
		{ type: 'NextReportRequested', on: dayAt(adopted), data: { numbers: [4], deadline: report } }
	]);

/** A history: some facts, with or without the backbone. */
export const anyHistory: fc.Arbitrary<Told[]> = fc
	.tuple(fc.oneof(backbone, fc.constant([])), fc.array(anyFact, { maxLength: 14 }))
	.map((parts) => parts.flat());

/** Records a history in an order of arrival: ids and instants follow that order, not the facts'. */
export function recordIn(arrival: readonly Told[]): Envelope[] {
	return arrival.map((told, index) => ({
		...told,
		id: `00000000-0000-7000-8000-${index.toString(16).padStart(12, '0')}`,
		stream: 'CMW/AZE/3',
		schema: 1,
		recordedAt: new Date(Date.UTC(2026, 0, 1, 0, 0, index)).toISOString(),
		by: '',
		replica: '00000000-0000-7000-8000-000000000000',
		source: null
	}));
}
