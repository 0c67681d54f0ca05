import { isoOf, type Day } from '../days.ts';
import type { Story } from '../story.ts';

const aYear = 365;

/** Where no report follows, additional information is asked for, again and again. */
export function additionalInformationOf(story: Story, adopted: Day): void {
	const { random, known } = story;
	let asked = adopted;
	while (asked < known) {
		const due = asked + random.oneOf([2, 3, 4]) * aYear;
		const comes = random.happens(1 - 0.5 * story.laxity);
		const received = due + random.between(-40, story.laxity ? 500 : 0);
		const deadline = { kind: 'exact', due: isoOf(due), basis: 'stated' } as const;
		story.tell('AdditionalInformationRequested', asked, { deadline });
		story.owe('additionalInformation', asked, due, comes ? received : Infinity);
		if (!comes) return;
		story.tell('AdditionalInformationReceived', received, { symbol: story.symbol('AI') });
		asked = received + random.between(200, 500);
	}
}
