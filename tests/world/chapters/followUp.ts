import { shiftDate } from '#lib/calendar/interval.ts';
import { ruleInForce, scaleOn } from '#lib/procedures/procedure.ts';
import { dayOf, isoOf, type Day } from '../days.ts';
import type { Story } from '../story.ts';

const remarks = [
	'Steps were taken, and more are needed',
	'No figures were given',
	'The law is still a draft'
];

/** The first committees asked for follow-up then. */
const begun = dayOf('2001-07-01');
/** What was left unanswered before then is asked about no more. */
const longAgo = 8 * 365;

/**
 * What the committee asks about before the next report, what comes of it, and what the committee says to that.
 * @param nextReview when the review after this one ends, which mostly takes up what was left unanswered
 */
export function followUpOf(story: Story, adopted: Day, nextReview: Day): void {
	const { random, procedure, known } = story;
	if (!procedure.followUp || adopted < begun) return;
	const within = ruleInForce(procedure.followUp.interval, isoOf(adopted))?.value?.length;
	// Where no rule gives a day, some are asked about at once, without one.
	if (!within && !random.happens(0.3)) return;
	const first = random.between(8, 16);
	const units = Array.from({ length: random.between(1, 4) }, (_, index) => `${first + 2 * index}`);
	const due = within ? dayOf(shiftDate(isoOf(adopted), within)) : adopted + 365;
	const deadline = within
		? ({ kind: 'exact', due: isoOf(due), basis: 'stated' } as const)
		: ({ kind: 'unstated' } as const);
	story.tell('FollowUpRequested', adopted, { units, deadline });

	const comes = random.happens(1 - 0.28 * story.laxity);
	const received =
		due + (random.happens(1 - 0.65 * story.laxity) ? -random.between(0, 30) : random.between(1, 420));
	if (!comes || received > Math.min(known, nextReview)) {
		const isForgotten = nextReview > known - longAgo && random.happens(0.08);
		const closed = isForgotten ? Infinity : nextReview;
		story.owe('followUp', adopted, due, closed);
		const met = due + 480;
		if (met < Math.min(known, closed) && random.happens(0.3)) story.tell('MeetingHeldWithMission', met, {});
		story.tell('FollowUpClosed', closed, { reason: 'leftToNextReport' });
		return;
	}
	story.owe('followUp', adopted, due, received);
	const sections = units.slice(0, random.between(1, units.length)).map((unit, index) => ({
		heading: `Paragraph ${unit}`,
		units: [unit],
		paragraphs: [index + 3, index + 5] as [number, number]
	}));
	story.tell('FollowUpReceived', received, { symbol: story.symbol('FCO'), sections });
	const assessed = received + random.between(90, 300);
	const scale = scaleOn(procedure, isoOf(assessed));
	if (scale && random.happens(0.85))
		story.tell('FollowUpAssessed', assessed, {
			symbol: story.symbol('FU'),
			grades: units.map((unit) => ({
				unit,
				// The first grades are the more frequent ones.
				grade: scale.grades[Math.floor(random.next() ** 1.4 * scale.grades.length)]!.letter,
				remark: random.oneOf(remarks)
			}))
		});
	if (assessed < known && random.happens(0.6)) {
		const reason = random.oneOf(['concluded', 'leftToNextReport'] as const);
		story.tell('FollowUpClosed', assessed + random.between(1, 40), { reason });
	}
}
