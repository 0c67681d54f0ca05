import { isIsoDate, parseDate, type DateRefusal, type IsoDate } from '#lib/calendar/date.ts';
import { canonicalJson } from '#lib/envelope/canonical.ts';
import type { Envelope, NewEvent, Source } from '#lib/envelope/envelope.ts';
import { canBeAmended, type DatingRule } from '#lib/procedures/amendments.ts';
import { procedureOf } from '#lib/procedures/index.ts';
import { ok, refuse, type Result } from '#lib/result.ts';
import { isStateCode } from '#lib/states/codes.ts';
import { resolveCorrections } from './corrections.ts';
import {
	instantAfter,
	instantOfChange,
	instantOfCorrection,
	toEvent,
	withConsequences,
	type Origin
} from './consequences.ts';
import {
	isEventType,
	isHousekeeping,
	isPreparation,
	type DataOf,
	type EventType
} from './events/catalogue.ts';
import { checkData, readEvents, redactedBy, type EffectiveEvent } from './events/read.ts';
import {
	replaces,
	slipInPlan,
	unfitPreparation,
	type StepAfterDeadline,
	type Unfit
} from './preparation/slips.ts';
import { slipInDays, type SlipInDays } from './slips.ts';
import { chartEventOf, machineOf, type StatePath } from './statechart/chart.ts';
import type { ChartEventType } from './statechart/definition.ts';
import { partiesOf } from './stream.ts';
import { foldCycle, type Anomaly, type FoldFailure, type Timeline } from './timeline/fold.ts';

/** Something a form, a document or a file asks to record. `on` and `data` are as they were typed or read. */
export interface Proposal {
	stream: string;
	type: EventType;
	on: string;
	data: Record<string, unknown>;
	source: Source | null;
	corrects?: string;
}

/** What one passage through the gate hands to the log: events, and those whose content they take out. */
export interface Passage {
	events: NewEvent[];
	redacts: string[];
}

/** Everything the gate must know and may not find out by itself. */
export interface GateContext extends Origin {
	/** Today in Geneva. */
	today: IsoDate;
	/** Record what the statechart does not take where it stands; it is kept as an anomaly. */
	anyway?: boolean;
}

/** A session that would end before it begins. */
export interface Backwards {
	kind: 'endsBeforeItBegins';
	from: IsoDate;
	to: IsoDate;
}

/** Why the gate lets nothing of a passage through. `proposal` is the place of the one at fault, from 0. */
export type GateRefusal = { proposal: number; type: EventType; stream: string } & (
	| { kind: 'badDate'; refusal: DateRefusal }
	| { kind: 'inTheFuture'; on: IsoDate; today: IsoDate }
	| Backwards
	| { kind: 'badData'; field: string }
	| { kind: 'unknownBody'; body: string }
	/** Nothing is recorded of it, and no State has that code. */
	| { kind: 'unknownState'; code: string }
	/** A rule is amended that the body does not have. */
	| { kind: 'ruleNotInProcedure'; body: string; rule: DatingRule }
	| { kind: 'nothingToCorrect' }
	/** There is no such event, its content is gone already, or it is part of the record's own housekeeping. */
	| { kind: 'nothingToRedact' }
	| { kind: 'alreadyRecorded'; event: EffectiveEvent }
	/** The body's procedure has no such step. */
	| { kind: 'notInProcedure'; body: string }
	/** It belongs to the cycle of the first report. */
	| { kind: 'onlyInTheFirstCycle'; body: string }
	/** The statechart does not take it on that day; what it would take there is `accepted`. */
	| { kind: 'notAccepted'; on: IsoDate; states: StatePath[]; accepted: ChartEventType[] }
	/** A date for the same duty was set that day already: to put it right, correct that one. */
	| { kind: 'movedThatDay'; event: EffectiveEvent }
	/** Another report than the one that is owed. */
	| { kind: 'anotherReport'; owed: readonly number[]; given: readonly number[] }
	| Unfit
	| StepAfterDeadline
	| SlipInDays
	/** It would leave facts that are recorded already without ground. */
	| { kind: 'unsettles'; events: EffectiveEvent[] }
);

