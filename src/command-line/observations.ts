import type { Interval } from '#lib/calendar/interval.ts';
import {
	printCitation,
	recommendationsIn,
	type ConcludingObservations,
	type Paragraph,
	type SimplifiedProcedure
} from '#lib/documents/index.ts';
import { requestedUnits } from './coverage.ts';
import { notOfObservations, sessionKeys, value, type Json } from './keys.ts';

/** The keys of concluding observations. */
export function observations(reading: ConcludingObservations): Json {
	const { review, urgentMeasures, nextReport, additionalInformation } = reading;
	const recommending = recommendationsIn(reading.paragraphs);
	const body = recommending.filter(({ part }) => part === 'concernsAndRecommendations');
	const requested = requestedUnits(reading);
	const duties = reading.nextReportInformation.map((fact) => fact.value);
	return {
		report_symbol: value(review.reportSymbol),
		loipr_symbol: value(review.loiprSymbol),
		...sessionKeys(review.session),
		dialogue_meetings: value(review.dialogueMeetings),
		dialogue_dates: value(review.dialogueDates),
		summary_records: value(review.summaryRecords),
		adoption_meeting: review.adoptionMeetings?.value.at(-1) ?? null,
		adoption_date: review.adoptionDates?.value.at(-1) ?? null,
		adoption_meetings: value(review.adoptionMeetings),
		adoption_dates: value(review.adoptionDates),
		follow_up: followUpKeys(reading),
		urgent_measures_units: value(urgentMeasures?.units) ?? [],
		urgent_measures_paragraph: urgentMeasures?.paragraph ?? null,
		next_report: nextReport && {
			numbers: nextReport.numbers.value,
			due: value(nextReport.due),
			certainty: nextReport.provisional ? 'provisional' : 'exact',
			paragraph: nextReport.paragraph
		},
		additional_information: additionalInformation && {
			due: additionalInformation.due.value,
			paragraph: additionalInformation.paragraph
		},
		...simplifiedKeys(reading),
		...notOfObservations,
		recommendation_paragraphs: body.map(({ number }) => number),
		recommendation_inside_positive_aspects: recommending
			.filter((one) => !body.includes(one))
			.map(({ number }) => number),
		sub_paragraphs: letters(body),
		sub_sub_paragraphs: romans(body),
		follow_up_topics: reading.followUp?.topics ?? {},
		follow_up_units_expanded: requested,
		next_report_information_units: duties,
		units_with_two_deadlines: requested.filter((unit) => duties.includes(unit)),
		reiterates: reading.reiterations.map(({ paragraph, of, wording }) => ({
			para: paragraph,
			of: of.map(printCitation),
			wording: wording.value,
			...(of.some(({ ibid }) => ibid) && { via: 'Ibid.' })
		}))
	};
}

const bases = {
	stated: 'stated date',
	intervalFromAdoption: 'interval; start not printed, counted from adoption',
	procedure: 'interval of the procedure, counted from adoption'
} as const;

function followUpKeys({ followUp }: ConcludingObservations): Json {
	if (!followUp)
		return {
			requested: false,
			due: null,
			due_basis: null,
			interval_months: null,
			units: [],
			paragraph: null
		};
	const { date, basis, interval } = followUp.due.value;
	return {
		requested: true,
		due: date,
		due_basis: basis && bases[basis],
		interval_months: interval && monthsOf(interval),
		units: followUp.units.value,
		paragraph: followUp.paragraph
	};
}

/** How many months an interval has; null for one in days. */
function monthsOf(interval: Interval): number | null {
	const count = Number.parseInt(interval.slice(1), 10);
	if (interval.endsWith('D')) return null;
	return interval.endsWith('Y') ? count * 12 : count;
}

const statuses: Record<SimplifiedProcedure, string> = {
	accepted: 'accepted',
	offered: 'offered',
	optOutOffered: 'opt-out offered'
};

const simplifiedKeys = ({ flags, simplifiedReporting: srp }: ConcludingObservations): Json => ({
	srp: flags.some(({ kind }) => kind === 'languageNotRead')
		? null
		: srp.status
			? statuses[srp.status.value]
			: 'none',
	loipr_lead: value(srp.listLead),
	replies_within: value(srp.repliesWithin),
	opt_out_within: value(srp.optOutWithin),
	opt_out_until: value(srp.optOutUntil)
});

const letters = (paragraphs: readonly Paragraph[]): Record<string, string> =>
	Object.fromEntries(
		paragraphs
			.filter(({ subParagraphs }) => subParagraphs.length > 0)
			.map(({ number, subParagraphs }) => [String(number), subParagraphs.map(({ mark }) => mark).join('')])
	);

const romans = (paragraphs: readonly Paragraph[]): Record<string, string[]> =>
	Object.fromEntries(
		paragraphs
			.flatMap(({ subParagraphs }) => subParagraphs)
			.filter(({ subParagraphs }) => subParagraphs.length > 0)
			.map(({ unit, subParagraphs }) => [unit, subParagraphs.map(({ mark }) => mark)])
	);
