import { dayNumber, type DayNumber } from '#lib/calendar/dayNumber.ts';
import type { Timeline } from '../timeline/fold.ts';

/** The steps of a cycle that lists of many cycles tell of, each by the sign it is written with. */
const signs = {
	NoticeOfReviewGiven: 'n',
	ListOfIssuesPriorToReportingAdopted: 'p',
	ReportSubmitted: 's',
	ListOfIssuesAdopted: 'l',
	RepliesToListOfIssuesReceived: 'r',
	ReviewScheduled: 'w',
	DialogueHeld: 'd',
	ConcludingObservationsAdopted: 'c',
	MeetingHeldWithMission: 'm'
} as const;
export type Milestone = keyof typeof signs;

const reminder = 'e';
const grade = 'g';
const milestones = new Map(
	Object.entries(signs).map(([what, sign]): [string, Milestone] => [sign, what as Milestone])
);

/** One thing that a chronicle tells, and the day of it. */
export type Told =
	/** The body's session by its number and its first day, where the record says them; the day only of one to come. */
	| { what: Milestone; on: DayNumber; session: number | null; opens: DayNumber | null }
	/** `obligation` is the id of what was reminded of, without its stream: `#followUp-1`. */
	| { what: 'reminder'; on: DayNumber; obligation: string }
	| { what: 'grade'; on: DayNumber; unit: string; grade: string };

/**
 * What happened in a cycle besides what is owed, as one text: `s18262;l18400/34;e18999/%23followUp-1`. As a text it
 * costs a start next to nothing; it is read where somebody asks.
 */
export function chronicleOf({ stream, facts, obligations }: Timeline): string {
	const told: [DayNumber, string][] = [];
	const add = (sign: string, on: DayNumber, ...details: readonly string[]) =>
		told.push([on, [`${sign}${on}`, ...details.map(encodeURIComponent)].join('/')]);
	for (const { id, reminders } of obligations)
		for (const { on } of reminders) add(reminder, dayNumber(on), id.slice(stream.length));
	for (const fact of facts) {
		const on = dayNumber(fact.on);
		if (fact.type === 'FollowUpAssessed')
			for (const { unit, grade: given } of fact.data.grades) add(grade, on, unit, given);
		if (Object.hasOwn(signs, fact.type)) add(signs[fact.type as Milestone], on, ...sessionIn(fact));
	}
	return told
		.sort(([one], [other]) => one - other)
		.map(([, text]) => text)
		.join(';');
}

/** What a chronicle tells, in the order it happened. */
export function readChronicle(text: string): Told[] {
	if (!text) return [];
	return text.split(';').map((entry): Told => {
		const [head = '', ...details] = entry.split('/');
		const [sign, on] = [head.charAt(0), Number(head.slice(1))];
		const [first = '', second = ''] = details.map(decodeURIComponent);
		if (sign === reminder) return { what: 'reminder', on, obligation: first };
		if (sign === grade) return { what: 'grade', on, unit: first, grade: second };
		const numberIn = (text: string) => (text ? Number(text) : null);
		return { what: milestones.get(sign)!, on, session: numberIn(first), opens: numberIn(second) };
	});
}

/** The number of the session that a fact names, and the first day of one to come. */
function sessionIn(fact: Timeline['facts'][number]): string[] {
	switch (fact.type) {
		case 'ListOfIssuesAdopted':
		case 'ListOfIssuesPriorToReportingAdopted':
			return fact.data.session === undefined ? [] : [`${fact.data.session}`];
		case 'ConcludingObservationsAdopted':
			return fact.data.session ? [`${fact.data.session.ordinal}`] : [];
		case 'ReviewScheduled': {
			const { session, from } = fact.data;
			return [`${session}`, ...(from ? [`${dayNumber(from)}`] : [])];
		}
		default:
			return [];
	}
}
