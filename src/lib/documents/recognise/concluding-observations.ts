import { procedureOf } from '#lib/procedures/index.ts';
import type { ConcludingObservations, Paragraph, Span } from '../types.ts';
import { footnotesOf } from './citations.ts';
import { flagsOfDocument } from './flags.ts';
import { additionalInformationOf } from './facts/additional-information.ts';
import { followUpOf, urgentMeasuresOf } from './facts/follow-up.ts';
import { nextReportOf } from './facts/next-report.ts';
import { reiterationIn } from './facts/reiterations.ts';
import { listedDutiesIn, reportDutiesIn } from './facts/report-duties.ts';
import { reviewOf } from './facts/review.ts';
import { simplifiedReportingOf } from './facts/simplified-reporting.ts';
import { flowIn } from './layout/page.ts';
import { passageOf, type Passage } from './passage.ts';
import type { Draft } from './draft.ts';

/** The dialogue and the adoption are told in the first of these. */
const introductoryParagraphs = 3;
/** Where no paragraph is numbered, this much of the beginning and of the end is read for them. */
const unnumberedReach = 8_000;

/** Everything concluding observations tell. */
export function concludingObservations(draft: Draft): ConcludingObservations {
	const { page, paragraphs, front, head } = draft;
	const passage = (span: Span, paragraph: number | null): Passage =>
		passageOf(page.source, flowIn(page, span), paragraph);
	const passages = paragraphs.map((paragraph) => passage(paragraph, paragraph.number));
	const isNumbered = passages.length > 0;
	const introduction = isNumbered
		? passages.slice(0, introductoryParagraphs)
		: [passage(beginning(page.source), null)];
	const later = isNumbered ? passages.slice(introductoryParagraphs) : [passage(ending(page.source), null)];
	const closing = later.filter(({ paragraph }) => isClosing(paragraphs, paragraph));
	const end = closing.length > 0 ? closing : later.slice(-closingParagraphs);

	const footnotes = footnotesOf(page);
	const notes = new Map(footnotes.map((footnote) => [footnote.number, footnote]));
	const numbers = head.reportNumbers.value;
	const { review, flags } = reviewOf(front.opening, introduction, numbers);
	const reporting = procedureOf(head.committee.value)?.reporting;
	const hasNextReport = !reporting?.foldedInto && !reporting?.additionalInformationEvery;
	const additional = reporting?.additionalInformationEvery
		? additionalInformationOf(later)
		: { additionalInformation: null, flags: [] };
	const without = (passages: readonly Passage[], taken: number | null | undefined) =>
		passages.filter(({ paragraph }) => paragraph === null || paragraph !== taken);
	const taken = additional.additionalInformation?.paragraph;
	const followUp = followUpOf(
		without(later, taken),
		without(closing, taken),
		paragraphs,
		head.committee.value,
		review.adoptionDates
	);
	const nextReport = hasNextReport
		? nextReportOf(without(end, followUp.followUp?.paragraph), numbers)
		: { nextReport: null, flags: [] };
	return {
		kind: 'CO',
		head,
		paragraphs,
		footnotes,
		review,
		followUp: followUp.followUp,
		urgentMeasures: urgentMeasuresOf(later, paragraphs),
		nextReport: nextReport.nextReport,
		additionalInformation: additional.additionalInformation,
		simplifiedReporting: simplifiedReportingOf(end),
		nextReportInformation: hasNextReport
			? [
					...recommendationsIn(paragraphs).flatMap((one) => reportDutiesIn(one, passage, numbers)),
					...listedDutiesIn(end, numbers)
				]
			: [],
		reiterations: paragraphs.flatMap((one, at) =>
			reiterationIn(passages[at]!, one, notes, page.references, head.committee.value)
		),
		flags: [
			...flags,
			...followUp.flags,
			...nextReport.flags,
			...additional.flags,
			...flagsOfDocument(head.language, paragraphs)
		],
		text: page.source
	};
}

/** A document whose headings do not tell its closing part closes with about as many paragraphs. */
const closingParagraphs = 12;

const isClosing = (paragraphs: readonly Paragraph[], number: number | null): boolean =>
	number === null || paragraphs.some((one) => one.number === number && one.part === 'closing');

const beginning = (source: string): Span => ({ start: 0, end: Math.min(unnumberedReach, source.length) });
const ending = (source: string): Span => ({
	start: Math.max(0, source.length - unnumberedReach),
	end: source.length
});

/** The paragraphs that make recommendations: the closing part only says what becomes of them. */
export const recommendationsIn = (paragraphs: readonly Paragraph[]): Paragraph[] =>
	paragraphs.filter(
		({ part, recommends }) => part !== 'closing' && part !== 'introduction' && recommends.length > 0
	);
