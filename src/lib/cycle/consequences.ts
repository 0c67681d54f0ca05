import type { IsoDate } from '#lib/calendar/date.ts';
import type { Envelope, NewEvent, Source } from '#lib/envelope/envelope.ts';
import { canBeAmended } from '#lib/procedures/amendments.ts';
import { procedureOf } from '#lib/procedures/index.ts';
import { resolveCorrections } from './corrections.ts';
import { catalogue, type EventType } from './events/catalogue.ts';
import { readEvents, type EventOf } from './events/read.ts';
import { numbersIn, rangeOf } from './reportNumbers.ts';
import { amendmentsTaken, type Amended } from './rules/taken.ts';
import { partiesOf } from './stream.ts';
import { foldCycle } from './timeline/fold.ts';

/** Who records, where, and when: what every event of a passage has in common. */
export interface Origin {
	/** This instant, UTC. */
	now: string;
	by: string;
	replica: string;
	newId(): string;
	/** The cycles of which anything was amended: what was for those of a body holds for a new one too. */
	amended?: readonly Amended[];
}

interface Content {
	stream: string;
	type: EventType;
	on: IsoDate;
	data: Record<string, unknown>;
	source: Source | null;
	corrects?: string;
}

/**
 * The instant of a correction: now, or just after the newest of what it corrects where a clock was set back or a
 * colleague's runs ahead. The last correction holds, and the one somebody makes now is the last.
 */
export const instantOfCorrection = (corrects: string, before: readonly Envelope[], now: string): string =>
	instantAfter(
		before.filter(({ id, corrects: target }) => id === corrects || target === corrects),
		now
	);

/** The same for a change of the procedure: of two about one rule and day, the one made now is the last. */
export const instantOfChange = (stream: string, before: readonly Envelope[], now: string): string =>
	instantAfter(
		before.filter((one) => one.stream === stream && one.type === 'ProcedureChanged'),
		now
	);

/** Now, or just after the newest of some events where that is later: whatever replaces them comes after them. */
export function instantAfter(replaced: readonly Pick<Envelope, 'recordedAt'>[], now: string): string {
	const newest = replaced.reduce((latest, { recordedAt }) => (recordedAt > latest ? recordedAt : latest), '');
	return newest < now ? now : new Date(Date.parse(newest) + 1).toISOString();
}

/** An event, in the newest shape of its type. */
export function toEvent({ corrects, ...content }: Content, origin: Origin): NewEvent {
	return {
		id: origin.newId(),
		...content,
		schema: catalogue[content.type].schema,
		recordedAt: origin.now,
		by: origin.by,
		replica: origin.replica,
		...(corrects && { corrects })
	};
}

/**
 * An event and what goes with it by itself. The first event of a cycle opens its record. The submission of the
 * next report is the beginning of the next cycle too, so each cycle is told of it by the other; and a correction
 * of the one is a correction of the other, as is a redaction, which takes all corrections along.
 */
export function withConsequences(event: NewEvent, before: readonly Envelope[], origin: Origin): NewEvent[] {
	if (event.type === 'RecordRedacted') return redactions(event, before, origin);
	const owedIn = event.type === 'ReportSubmitted' ? streamThatOwes(event, before) : undefined;
	if (owedIn) {
		const { on, data, source } = event as NewEvent & { on: IsoDate };
		const ended = toEvent({ stream: owedIn, type: 'NextReportSubmitted', on, data, source }, origin);
		const linked = { ...event, data: { ...data, submittedIn: ended.id } };
		return [...withConsequences(linked, before, origin), ended];
	}
	const opened = before.some(({ stream, type }) => stream === event.stream && type === 'CycleOpened');
	const events = opened ? [event] : [...opening(event, origin), event];
	const elsewhere =
		event.type === 'NextReportSubmitted'
			? inNextCycle(event, before, origin)
			: event.corrects
				? inNextCycleCorrected(event, event.corrects, before, origin)
				: undefined;
	return elsewhere ? [...events, ...withConsequences(elsewhere, before, origin)] : events;
}

/** The cycle that still owes the report which another one says was submitted; undefined where none does. */
function streamThatOwes({ stream, data }: NewEvent, before: readonly Envelope[]): string | undefined {
	const { numbers, submittedIn } = data as EventOf<'ReportSubmitted'>['data'];
	if (submittedIn) return undefined;
	const parties = partiesOf(stream);
	const streams = new Set(before.map((one) => one.stream));
	return [...streams].find((other) => {
		if (other === stream || partiesOf(other) !== parties) return false;
		const folded = foldCycle(
			other,
			before.filter((one) => one.stream === other)
		);
		return (
			!('kind' in folded) &&
			// Report numbers are those of a report that is owed; no other duty has any.
			folded.obligations.some(
				({ ending, reportNumbers }) => !ending && reportNumbers.some((number) => numbers.includes(number))
			)
		);
	});
}

