import * as v from 'valibot';
import { isIsoDate, type IsoDate } from '#lib/calendar/date.ts';
import { sourceSchema } from '#lib/envelope/envelope.ts';
import { datingRules } from '#lib/procedures/amendments.ts';
import { deadlineSchema, duties, intervalSchema } from '../deadline.ts';
import { areConsecutive } from '../reportNumbers.ts';
import { isStepId } from '../preparation/ids.ts';
import { isUnit } from '../units.ts';

const isoDate = v.custom<IsoDate>((value) => typeof value === 'string' && isIsoDate(value));
const text = v.pipe(v.string(), v.trim(), v.minLength(1));
const symbol = v.optional(text);
const unit = v.custom<string>((value) => typeof value === 'string' && isUnit(value));
const paragraphNumber = v.pipe(v.number(), v.integer(), v.minValue(1));
const reportNumbers = v.pipe(
	v.array(v.pipe(v.number(), v.integer(), v.minValue(1))),
	v.minLength(1),
	v.check((numbers: number[]) => areConsecutive(numbers))
);
const meetings = v.optional(v.array(v.pipe(v.number(), v.integer())));
const duty = v.picklist(duties);
const procedure = v.strictObject({ body: text, version: v.number() });
/** How long before the report is due the list of issues prior to reporting comes, at least. */
const listAhead = v.optional(intervalSchema);
/** How long after the receipt of that list the replies are due. */
const repliesWithin = v.optional(intervalSchema);
const stepId = v.pipe(v.string(), v.check(isStepId));
const stepsOfPlan = v.pipe(
	v.array(v.strictObject({ id: stepId, name: text, responsible: v.optional(text), due: isoDate })),
	v.minLength(1),
	v.check((steps) => new Set(steps.map(({ id }) => id)).size === steps.length)
);

/**
 * One entry of the catalogue.
 * `schema` is the version new events are written in; `upcasters[n]` turns data of version n into n + 1.
 */
interface Definition<Schema extends v.GenericSchema> {
	schema: number;
	data: Schema;
	upcasters: Readonly<Record<number, (data: Record<string, unknown>) => Record<string, unknown>>>;
}

const define = <Schema extends v.GenericSchema>(data: Schema): Definition<Schema> => ({
	schema: 1,
	data,
	upcasters: {}
});

/**
 * Every kind of event, in the field's own words and in the order in which a cycle brings them; that order also
 * settles what comes first of two facts of one day.
 */