/** Whether a refusal is one that a person may override: it is recorded anyway, and kept as what it is. */
export const canBeForced = ({ kind }: { kind: string }): boolean =>
	[
		'notInProcedure',
		'onlyInTheFirstCycle',
		'notAccepted',
		'unsettles',
		'movedThatDay',
		'anotherReport',
		'stepAfterDeadline',
		'beforeTheTreaty',
		'dueBeforeAsked',
		'extendsNothing'
	].includes(kind);

/**
 * The one gate by which everything enters. All of a passage goes through or nothing does.
 * @param recorded what the log holds of the streams concerned, and of the cycles that may follow them
 * @param told is told how many proposals have passed
 */
export function passGate(
	proposals: readonly Proposal[],
	recorded: readonly Envelope[],
	context: GateContext,
	told: (passed: number) => void = () => {}
): Result<Passage, GateRefusal> {
	const events: NewEvent[] = [];
	// Nothing is asked of other States or bodies: what is proposed for hundreds of them costs what each costs.
	const known = Map.groupBy<string, Envelope>(recorded, ({ stream }) => partiesOf(stream));
	for (const [index, proposal] of proposals.entries()) {
		const at = { proposal: index, type: proposal.type, stream: proposal.stream };
		const checked = checkProposal(proposal, context);
		if (!checked.ok) return refuse({ ...at, ...checked.error });
		const parties = partiesOf(proposal.stream);
		const before = known.get(parties) ?? [];
		const [, code = ''] = parties.split('/');
		if (before.length === 0 && !isStateCode(code)) return refuse({ ...at, kind: 'unknownState', code });
		const now = instantOf(checked.value, before, context);
		const passed = withConsequences(toEvent(checked.value, { ...context, now }), before, context);
		const problem = problemWith(passed, before, context);
		if (problem) return refuse({ ...at, ...problem });
		known.set(parties, [...before, ...passed]);
		events.push(...passed);
		told(index + 1);
	}
	return ok({ events, redacts: redactedBy(events) });
}

/** When a proposal is recorded: now, but after whatever it puts right or replaces. */
function instantOf(
	{ stream, type, data, corrects }: Proposal,
	before: readonly Envelope[],
	{ now }: GateContext
): string {
	if (corrects) return instantOfCorrection(corrects, before, now);
	if (type === 'ProcedureChanged') return instantOfChange(stream, before, now);
	if (!isPreparation({ type })) return now;
	const { known } = readEvents(before.filter((one) => one.stream === stream));
	return instantAfter(
		known.filter((one) => replaces({ type, data }, one)),
		now
	);
}

/** The part of a refusal that says why. */
type Why = GateRefusal extends infer Refusal
	? Refusal extends GateRefusal
		? Omit<Refusal, 'proposal' | 'type' | 'stream'>
		: never
	: never;

function checkProposal(proposal: Proposal, { today }: GateContext): Result<Proposal & { on: IsoDate }, Why> {
	const day = parseDate(proposal.on);
	if (!day.ok) return refuse({ kind: 'badDate', refusal: day.error });
	for (const on of [day.value, replacedDay(proposal)])
		if (on && on > today) return refuse({ kind: 'inTheFuture', on, today });
	const body = proposal.stream.split('/')[0] ?? '';
	if (!procedureOf(body)) return refuse({ kind: 'unknownBody', body });
	const checked = checkData(proposal.type, proposal.data);
	if ('field' in checked) return refuse({ kind: 'badData', field: checked.field });
	const backwards = endsBeforeItBegins(sessionIn(proposal));
	if (backwards) return refuse(backwards);
	return ok({ ...proposal, on: day.value, data: checked.data as Record<string, unknown> });
}

/** The day a correction puts in place of another: what it corrects can no more lie ahead than any fact. */
function replacedDay({ type, data }: Proposal): IsoDate | undefined {
	const on = type === 'RecordCorrected' && data.action === 'replace' ? String(data.on) : '';
	return isIsoDate(on) ? on : undefined;
}

