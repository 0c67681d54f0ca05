import { dayOf, isoOf, type Day } from '../days.ts';
import type { Story } from '../story.ts';

const firstSession = dayOf('1968-01-01');
const topics = [
	'Legislation',
	'Training',
	'Data',
	'Detention',
	'Remedies',
	'Consular help',
	'Education',
	'Health'
];

/**
 * The list of issues, before the report or after it, and the replies. Before it, the replies are the report.
 * @param before the review before this one, or the entry into force
 */
export function listBeforeTheReview(story: Story, before: Day, submitted: Day, adopted: Day): void {
	const { random, procedure } = story;
	const prior = submitted - random.between(200, 330);
	if (procedure.simplifiedReporting && isNext(story) && prior > before + 30 && random.happens(0.45)) {
		const repliesDue = { kind: 'exact', due: isoOf(prior + 365), basis: 'stated' } as const;
		story.tell('ListOfIssuesPriorToReportingAdopted', prior, {
			symbol: story.symbol('QPR'),
			session: sessionOn(prior),
			repliesDue
		});
		story.owe('replies', prior, prior + 365, submitted, false);
		reportOf(story, submitted);
		return;
	}
	if (isNext(story)) reportOf(story, submitted);
	const [list, replied] = [0.3, 0.7].map((part) => Math.round(submitted + part * (adopted - submitted)));
	if (replied! - list! < 5 || list! <= submitted) return;
	const due = list! + Math.round(0.8 * (replied! - list!));
	const repliesDue = { kind: 'exact', due: isoOf(due), basis: 'stated' } as const;
	story.tell('ListOfIssuesAdopted', list!, {
		symbol: story.symbol('Q'),
		session: sessionOn(list!),
		repliesDue
	});
	const replies = random.happens(1 - 0.1 * story.laxity);
	story.owe('replies', list!, due, replies ? replied! : adopted - 12, false);
	if (replies) story.tell('RepliesToListOfIssuesReceived', replied!, { symbol: story.symbol('RQ') });
}

/** A review that lies ahead is put on the programme of a session, in most cases. */
export function scheduleOf(story: Story, submitted: Day, adopted: Day): void {
	const { random, known } = story;
	const announced = known - random.between(20, 120);
	if (announced <= submitted || !random.happens(0.8)) return;
	const days = { from: isoOf(adopted - 18), to: isoOf(adopted) };
	story.tell('ReviewScheduled', announced, { session: sessionOn(adopted), ...days });
}

/** The dialogue and what was adopted after it. */
export function reviewOf(story: Story, adopted: Day): void {
	const { random, procedure } = story;
	const held = adopted - random.between(4, 11);
	const meeting = random.between(100, 900);
	story.tell('DialogueHeld', held, {
		dates: [isoOf(held - 1), isoOf(held)],
		meetings: [meeting, meeting + 1],
		summaryRecords: [meeting, meeting + 1].map((number) => `${procedure.body}/C/SR.${number}`)
	});
	const session = { ordinal: sessionOn(adopted), from: isoOf(adopted - 18), to: isoOf(adopted) };
	story.tell('ConcludingObservationsAdopted', adopted, { symbol: story.symbol('CO'), meeting, session });
	const first = random.between(8, 16);
	const paragraphs = Array.from({ length: random.between(3, 14) }, (_, index) => first + 2 * index);
	story.tell('RecommendationsMade', adopted, {
		recommendations: paragraphs.map((paragraph) => ({
			paragraph,
			topic: random.oneOf(topics),
			units: [`${paragraph}`, `${paragraph}(a)`, `${paragraph}(b)`].slice(0, random.between(1, 3))
		}))
	});
	if (random.happens(0.2)) {
		const symbol = story.symbol('FCO');
		story.tell('CommentsReceived', adopted + random.between(20, 300), { symbol });
	}
}

/** Every body has three sessions a year, and had its first before any of them reviewed a State. */
const sessionOn = (day: Day): number => 1 + Math.floor((day - firstSession) / 122);

/** The first report is told where the entry into force is. */
const isNext = ({ numbers }: Story): boolean => numbers[0] !== 1;

const reportOf = (story: Story, submitted: Day): void =>
	story.tell('ReportSubmitted', submitted, { numbers: [...story.numbers], symbol: story.symbol('') });
