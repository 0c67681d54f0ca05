import * as v from 'valibot';
import { envelopeSchema, type Envelope } from '#lib/envelope/envelope.ts';

/** What a bundle is of. A State is named as in a stream, a cycle is a stream. */
export const scopeSchema = v.variant('kind', [
	v.strictObject({ kind: v.literal('everything') }),
	v.strictObject({
		kind: v.literal('state'),
		state: v.pipe(v.string(), v.regex(/^[A-Z]{2,3}(-[A-Z]{3})?$/))
	}),
	v.strictObject({ kind: v.literal('cycle'), stream: envelopeSchema.entries.stream })
]);
export type Scope = v.InferOutput<typeof scopeSchema>;

/** The events that belong to a scope, in the order given: what a bundle of it holds. */
export function scopeOf(events: readonly Envelope[], scope: Scope): Envelope[] {
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
	const alongside = withWhatWasSaidOf([...begun, ...openings], events);

	return events.filter(({ id, stream: one }) => one === stream || before.has(one) || alongside.has(id));
}

/** What pins a cycle to its procedure: without it the receiver would count by other rules. */
const isOfTheOpening = ({ type }: Envelope): boolean => type === 'CycleOpened' || type === 'ProcedureChanged';

const isReport = ({ type }: Envelope): boolean => type === 'ReportSubmitted';

/** The ids of some events, of the corrections and redactions of them, of the corrections of those, and so on. */
function withWhatWasSaidOf(some: readonly Envelope[], events: readonly Envelope[]): Set<unknown> {
	const ids = new Set<unknown>(some.map(({ id }) => id));
	for (let known = -1; known < ids.size;) {
		known = ids.size;
		for (const { id, type, corrects, data } of events)
			if ((corrects && ids.has(corrects)) || (type === 'RecordRedacted' && ids.has(data.event))) ids.add(id);
	}
	return ids;
}
