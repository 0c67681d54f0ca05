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
}

/** Marks a committee gives to a follow-up answer, in its own letters and order, best first. */
export interface GradeScale {
	id: string;
	grades: readonly { letter: string; meaning: GradeMeaning }[];
	rule: Rule<'scale'>;
}

/** What a grade says, whatever letter a committee gives it. The words for them are in the catalogue. */
export type GradeMeaning =
	| 'largelySatisfactory'
	| 'partiallySatisfactory'
	| 'notSatisfactory'
	| 'noCooperation'
	| 'contraryToTheRecommendation';

export interface FollowUpProcedure {
	/** From the adoption of the concluding observations to the day the answer is due. */
	interval: readonly Rule<{ length: Interval; convention: Convention }>[];
	/** How many paragraphs the committee may ask about. */
	maximumParagraphs: Rule<number> | null;
	/** Whether the committee assesses, or grades as no cooperation, where no answer came. */
	assessedWithoutAnswer: Rule<boolean>;
	/** The scale answers are graded on; null where the committee has published none: grading is free text. */
	scale: GradeScale | null;
}

export interface SimplifiedReportingProcedure {
	/** `onOffer`: a State chooses it. `byDefault`: it applies unless the State opts out. */
	mode: Rule<'onOffer' | 'byDefault'>;
	/** From the receipt of the list of issues prior to reporting to the day the replies, the report, are due. */
	repliesWithin: Rule<{ length: Interval; convention: Convention }>;
}

/**
 * How one treaty body's reporting cycle runs, in one version. A cycle is pinned to the version it was opened
 * under, so a version is never edited once cycles exist: a changed rule is a new version.
 */
export interface Procedure {
	/** The committee's short name, as its symbols begin: `CMW`. */
	body: string;
	version: number;
	/** What obliges the State to report, and how often after the first report. */
	reporting: {
		article: string;
		initialReportWithin: Rule<Interval>;
		periodicReportEvery: Rule<Interval> | null;
	};
	simplifiedReporting: SimplifiedReportingProcedure | null;
	/** Null where the committee asks for no follow-up. */
	followUp: FollowUpProcedure | null;
	/** Whether the committee may review a State that sent no report. */
	reviewWithoutReport: Rule<boolean>;
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
