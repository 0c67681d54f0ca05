import type { Deadline } from '#lib/cycle/deadline.ts';
import { recommendationsIn } from '../recognise/concluding-observations.ts';
import { symbolsIn } from '../recognise/language/symbols.ts';
import type {
	Citation,
	ConcludingObservations,
	Fact,
	FollowUpDue,
	NextReport,
	ProposedEvent,
	SimplifiedReporting
} from '../types.ts';
import { proposal } from './proposal.ts';

/**
 * What concluding observations propose to record, in the order in which it happened. Those on additional information
 * belong to a cycle that has had its own, and propose only what is asked for next.
 */
export function fromConcludingObservations(reading: ConcludingObservations): ProposedEvent[] {
	if (symbolsIn(reading.head.symbol.value)[0]?.type === 'OAI') return additionalInformation(reading);
	return [
		dialogue,
		adoption,
		recommendations,
		followUp,
		nextReportInformation,
		nextReport,
		additionalInformation,
		simplified
	].flatMap((event) => event(reading));
}

const adoptedOn = ({ review }: ConcludingObservations) => review.adoptionDates?.value.at(-1) ?? null;

function dialogue(reading: ConcludingObservations): ProposedEvent[] {
	const { dialogueDates, dialogueMeetings, summaryRecords } = reading.review;
	if (!dialogueDates) return [];
	const data = {
		dates: dialogueDates.value,
		...(dialogueMeetings && { meetings: dialogueMeetings.value }),
		...(summaryRecords && { summaryRecords: summaryRecords.value })
	};
	const on = dialogueDates.value.at(-1)!;
	return [proposal(reading, 'DialogueHeld', on, data, dialogueDates, [dialogueMeetings, summaryRecords])];
}

function adoption(reading: ConcludingObservations): ProposedEvent[] {
	const { head, review } = reading;
	const { session, adoptionDates, adoptionMeetings } = review;
	const meeting = adoptionMeetings?.value.at(-1);
	const data = {
		symbol: head.symbol.value,
		...(meeting !== undefined && { meeting }),
		...(session && {
			session: {
				ordinal: session.value.ordinal,
				...(session.value.from && { from: session.value.from }),
				...(session.value.to && { to: session.value.to })
			}
		})
	};
	const main = adoptionDates ?? session ?? head.symbol;
	return [
		proposal(reading, 'ConcludingObservationsAdopted', adoptedOn(reading), data, main, [
			adoptionMeetings,
			session
		])
	];
}

function recommendations(reading: ConcludingObservations): ProposedEvent[] {
	const { text, paragraphs, reiterations } = reading;
	const recommending = recommendationsIn(paragraphs);
	if (recommending.length === 0) return [];
	const data = {
		recommendations: recommending.map(({ number, topic, recommends }) => {
			const reiterates = reiterations
				.filter(({ paragraph }) => paragraph === number)
				.flatMap(({ of }) => of.map(printCitation));
			return {
				paragraph: number,
				...(topic && { topic }),
				units: recommends,
				...(reiterates.length > 0 && { reiterates })
			};
		})
	};
	const marks = recommending.map(({ number, chapeau: { start, end } }): Fact<null> => ({
		value: null,
		quote: text.slice(start, end),
		place: { start, end, paragraph: String(number) },
		certainty: 'printed'
	}));
	return [proposal(reading, 'RecommendationsMade', adoptedOn(reading), data, marks[0]!, marks.slice(1))];
}

function followUp(reading: ConcludingObservations): ProposedEvent[] {
	const request = reading.followUp;
	if (!request) return urgentMeasures(reading);
	const data = { units: request.units.value, deadline: followUpDeadline(request.due.value) };
	const due =
		data.deadline.kind === 'exact' ? request.due : { ...request.due, certainty: 'printed' as const };
	return [proposal(reading, 'FollowUpRequested', adoptedOn(reading), data, due, [request.units])];
}