/** The days of a session as an event gives them, or as a correction puts them in place. */
function sessionIn({ type, data }: Proposal): { from?: unknown; to?: unknown } {
	if (type === 'RecordCorrected') return (data.data as object | undefined) ?? {};
	return type === 'ReviewScheduled' ? data : {};
}

/** What is wrong with the first and the last day of a session, where both are given. */
export function endsBeforeItBegins({ from, to }: { from?: unknown; to?: unknown }): Backwards | undefined {
	const days = [from, to].map((day) => (typeof day === 'string' && isIsoDate(day) ? day : null));
	const [first, last] = days as [IsoDate | null, IsoDate | null];
	return first && last && last < first ? { kind: 'endsBeforeItBegins', from: first, to: last } : undefined;
}

/** What the record would have against some events joining it. */
function problemWith(
	passed: readonly NewEvent[],
	before: readonly Envelope[],
	{ anyway }: GateContext
): Why | undefined {
	for (const event of passed) {
		const ofStream = before.filter(({ stream }) => stream === event.stream);
		const unfit =
			event.type === 'RecordCorrected' ? unfitCorrection(event, ofStream) : unfitProcedure(event.type, event);
		if (unfit) return unfit;
		if (event.type === 'RecordRedacted') {
			if (!canBeRedacted(event, ofStream)) return { kind: 'nothingToRedact' };
			continue;
		}
		const same = twinOf(event, ofStream);
		if (same) return { kind: 'alreadyRecorded', event: same };
		const idle = idlePreparation(event, ofStream);
		if (idle) return idle;
		if (anyway) continue;
		const timeline = foldCycle(event.stream, ofStream);
		const odd = isTimeline(timeline) ? oddityOf(event, timeline) : undefined;
		if (odd) return odd;
		const news = passed.filter(({ stream }) => stream === event.stream);
		const was = anomaliesOf(timeline);
		const is = anomaliesOf(foldCycle(event.stream, [...ofStream, ...news]));
		const ids = new Set(passed.map(({ id }) => id));
		const own = is.filter((one) => one.kind === 'notAccepted').find(({ event: one }) => ids.has(one.id));
		if (own && !hasStep(event.stream, ofStream, own.event)) {
			const body = event.stream.split('/')[0]!;
			const first = hasStep(`${body}/-/1`, [], own.event);
			return { kind: first ? 'onlyInTheFirstCycle' : 'notInProcedure', body };
		}
		if (own) return { kind: 'notAccepted', on: own.event.on, states: own.states, accepted: own.accepted };
		const unsettled = is.filter(({ event: one }) => !was.some((known) => known.event.id === one.id));
		if (unsettled.length) return { kind: 'unsettles', events: unsettled.map(({ event: one }) => one) };
	}
	return undefined;
}

/** Why a correction would correct nothing, or only break what it corrects. */
function unfitCorrection({ corrects, data }: NewEvent, ofStream: readonly Envelope[]): Why | undefined {
	const target = ofStream.find(({ id }) => id === corrects);
	if (!target) return { kind: 'nothingToCorrect' };
	if (data.action !== 'replace' || !isEventType(target.type)) return undefined;
	const checked = checkData(target.type, data.data);
	if ('field' in checked) return { kind: 'badData', field: checked.field };
	return unfitProcedure(target.type, { stream: target.stream, data: checked.data });
}

/** Why a cycle cannot run under the procedure that an event names for it. */
function unfitProcedure(type: string, { stream, data }: { stream: string; data: unknown }): Why | undefined {
	if (type !== 'CycleOpened' && type !== 'ProcedureChanged') return undefined;
	const { procedure: named, amendments = [] } = data as Partial<DataOf<'ProcedureChanged'>> &
		DataOf<'CycleOpened'>;
	const procedure = procedureOf(named.body, named.version);
	if (!procedure || (type === 'ProcedureChanged' && !stream.startsWith(`${named.body}/`)))
		return { kind: 'unknownBody', body: named.body };
	const unfit = amendments.find((one) => !canBeAmended(procedure, one));
	return unfit && { kind: 'ruleNotInProcedure', body: named.body, rule: unfit.rule };
}

