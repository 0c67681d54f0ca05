import type { IsoDate } from '#lib/calendar/date.ts';
import type { Interval } from '#lib/calendar/interval.ts';
import type { DataOf, FactType } from '#lib/cycle/events/catalogue.ts';
import type { Unit } from '#lib/cycle/units.ts';
import type { Source } from '#lib/envelope/envelope.ts';

/** A stretch of a text: from `start` up to, not including, `end`. */
export interface Span {
	start: number;
	end: number;
}

/** Where something stands in the text, and in which numbered paragraph; null outside of them. */
export interface Place extends Span {
	paragraph: string | null;
}

/**
 * How we know a value. `printed`: the words say it. `inferred`: follows from other words (a symbol from body,
 * State and number). `computed`: reckoned, as a date from an interval.
 */
export type Certainty = 'printed' | 'inferred' | 'computed';

/** One thing a document tells, with the words that tell it. `quote` is exactly the text at `place`. */
export interface Fact<Value> {
	value: Value;
	quote: string;
	place: Place;
	certainty: Certainty;
}

// Reading a file

export interface SourceFile {
	name: string;
	bytes: Uint8Array;
}

/** The text of a document. Every offset anywhere refers to exactly this `text`. */
export interface SourceText {
	kind: 'text';
	name: string;
	text: string;
}

/** Types of file that are told apart by their first bytes or their name. */
export type FileType = 'text' | 'pdf' | 'docx' | 'html' | 'doc' | 'image' | 'archive' | 'unknown';

/** Why a file was not read. */
export type ReadRefusal =
	| { kind: 'emptyFile' }
	| { kind: 'tooLarge'; bytes: number; limit: number }
	/** Called a text, but holds what no text does, first at this byte or character. */
	| { kind: 'notText'; at: number }
	/** A kind of document Servanda means to read, but not yet. */
	| { kind: 'notYetReadable'; type: FileType }
	| { kind: 'unsupportedType'; type: FileType };

// The page, before its meaning

export interface SubParagraph extends Span {
	/** `16(b)`, or `36(c)(i)` for one inside another. */
	unit: Unit;
	/** As it stands on the page: `b`, `iv`. */
	mark: string;
	/** Roman ones; none inside those. */
	subParagraphs: SubParagraph[];
}

/** Which part of concluding observations a paragraph stands in. */
export type Part = 'introduction' | 'positiveAspects' | 'concernsAndRecommendations' | 'closing';

export interface Paragraph extends Span {
	number: number;
	/** The labelled heading it stands under, without its label. */
	section: string | null;
	/** The sub-heading right above it, or above the paragraphs before it. */
	topic: string | null;
	part: Part;
	/** The words before the first lettered sub-paragraph; all of it where there is none. */
	chapeau: Span;
	subParagraphs: SubParagraph[];
	/** Numbers of the footnotes it refers to, in order. */
	footnotes: number[];
	/** Units of this paragraph that recommend something; empty for one that does not. */
	recommends: Unit[];
}

/** A document cited in a footnote or in brackets, "Ibid." resolved. */
export interface Citation {
	symbol: string;
	paragraphs: string[];
	/** The citation says only "Ibid."; the symbol is that of the footnote before. */
	ibid: boolean;
}

export interface Footnote extends Span {
	number: number;
	citations: Citation[];
}

// What a document tells

/** Something a person should look at before accepting what was read. */
export type Flag =
	| {
			kind: 'impossibleDate';
			year: number;
			month: number;
			day: number;
			lastDay: number;
			quote: string;
			place: Place;
	  }
	| { kind: 'monthWithoutDay'; quote: string; place: Place }
	| { kind: 'paragraphsMissing'; numbers: number[] }
	/** The rules know the words of English, French and Spanish; of others only what is written in figures. */
	| { kind: 'languageNotRead'; language: Language };

export type Language = 'en' | 'fr' | 'es' | 'ar' | 'ru' | 'zh';

/** What every kind of treaty-body document has on its first page. */
export interface Head {
	/** The committee's short name as its symbols begin: `CMW`. */
	committee: Fact<string>;
	/** ISO 3166-1 alpha-3. */
	state: Fact<string>;
	/** `inferred` where the document does not print its own. */
	symbol: Fact<string>;
	language: Language;
	originalLanguage: Fact<Language> | null;
	distributed: Fact<IsoDate | null> | null;
	/** Issued again, with an asterisk at its symbol. */
	reissued: Fact<IsoDate | null> | null;
	reportNumbers: Fact<number[]>;
}

export interface Review {
	reportSymbol: Fact<string> | null;
	/** Of the list of issues prior to reporting. */
	loiprSymbol: Fact<string> | null;
	session: Fact<{ ordinal: number; from: IsoDate | null; to: IsoDate | null }> | null;
	dialogueMeetings: Fact<number[]> | null;
	dialogueDates: Fact<IsoDate[]> | null;
	summaryRecords: Fact<string[]> | null;
	adoptionMeetings: Fact<number[]> | null;
	/** All the days on which a text was adopted; the adoption counts from the last. */
	adoptionDates: Fact<IsoDate[]> | null;
}