export const catalogue = {
	/** The record of a cycle was opened, under one version of its body's procedure. Not a fact of the world. */
	CycleOpened: define(v.strictObject({ procedure, reportNumbers })),
	/**
	 * The cycle runs under this version of the procedure from now on, with these rules amended beside those that were
	 * before. Not a fact of the world: what happened stays as it is, and is counted by other rules.
	 */
	ProcedureChanged: define(
		v.strictObject({
			procedure,
			amendments: v.array(
				v.strictObject({
					rule: v.picklist(datingRules),
					value: intervalSchema,
					validFrom: isoDate,
					source: text,
					verified: v.boolean()
				})
			),
			/** Left out where the record was opened under rules that had been changed for other cycles. */
			reason: v.optional(text)
		})
	),

	/** From this day on the State owes what the treaty asks for at first. */
	TreatyEnteredIntoForce: define(v.strictObject({ deadline: deadlineSchema })),
	/** The State was told that it will be reviewed without a report if none comes. */
	NoticeOfReviewGiven: define(v.strictObject({ symbol, deadline: deadlineSchema })),
	/** With what the document says of it, where it was read there. */
	SimplifiedReportingProcedureAccepted: define(v.strictObject({ listAhead, repliesWithin })),
	SimplifiedReportingProcedureDeclined: define(v.strictObject({})),
	ListOfIssuesPriorToReportingAdopted: define(
		v.strictObject({
			symbol,
			session: v.optional(v.number()),
			/** The day the State received it, from which the replies are due. */
			received: v.optional(isoDate),
			repliesDue: deadlineSchema
		})
	),
	ReportSubmitted: define(
		v.strictObject({
			numbers: reportNumbers,
			symbol,
			/** The event by which the cycle before this one learnt of the same submission. */
			submittedIn: v.optional(v.pipe(v.string(), v.uuid()))
		})
	),
	ListOfIssuesAdopted: define(
		v.strictObject({ symbol, session: v.optional(v.number()), repliesDue: deadlineSchema })
	),
	RepliesToListOfIssuesReceived: define(v.strictObject({ symbol })),
	/** The review was put on the programme of a session; a later one of these moves it to another. */
	ReviewScheduled: define(
		v.strictObject({
			session: v.pipe(v.number(), v.integer(), v.minValue(1)),
			from: v.optional(isoDate),
			to: v.optional(isoDate)
		})
	),
	DialogueHeld: define(
		v.strictObject({
			dates: v.pipe(v.array(isoDate), v.minLength(1)),
			meetings,
			summaryRecords: v.optional(v.array(text))
		})
	),
	ConcludingObservationsAdopted: define(
		v.strictObject({
			symbol,
			meeting: v.optional(v.number()),
			session: v.optional(
				v.strictObject({ ordinal: v.number(), from: v.optional(isoDate), to: v.optional(isoDate) })
			)
		})
	),
	RecommendationsMade: define(
		v.strictObject({
			recommendations: v.array(
				v.strictObject({
					paragraph: paragraphNumber,
					topic: v.optional(text),
					/** Every unit of the paragraph that recommends something, the bare number where its chapeau does. */
					units: v.pipe(v.array(unit), v.minLength(1)),
					/** Earlier recommendations it takes up again: `CMW/C/AZE/CO/2 para 13`. */
					reiterates: v.optional(v.array(text))
				})
			)
		})
	),
	FollowUpRequested: define(
		v.strictObject({ units: v.pipe(v.array(unit), v.minLength(1)), deadline: deadlineSchema })
	),
	InformationForNextReportRequested: define(v.strictObject({ units: v.pipe(v.array(unit), v.minLength(1)) })),
	NextReportRequested: define(v.strictObject({ numbers: reportNumbers, deadline: deadlineSchema })),
	/** Where it applies unless the State opts out, with the time it has for that. */
	SimplifiedReportingProcedureOffered: define(
		v.strictObject({
			optOutWithin: v.optional(intervalSchema),
			optOutUntil: v.optional(isoDate),
			listAhead,
			repliesWithin
		})
	),
	CommentsReceived: define(v.strictObject({ symbol })),
	/** The State made the concluding observations known; for that it is given no date. */
	ConcludingObservationsDisseminated: define(v.strictObject({ languages: v.optional(text) })),
	AdditionalInformationRequested: define(v.strictObject({ symbol, deadline: deadlineSchema })),
	VisitCarriedOut: define(v.strictObject({ from: v.optional(isoDate) })),
	VisitReportTransmitted: define(v.strictObject({ symbol, deadline: deadlineSchema })),

	ReminderSent: define(v.strictObject({ duty, symbol })),
	ExtensionRequested: define(v.strictObject({ duty, until: v.optional(isoDate), reason: v.optional(text) })),
	ExtensionGranted: define(v.strictObject({ duty, deadline: deadlineSchema, reason: text })),
	ExtensionRefused: define(v.strictObject({ duty, reason: v.optional(text) })),
	DeadlineMoved: define(v.strictObject({ duty, deadline: deadlineSchema, reason: text })),
	/** The committee met the State's mission about follow-up that has not come. */
	MeetingHeldWithMission: define(v.strictObject({ symbol })),

	FollowUpReceived: define(
		v.strictObject({
			symbol,
			distributed: v.optional(isoDate),
			/** What the reply's headings name, and which of its own paragraphs stand under each. */
			sections: v.array(
				v.strictObject({
					heading: v.optional(text),
					units: v.array(unit),
					paragraphs: v.optional(v.tuple([paragraphNumber, paragraphNumber]))
				})
			)
		})
	),
	FollowUpAssessed: define(
		v.strictObject({
			symbol,
			grades: v.pipe(v.array(v.strictObject({ unit, grade: text, remark: v.optional(text) })), v.minLength(1))
		})
	),
	MoreInformationRequested: define(
		v.strictObject({ units: v.pipe(v.array(unit), v.minLength(1)), deadline: deadlineSchema })
	),
	FollowUpClosed: define(v.strictObject({ reason: v.picklist(['concluded', 'leftToNextReport']) })),
	AdditionalInformationReceived: define(v.strictObject({ symbol })),
	VisitReplyReceived: define(v.strictObject({ symbol })),
	PreventiveMechanismDesignated: define(v.strictObject({})),
	NextReportSubmitted: define(v.strictObject({ numbers: reportNumbers, symbol })),

	/** How a State means to prepare what it owes: worked back from a day. It replaces any plan made for that before. */
	PreparationPlanned: define(
		v.strictObject({
			/** The obligation's id: `CMW/AZE/3#followUp-1`. */
			for: text,
			due: isoDate,
			/** A step keeps its id from plan to plan. */
			steps: stepsOfPlan
		})
	),
	/** The name is told too, so that the record can be read without the plan. */
	PreparationStepDone: define(v.strictObject({ for: text, step: stepId, name: text })),
	/** How far the answer on some units has come, and with whom it lies. */
	AnswerPrepared: define(
		v.strictObject({
			for: text,
			units: v.pipe(v.array(unit), v.minLength(1)),
			responsible: v.optional(text),
			progress: v.picklist(['assigned', 'drafted', 'consulted', 'approved'])
		})
	),

	/** What was recorded was wrong. Either it is withdrawn, or what is given here stands in its place. */
	RecordCorrected: define(
		v.variant('action', [
			v.strictObject({ action: v.literal('withdraw'), reason: text }),
			v.strictObject({
				action: v.literal('replace'),
				reason: text,
				on: isoDate,
				data: v.record(v.string(), v.unknown()),
				source: v.nullable(sourceSchema)
			})
		])
	),
	/** What an event said was taken out of the record; that it was recorded stays. */
	RecordRedacted: define(
		v.strictObject({
			event: v.pipe(v.string(), v.uuid()),
			/** The corrections of it, which may say the same. */
			corrections: v.optional(v.array(v.pipe(v.string(), v.uuid()))),
			reason: text
		})
	)
} as const;

