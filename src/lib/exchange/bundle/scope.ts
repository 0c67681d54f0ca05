import * as v from 'valibot';
import { isEventType, isPreparation, preparationTypes } from '#lib/cycle/events/catalogue.ts';
import { checkData } from '#lib/cycle/events/read.ts';
import { envelopeSchema, type Envelope } from '#lib/envelope/envelope.ts';

/** What is left out of a bundle that would belong to it: how a State prepares what it owes. */
const without = v.optional(v.literal('preparations'));

/** What a bundle is of. A State is named as in a stream, a cycle is a stream. */
export const scopeSchema = v.variant('kind', [
	v.strictObject({ kind: v.literal('everything'), without }),
	v.strictObject({
		kind: v.literal('state'),
		state: v.pipe(v.string(), v.regex(/^[A-Z]{2,3}(-[A-Z]{3})?$/)),
		without
	}),
	v.strictObject({ kind: v.literal('cycle'), stream: envelopeSchema.entries.stream, without })
]);
export type Scope = v.InferOutput<typeof scopeSchema>;

/** The events that belong to a scope, in the order given: what a bundle of it holds. */
export function scopeOf(events: readonly Envelope[], scope: Scope): Envelope[] {
	const part = partOf(events, scope);
	return scope.without ? withoutPreparations(part) : part;
}

function partOf(events: readonly Envelope[], scope: Scope): Envelope[] {
	switch (scope.kind) {
		case 'everything':
			return [...events];
		case 'state':
			return events.filter(({ stream }) => stream.split('/')[1] === scope.state);
		case 'cycle':
			return ofCycle(events, scope.stream);
	}
}

/**
 * A cycle, and what two cycles tell of one submission.
 *
 * The cycle before it is taken whole: were it left out, a receiver who has it would see a report as overdue that
 * was submitted; and of itself the submission fits into no cycle, as it needs the adoption and the request.
 * Of the cycle after it goes along what the gate records there by itself: its opening and the submission, with
 * what was said of the two since. Without them a correction made by the receiver would reach one cycle only.
 */
function ofCycle(events: readonly Envelope[], stream: string): Envelope[] {
	const own = events.filter((event) => event.stream === stream);
	const toldIn = new Set(own.filter(isReport).map(({ data }) => data.submittedIn));
	const before = new Set(events.filter(({ id }) => toldIn.has(id)).map((event) => event.stream));

	const ended = new Set<unknown>(
		own.filter(({ type }) => type === 'NextReportSubmitted').map(({ id }) => id)
	);
	const begun = events.filter((event) => isReport(event) && ended.has(event.data.submittedIn));
	const after = new Set(begun.map((event) => event.stream));
	const openings = events.filter((event) => after.has(event.stream) && isOfTheOpening(event));
	const alongside = withThoseThat(isSaidAmong, [...begun, ...openings], events);

	return events.filter(({ id, stream: one }) => one === stream || before.has(one) || alongside.has(id));
}

/** What pins a cycle to its procedure: without it the receiver would count by other rules. */
const isOfTheOpening = ({ type }: Envelope): boolean => type === 'CycleOpened' || type === 'ProcedureChanged';

const isReport = ({ type }: Envelope): boolean => type === 'ReportSubmitted';

/**
 * Some events without those that tell how a State prepares what it owes, and without their corrections, which may
 * say the same. They are left out whole, as those of another State are, and not sent redacted: a redaction is for
 * good, and would take them out wherever they are known.
 * That something of them was redacted is told all the same: it says nothing of what is gone, and whoever was given
 * it once loses it by that.
 * What this version does not know the type of stays, as it may be what a committee is owed.
 */
function withoutPreparations(events: readonly Envelope[]): Envelope[] {
	const own = withThoseThat(isCorrectionAmong, events.filter(tellsOfPreparing), events);
	return events.filter(({ id }) => !own.has(id));
}

/** A correction tells what it puts in place; what it corrects may be damaged, or not be here. */
const tellsOfPreparing = ({ type, data }: Envelope): boolean =>
	type === 'RecordCorrected'
		? preparationTypes.some((one) => 'data' in checkData(one, data.data))
		: isEventType(type) && isPreparation({ type });

/** Whether an event says something of one of some events, by their ids. */
type SaysOf = (event: Envelope, ids: ReadonlySet<unknown>) => boolean;

const isCorrectionAmong: SaysOf = ({ corrects }, ids) => corrects !== undefined && ids.has(corrects);
const isSaidAmong: SaysOf = (event, ids) =>
	isCorrectionAmong(event, ids) || (event.type === 'RecordRedacted' && ids.has(event.data.event));

/** The ids of some events, of those that say something of them, of those that say something of these, and so on. */
function withThoseThat(says: SaysOf, some: readonly Envelope[], events: readonly Envelope[]): Set<unknown> {
	const ids = new Set<unknown>(some.map(({ id }) => id));
	for (let known = -1; known < ids.size;) {
		known = ids.size;
		for (const event of events) if (says(event, ids)) ids.add(event.id);
	}
	return ids;
}