/**
 * The opening of a record, under the rules as they were amended for the other cycles of its body; but for those that
 * the event itself amends, which otherwise would go back to what they were.
 */
function opening({ stream, on, type, data: told }: NewEvent, origin: Origin): NewEvent[] {
	const [body = '', , numbers = ''] = stream.split('/');
	const newest = procedureOf(body)!;
	const procedure = { body, version: newest.version };
	const own = type === 'ProcedureChanged' ? (told as EventOf<'ProcedureChanged'>['data']).amendments : [];
	const amendments = amendmentsTaken(body, origin.amended ?? []).filter(
		(one) =>
			canBeAmended(newest, one) &&
			!own.some(({ rule, validFrom }) => rule === one.rule && validFrom === one.validFrom)
	);
	const data = { procedure, reportNumbers: numbersIn(numbers) };
	return [
		toEvent({ stream, type: 'CycleOpened', on, data, source: null }, origin),
		...(amendments.length
			? [
					toEvent(
						{ stream, type: 'ProcedureChanged', on, data: { procedure, amendments }, source: null },
						origin
					)
				]
			: [])
	];
}

/** The submission as the next cycle knows it; nothing where it knows of one already. */
function inNextCycle(event: NewEvent, before: readonly Envelope[], origin: Origin): NewEvent | undefined {
	const submitted = event.data as EventOf<'NextReportSubmitted'>['data'];
	const [body, state] = event.stream.split('/');
	const stream = `${body}/${state}/${rangeOf(submitted.numbers)}`;
	const { known } = readEvents(before.filter((one) => one.stream === stream));
	if (resolveCorrections(known).effective.some(({ type }) => type === 'ReportSubmitted')) return undefined;
	const data = { ...submitted, submittedIn: event.id };
	return toEvent({ stream, type: 'ReportSubmitted', on: event.on, data, source: event.source }, origin);
}

/** The same correction for the event in the next cycle that goes back to the corrected one. */
function inNextCycleCorrected(
	correction: NewEvent,
	corrects: string,
	before: readonly Envelope[],
	origin: Origin
): NewEvent | undefined {
	const there = counterpartOf(corrects, before);
	if (!there) return undefined;
	const { on, source } = correction;
	const told = correction.data as EventOf<'RecordCorrected'>['data'];
	const data =
		told.action === 'replace' && there.type === 'ReportSubmitted'
			? { ...told, data: { ...told.data, submittedIn: corrects } }
			: told;
	return toEvent(
		{ stream: there.stream, type: 'RecordCorrected', on, data, source, corrects: there.id },
		{ ...origin, now: correction.recordedAt }
	);
}

/** A redaction with the corrections of what it takes out, here and in the next cycle. */
function redactions(redaction: NewEvent, before: readonly Envelope[], origin: Origin): NewEvent[] {
	const target = String(redaction.data.event);
	const corrections = correctionsOf(target, before).filter(({ redacted }) => !redacted);
	const data = {
		...redaction.data,
		...(corrections.length > 0 && { corrections: corrections.map(({ id }) => id) })
	};
	const there = counterpartOf(target, before);
	if (!there || there.redacted) return [{ ...redaction, data }];
	const { on, source } = redaction as NewEvent & { on: IsoDate };
	const content = { event: there.id, reason: redaction.data.reason };
	const elsewhere = toEvent(
		{ stream: there.stream, type: 'RecordRedacted', on, data: content, source },
		origin
	);
	return [{ ...redaction, data }, ...redactions(elsewhere, before, origin)];
}

/** The corrections of an event, and the corrections of those. */
function correctionsOf(id: string, before: readonly Envelope[]): Envelope[] {
	return before
		.filter(({ corrects }) => corrects === id)
		.flatMap((correction) => [correction, ...correctionsOf(correction.id, before)]);
}

/**
 * The event in the next cycle that was recorded together with one: the submission as that cycle knows it, or the
 * correction of that.
 */
function counterpartOf(id: string, before: readonly Envelope[]): Envelope | undefined {
	const event = before.find((one) => one.id === id);
	if (event?.type === 'NextReportSubmitted') return before.find(({ data }) => data.submittedIn === id);
	if (!event?.corrects) return undefined;
	const corrected = counterpartOf(event.corrects, before);
	return before.find(
		({ corrects, recordedAt }) => corrected && corrects === corrected.id && recordedAt === event.recordedAt
	);
}
