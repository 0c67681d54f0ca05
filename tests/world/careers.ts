import { additionalInformationOf } from './chapters/additionalInformation.ts';
import { firstReportOf, neverReported } from './chapters/firstReport.ts';
import { followUpOf } from './chapters/followUp.ts';
import { nextReportOf } from './chapters/nextReport.ts';
import { listBeforeTheReview, reviewOf, scheduleOf } from './chapters/review.ts';
import { visitsOf } from './chapters/visits.ts';
import type { Day } from './days.ts';
import type { Pair } from './pairs.ts';
import type { Random } from './random.ts';
import { Story } from './story.ts';

const aYear = 365;

/** All the cycles of a State under one body, one after the other. @param known the last day that is known of */
export function careerOf(pair: Pair, known: Day, random: Random): Story[] {
	const { procedure, entered, laxity, cycles } = pair;
	if (procedure.visits) return visitsOf(pair, known, random);
	const stories = numbersOf(pair, random).map((numbers) => new Story(pair, numbers, known, random));
	const isLate = known - entered > 3 * aYear;
	if (
		cycles === 1 &&
		procedure.reporting!.initialReportWithin &&
		random.happens(isLate ? 0.4 * laxity : 0.6)
	) {
		neverReported(stories[0]!, entered);
		return stories;
	}
	const days = daysOf(pair, known, random);
	for (const [place, story] of stories.entries()) {
		const [before, adopted] = [days.adoptions[place - 1] ?? entered, days.adoptions[place]!];
		const [due, submitted] = submission(before, adopted, story, entered);
		if (place === 0) firstReportOf(story, entered, submitted);
		else nextReportOf(stories[place - 1]!, { asked: before, due, submitted, numbers: story.numbers });
		listBeforeTheReview(story, before, submitted, adopted);
		if (adopted > known) {
			scheduleOf(story, submitted, adopted);
			continue;
		}
		reviewOf(story, adopted);
		followUpOf(story, adopted, days.adoptions[place + 1] ?? Infinity);
		if (procedure.reporting!.additionalInformationEvery) additionalInformationOf(story, adopted);
		else if (place === cycles - 1 && !procedure.reporting!.foldedInto)
			nextReportOf(story, {
				asked: adopted,
				due: days.nextDue,
				submitted: Infinity,
				numbers: [story.numbers.at(-1)! + 1]
			});
	}
	return stories;
}

/** The numbers of each cycle's reports; some are submitted as one, with CERD half of them. */
function numbersOf({ procedure, cycles }: Pair, random: Random): number[][] {
	const share = procedure.body === 'CERD' ? 0.5 : procedure.body === 'UPR' ? 0 : 0.1;
	let next = 1;
	return Array.from({ length: cycles }, () => {
		const numbers = next > 1 && random.happens(share) ? [next, next + 1] : [next];
		next = numbers.at(-1)! + 1;
		return numbers;
	});
}

/** When the observations of each cycle are adopted, and by when the report after the last one is due. */
function daysOf(
	{ procedure, entered, laxity, cycles }: Pair,
	known: Day,
	random: Random
): { adoptions: Day[]; nextDue: Day } {
	const every = random.oneOf(procedure.body === 'CERD' ? [2, 3, 4] : [4, 5, 5, 6]) * aYear;
	const span = known - entered;
	const chance = random.next();
	let last: Day;
	let nextDue: Day;
	if (chance < 0.34 * laxity) {
		// Overdue, most of them by a few years, some by very many.
		const late = Math.min(Math.round(-Math.log(1 - random.next()) * 3.5 * aYear) + 1, 0.35 * span);
		last = Math.max(known - late - every, entered + 0.45 * span);
		nextDue = known - late;
	} else if (chance > 0.84) {
		// The report is there, and the review is awaited.
		last = known + random.between(10, 150);
		nextDue = last + every;
	} else {
		last = known - random.between(30, Math.max(31, Math.round(Math.min(0.85 * every, 0.35 * span))));
		nextDue = last + every;
	}
	const step = (last - entered) / cycles;
	const adoptions = Array.from({ length: cycles }, (_, place) =>
		place === cycles - 1
			? Math.round(last)
			: Math.round(entered + step * (place + 1 + 0.16 * (random.next() - 0.5)))
	);
	return { adoptions, nextDue: Math.round(nextDue) };
}

/** By when a report was due between two reviews, and when it came: one in four in time. */
function submission(before: Day, adopted: Day, { random }: Story, entered: Day): [due: Day, submitted: Day] {
	const gap = adopted - before;
	const share = before === entered ? 0.4 : 0.3 + 0.2 * random.next();
	const due = Math.round(before + gap * share);
	const came = random.happens(0.27)
		? due - random.between(0, 25)
		: adopted - Math.round(gap * (0.2 + 0.15 * random.next()));
	return [due, Math.max(before + 3, came)];
}