/** What attention is drawn to as urgent is asked about without a date. */
function urgentMeasures(reading: ConcludingObservations): ProposedEvent[] {
	const asked = reading.urgentMeasures;
	if (!asked) return [];
	const data = { units: asked.units.value, deadline: { kind: 'unstated' } as const };
	return [proposal(reading, 'FollowUpRequested', adoptedOn(reading), data, asked.units)];
}

/**
 * A printed day wins; a printed interval stays one, to be counted once the adoption is recorded. What the document
 * leaves open is left open: the rule of the procedure is then shown beside it, with its source.
 */
function followUpDeadline({ date, basis, interval }: FollowUpDue): Deadline {
	if (date && basis === 'stated') return { kind: 'exact', due: date, basis: 'stated' };
	if (interval && basis === 'intervalFromAdoption')
		return { kind: 'relative', interval, anchor: 'ConcludingObservationsAdopted' };
	return { kind: 'unstated' };
}

function nextReportInformation(reading: ConcludingObservations): ProposedEvent[] {
	const [first, ...others] = reading.nextReportInformation;
	if (!first) return [];
	const data = { units: reading.nextReportInformation.map(({ value }) => value) };
	return [proposal(reading, 'InformationForNextReportRequested', adoptedOn(reading), data, first, others)];
}

function nextReport(reading: ConcludingObservations): ProposedEvent[] {
	const next = reading.nextReport;
	if (!next) return [];
	const data = { numbers: next.numbers.value, deadline: reportDeadline(next, reading.simplifiedReporting) };
	return [
		proposal(reading, 'NextReportRequested', adoptedOn(reading), data, next.due ?? next.numbers, [
			next.numbers
		])
	];
}

/** Where no day is printed, the replies to a list still to come may be the report. */
function reportDeadline({ due, provisional }: NextReport, { repliesWithin }: SimplifiedReporting): Deadline {
	if (!due?.value)
		return repliesWithin && !due
			? { kind: 'relative', interval: repliesWithin.value, anchor: 'ListOfIssuesPriorToReportingReceived' }
			: { kind: 'unstated' };
	return { kind: provisional ? 'provisional' : 'exact', due: due.value, basis: 'stated' };
}

function additionalInformation(reading: ConcludingObservations): ProposedEvent[] {
	const asked = reading.additionalInformation;
	if (!asked) return [];
	const deadline: Deadline = asked.due.value
		? { kind: 'exact', due: asked.due.value, basis: 'stated' }
		: { kind: 'unstated' };
	const data = { symbol: reading.head.symbol.value, deadline };
	return [proposal(reading, 'AdditionalInformationRequested', adoptedOn(reading), data, asked.due)];
}

function simplified(reading: ConcludingObservations): ProposedEvent[] {
	const { status, ...clauses } = reading.simplifiedReporting;
	if (!status) return [];
	const { listLead, repliesWithin, optOutWithin, optOutUntil } = clauses;
	const ofBoth = {
		...(listLead && { listAhead: listLead.value }),
		...(repliesWithin && { repliesWithin: repliesWithin.value })
	};
	if (status.value === 'accepted')
		return [
			proposal(reading, 'SimplifiedReportingProcedureAccepted', adoptedOn(reading), ofBoth, status, [
				listLead,
				repliesWithin
			])
		];
	const data = {
		...(optOutWithin && { optOutWithin: optOutWithin.value }),
		...(optOutUntil?.value && { optOutUntil: optOutUntil.value }),
		...ofBoth
	};
	return [
		proposal(reading, 'SimplifiedReportingProcedureOffered', adoptedOn(reading), data, status, [
			optOutWithin,
			optOutUntil,
			listLead,
			repliesWithin
		])
	];
}

/** "CMW/C/AZE/CO/2 paras 25 and 43", as recommendations are cited between documents. */
export function printCitation({ symbol, paragraphs }: Citation): string {
	if (paragraphs.length === 0) return symbol;
	const [last, ...others] = [paragraphs.at(-1)!, ...paragraphs.slice(0, -1)];
	return others.length > 0 ? `${symbol} paras ${others.join(', ')} and ${last}` : `${symbol} para ${last}`;
}
