import { isoOf, type Day } from '../days.ts';
import type { Story } from '../story.ts';

/** The next report is asked for with the observations, and comes or does not. One in eight dates is "in principle". */
export function nextReportOf(
	story: Story,
	{ asked, due, submitted, numbers }: { asked: Day; due: Day; submitted: Day; numbers: readonly number[] }
): void {
	const kind = story.random.happens(0.125) ? 'provisional' : 'exact';
	const deadline = { kind, due: isoOf(due), basis: 'stated' } as const;
	story.tell('NextReportRequested', asked, { numbers: [...numbers], deadline });
	story.owe('nextReport', asked, due, submitted);
	const symbol = story.symbol('', numbers);
	story.tell('NextReportSubmitted', submitted, { numbers: [...numbers], symbol });
}