/** Why something that is prepared would prepare nothing. */
function idlePreparation(event: NewEvent, ofStream: readonly Envelope[]): Unfit | undefined {
	if (!isEventType(event.type) || !isPreparation({ type: event.type })) return undefined;
	const timeline = foldCycle(event.stream, ofStream);
	return isTimeline(timeline) ? unfitPreparation(event, timeline) : undefined;
}

/** What fits the statechart and is still most likely a slip. */
function oddityOf(event: NewEvent, timeline: Timeline): Why | undefined {
	const slip = slipInPlan(event) ?? slipInDays(event, timeline);
	if (slip) return slip;
	if (event.type === 'DeadlineMoved' || event.type === 'ExtensionGranted') {
		const moved = timeline.obligations
			.filter(({ duty }) => duty === event.data.duty)
			.flatMap(({ changes }) => changes)
			.find(({ type, on }) => on === event.on && (type === 'DeadlineMoved' || type === 'ExtensionGranted'));
		if (moved) return { kind: 'movedThatDay', event: moved };
	}
	if (event.type === 'NextReportSubmitted') {
		const given = (event.data as DataOf<'NextReportSubmitted'>).numbers;
		const owed = timeline.obligations.find(({ duty, ending }) => duty === 'nextReport' && !ending);
		const above = given.every((number) => number > Math.max(...timeline.reportNumbers));
		if (!above || (owed && !owed.reportNumbers.some((number) => given.includes(number))))
			return { kind: 'anotherReport', owed: owed?.reportNumbers ?? [], given };
	}
	return undefined;
}

/** An event that says the same already: two tabs, or two people, record one fact once. */
function twinOf(event: NewEvent, ofStream: readonly Envelope[]): EffectiveEvent | undefined {
	const { known } = readEvents(ofStream);
	const { effective, withdrawn } = resolveCorrections(known);
	// Of the corrections of one event only the last that stands says something: going back to what an earlier
	// one said is news.
	const last = known.findLast(
		({ id, type, corrects }) =>
			type === 'RecordCorrected' && corrects === event.corrects && !withdrawn.has(id)
	);
	const corrections = last ? [last] : [];
	// Of what is prepared only the last that was said holds: going back to what was said before is news too.
	const standing = effective.filter((one) => !isPreparation(one) || one === lastOf(event, effective));
	return [...standing, ...corrections.map((one) => ({ ...one, correctedBy: [] }))].find(
		(one) =>
			one.type === event.type && one.on === event.on && canonicalJson(one.data) === canonicalJson(event.data)
	);
}

const lastOf = (event: NewEvent, effective: readonly EffectiveEvent[]): EffectiveEvent | undefined =>
	effective.findLast((one) => replaces(event, one));

function anomaliesOf(
	timeline: Timeline | FoldFailure
): Extract<Anomaly, { kind: 'notAccepted' | 'unfounded' }>[] {
	if (!isTimeline(timeline)) return [];
	return timeline.anomalies.filter((one) => one.kind === 'notAccepted' || one.kind === 'unfounded');
}

/** Whether the statechart of a cycle's procedure knows a fact at all. */
function hasStep(stream: string, ofStream: readonly Envelope[], fact: EffectiveEvent): boolean {
	const timeline = foldCycle(stream, ofStream);
	return isTimeline(timeline) && machineOf(timeline.procedure).events.includes(chartEventOf(fact)!);
}

/** Whether a fold succeeded. */
export const isTimeline = (folded: ReturnType<typeof foldCycle>): folded is Timeline => !('kind' in folded);

/**
 * What a redaction may take out: the content of a fact, or of a change of the rules with its words, that is in the
 * record of the same cycle.
 */
function canBeRedacted({ data }: NewEvent, ofStream: readonly Envelope[]): boolean {
	const target = ofStream.find(({ id }) => id === data.event);
	if (!target || target.redacted) return false;
	if (!isEventType(target.type) || target.type === 'ProcedureChanged') return true;
	return !isHousekeeping({ type: target.type });
}