export type EventType = keyof typeof catalogue;
export type DataOf<Type extends EventType> = v.InferOutput<(typeof catalogue)[Type]['data']>;

/** The record's own housekeeping: it tells of the record, and not of the world. */
const housekeeping = ['CycleOpened', 'ProcedureChanged', 'RecordCorrected', 'RecordRedacted'] as const;

/** How a State prepares what it owes: its own affair, which moves no cycle. */
export const preparationTypes = ['PreparationPlanned', 'PreparationStepDone', 'AnswerPrepared'] as const;
export type PreparationType = (typeof preparationTypes)[number];

/** Facts are what happened between State and committee, and move the cycle: everything else but these two. */
export type FactType = Exclude<EventType, (typeof housekeeping)[number] | PreparationType>;

const isAmong = (types: readonly EventType[], type: EventType): boolean => types.includes(type);

/** Whether an event is of the record's own housekeeping. */
export const isHousekeeping = ({ type }: { type: EventType }): boolean => isAmong(housekeeping, type);

/** Whether an event tells how something that is owed is being prepared. */
export const isPreparation = <Event extends { type: EventType }>(
	event: Event
): event is Extract<Event, { type: PreparationType }> => isAmong(preparationTypes, event.type);

/** Whether an event tells of something that moves the cycle. */
export const isFact = (event: { type: EventType }): boolean =>
	!isHousekeeping(event) && !isPreparation(event);

export const eventTypes = Object.keys(catalogue) as EventType[];
export const isEventType = (type: string): type is EventType => Object.hasOwn(catalogue, type);

/** Where a kind of event stands in the order of a cycle. */
export const rankOf = (type: EventType): number => eventTypes.indexOf(type);