/** By when follow-up is due: a printed day, or an interval, or both; `rule` where only the procedure knows. */
export interface FollowUpDue {
	date: IsoDate | null;
	basis: 'stated' | 'intervalFromAdoption' | 'procedure' | null;
	interval: Interval | null;
}

export interface FollowUpRequest {
	units: Fact<Unit[]>;
	topics: Record<Unit, string>;
	due: Fact<FollowUpDue>;
	paragraph: number | null;
}

export interface UrgentMeasures {
	units: Fact<Unit[]>;
	paragraph: number | null;
}

export interface NextReport {
	numbers: Fact<number[]>;
	/** Null where no day is printed, or an impossible one; `provisional` where it is due "in principle". */
	due: Fact<IsoDate | null> | null;
	provisional: boolean;
	/** Null in documents whose paragraphs bear no numbers. */
	paragraph: number | null;
}

/** What a committee without periodic reports asks for next. */
export interface AdditionalInformation {
	/** By when; null where no day is printed, or an impossible one. */
	due: Fact<IsoDate | null>;
	paragraph: number | null;
}

/** How the simplified reporting procedure stands with the State. */
export type SimplifiedProcedure = 'accepted' | 'offered' | 'optOutOffered';

export interface SimplifiedReporting {
	/** Null where the document does not speak of it. */
	status: Fact<SimplifiedProcedure> | null;
	/** The list of issues comes at least this long before the due date. */
	listLead: Fact<Interval> | null;
	/** The replies come within this time after the list is received. */
	repliesWithin: Fact<Interval> | null;
	optOutWithin: Fact<Interval> | null;
	optOutUntil: Fact<IsoDate | null> | null;
}

/** A recommendation that takes up an earlier one. */
export interface Reiteration {
	paragraph: number;
	/** The words that say so: "Reiterating". */
	wording: Fact<string>;
	of: Citation[];
}

interface Recognised {
	head: Head;
	paragraphs: Paragraph[];
	footnotes: Footnote[];
	flags: Flag[];
	text: string;
}

export interface ConcludingObservations extends Recognised {
	kind: 'CO';
	review: Review;
	followUp: FollowUpRequest | null;
	urgentMeasures: UrgentMeasures | null;
	/** Null of bodies whose procedure has no next report. */
	nextReport: NextReport | null;
	/** Null of bodies whose procedure does not ask for it. */
	additionalInformation: AdditionalInformation | null;
	simplifiedReporting: SimplifiedReporting;
	/** Units that must be reported on in the next periodic report, each with the sentence that says so. */
	nextReportInformation: Fact<Unit>[];
	reiterations: Reiteration[];
}

/** One heading of a reply that names units, and the reply's own paragraphs under it. */
export interface ReplySection {
	/** "IV", "A": the heading's own label, where it has one. */
	label: string | null;
	heading: Fact<string>;
	units: Unit[];
	paragraphs: [number, number] | null;
}

export interface FollowUpReply extends Recognised {
	kind: 'FCO';
	received: Fact<IsoDate | null> | null;
	/** The concluding observations it answers. */
	answers: Fact<string>;
	sections: ReplySection[];
	/** It disputes the concluding observations and reports no follow-up. */
	objectionsOnly: boolean;
}

/** What a document tells, by kind: `CO` concluding observations, `FCO` a State's follow-up reply. */
export type Reading = ConcludingObservations | FollowUpReply;

/**
 * Other kinds of documents that are told apart, by the letters symbols use for them; `visit` and `UPR` are those of
 * the Subcommittee on Prevention and of the Universal Periodic Review.
 */
export type OtherKind = 'report' | 'Q' | 'QPR' | 'RQ' | 'SR' | 'visit' | 'UPR' | 'other';

/** What could be told of a document that is neither concluding observations nor a reply to them. */
export interface OtherDocument {
	documentKind: OtherKind;
	head: Partial<Head>;
	session: Review['session'];
	paragraphCount: number;
}

export type RecogniseRefusal = { kind: 'notATreatyBodyDocument'; found: OtherDocument | null };

// What it proposes to record

/** An event a document speaks of, for a person to accept. */
export type ProposedEvent = {
	[Type in FactType]: {
		/** The same for the same event of the same document: `CMW/C/AZE/CO/3#FollowUpRequested`. */
		key: string;
		type: Type;
		/** Null when the document does not state it: it cannot be accepted before a person gives it. */
		on: IsoDate | null;
		data: DataOf<Type>;
		source: Source;
		certainty: Certainty;
		/** The marks in the text that support it, in the order of the page. */
		facts: Place[];
	};
}[FactType];
