import type { Convention, Interval } from '#lib/calendar/interval.ts';
import type { IsoDate } from '#lib/calendar/date.ts';

/**
 * One rule of a treaty body, as dated data. Rules change, and the offices' own pages disagree, so each says
 * since when it holds, where it was read, and whether that was checked against the text itself.
 */
export interface Rule<Value> {
	value: Value;
	/** First day it applies to; null when it holds since the procedure began or the day is not known. */
	validFrom: IsoDate | null;
	/** Last day it applies to; null while it is in force. */
	validTo: IsoDate | null;
	/** Where the rule stands: an article, a document symbol with its paragraph, or an official page. */
	source: string;
	/** Whether someone read it there. What is not verified is shown as such. */
	verified: boolean;
	/** False where what the rule says was read, and its first or last day was not. */
	datesVerified?: false;
}

/** A length of time, and how it is counted. */
export interface Period {
	length: Interval;
	convention: Convention;
}

/** Marks a committee gives to a follow-up answer, in its own order, best first. */
export interface GradeScale {
	id: string;
	/** Empty where it is known that there is a scale, and not what its marks are. */
	grades: readonly Grade[];
	rule: Rule<'scale'>;
}

/** One mark: its letter, or the committee's own words where it gives no letters. */
export interface Grade {
	letter: string;
	meaning: GradeMeaning;
}

/** What a grade says, whatever letter a committee gives it. The words for them are in the catalogue. */
export type GradeMeaning =
	| 'satisfactory'
	| 'largelySatisfactory'
	| 'partiallySatisfactory'
	| 'notSatisfactory'
	| 'noCooperation'
	| 'contraryToTheRecommendation'
	| 'moreInformationRequired'
	| 'moreMeasuresRequired'
	| 'notImplementing'
	| 'notRelevant'
	| 'noReplyByTheDeadline'
	| 'noReplyAfterReminders'
	| 'noReplyOnTheRecommendation'
	| 'noInformation'
	| 'noResponse'
	| 'sufficientProgress'
	| 'insufficientProgress'
	| 'lackOfInformation'
	| 'implemented'
	| 'substantiallyImplemented'
	| 'partiallyImplemented'
	| 'notImplemented';

export interface FollowUpProcedure {
	/**
	 * From the adoption of the concluding observations to the day the answer is due; null where the committee asks
	 * without a date. Where none of them holds on a day, nothing is known of that day.
	 */
	interval: readonly Rule<Period | null>[];
	/** How many paragraphs the committee may ask about. */
	maximumParagraphs: Rule<number> | null;
	/** Whether the committee assesses, or grades as no cooperation, where no answer came. */
	assessedWithoutAnswer: Rule<boolean>;
	/** The scales answers are graded on; none where no published one is known: grading is free text. */
	scales: readonly GradeScale[];
}

export interface SimplifiedReportingProcedure {
	/** `onOffer`: a State chooses it. `byDefault`: it applies unless the State opts out. */
	mode: readonly Rule<'onOffer' | 'byDefault'>[];
	/** How long before the report is due the list of issues prior to reporting comes, at least. */
	listAhead: Rule<Interval> | null;
	/** From the receipt of the list of issues prior to reporting to the day the replies, the report, are due. */
	repliesWithin: readonly Rule<Period>[];
}

/** What obliges the State to report, and what comes after the first report. */
export interface ReportingProcedure {
	article: string;
	/** From the entry into force of the treaty for the State; null where no report is the first of its kind. */
	initialReportWithin: readonly Rule<Interval>[] | null;
	/** What the treaty or the committee says of how often; null where the first report is the only one. */
	periodicReportEvery: Rule<Interval> | null;
	/** The calendar that is to make reviews predictable: how far apart they are. */
	calendar: Rule<Interval> | null;
	/** Whether overdue reports may be submitted as one. */
	combinedReports: Rule<boolean> | null;
	/** The body whose reports take up what comes after the first one. */
	foldedInto: Rule<string> | null;
	/** The distances at which a body without periodic reports asks for additional information. */
	additionalInformationEvery: Rule<readonly Interval[]> | null;
}

/** The visits of a body that goes to see instead of reading reports. */
export interface VisitingProcedure {
	article: string;
	every: Rule<Interval>;
	/** From the transmission of the visit's report to the day the reply is due. */
	replyWithin: readonly Rule<Period>[];
	/** From the entry into force for the State to the day its own preventive mechanism must be there. */
	mechanismWithin: readonly Rule<Interval>[];
}

/**
 * How one treaty body's reporting cycle runs, in one version. What a deadline is counted by is a list of rules, of
 * which at most one holds on any day. A cycle is pinned to the version it was opened
 * under, so a version is never edited once cycles exist: a changed rule is a new version.
 */
export interface Procedure {
	/** The committee's short name, as its symbols begin: `CMW`. A protocol's comes after it: `CRC-OPAC`. */
	body: string;
	version: number;
	/** Null where the State sends no reports. */
	reporting: ReportingProcedure | null;
	simplifiedReporting: SimplifiedReportingProcedure | null;
	/** Null where the committee asks for no follow-up. */
	followUp: FollowUpProcedure | null;
	/** Null where the body does not visit. */
	visits: VisitingProcedure | null;
	/** Whether the committee may review a State that sent no report. */
	reviewWithoutReport: Rule<boolean>;
	/** How long a State that is told it will be reviewed without a report still has to send one; null: no such clock. */
	reportAfterNotice: readonly Rule<Period>[] | null;
}

/**
 * The rule that applied on a day: the first whose dates hold it. Undefined when none does, which a caller must
 * show as "no rule known for that day".
 */
export function ruleInForce<Value>(rules: readonly Rule<Value>[], on: IsoDate): Rule<Value> | undefined {
	return rules.find(
		({ validFrom, validTo }) => (validFrom === null || validFrom <= on) && (validTo === null || on <= validTo)
	);
}

/** The scale on which a follow-up answer was graded on a day; null where none, or none of its marks, is known. */
export const scaleOn = ({ followUp }: Procedure, on: IsoDate): GradeScale | null =>
	followUp?.scales.find(({ grades, rule }) => grades.length > 0 && ruleInForce([rule], on)) ?? null;
