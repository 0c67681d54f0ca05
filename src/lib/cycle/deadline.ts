import * as v from 'valibot';
import { isIsoDate, type IsoDate } from '#lib/calendar/date.ts';
import type { Interval } from '#lib/calendar/interval.ts';

/** What a State can owe in a cycle. */
export const duties = [
	'initialReport',
	'reportUnderNotice',
	'replies',
	'followUp',
	'nextReport',
	'additionalInformation',
	'visitReply',
	'preventiveMechanism'
] as const;
export type Duty = (typeof duties)[number];

const isoDate = v.custom<IsoDate>((value) => typeof value === 'string' && isIsoDate(value));
/** What an interval can be counted from: a fact of the cycle, or the receipt of a list, which is a day that a fact tells. */
export const anchors = [
	'ConcludingObservationsAdopted',
	'ListOfIssuesPriorToReportingAdopted',
	'ListOfIssuesPriorToReportingReceived',
	'ListOfIssuesAdopted'
] as const;
export type Anchor = (typeof anchors)[number];

/** A length of time in years, months or days. */
export const intervalSchema = v.custom<Interval>(
	(value) => typeof value === 'string' && /^P([1-9]\d{0,2}[YM]|[1-9]\d{0,4}D)$/.test(value)
);

/**
 * By when something is owed, as it was set.
 * - `exact`: a day. `stated` in a document, or `agreed` between State and committee.
 * - `provisional`: a day, "in principle".
 * - `relative`: an interval after an event of the same cycle; a day only once that event is known.
 * - `unstated`: asked for without a date.
 */
export const deadlineSchema = v.variant('kind', [
	v.strictObject({ kind: v.literal('exact'), due: isoDate, basis: v.picklist(['stated', 'agreed']) }),
	v.strictObject({ kind: v.literal('provisional'), due: isoDate, basis: v.picklist(['stated', 'agreed']) }),
	v.strictObject({
		kind: v.literal('relative'),
		interval: intervalSchema,
		anchor: v.picklist(anchors)
	}),
	v.strictObject({ kind: v.literal('unstated') })
]);
export type Deadline = v.InferOutput<typeof deadlineSchema>;
