import { isoOf, type Day } from '../days.ts';
import type { Pair } from '../pairs.ts';
import type { Random } from '../random.ts';
import { Story } from '../story.ts';

/** The visits to a State and its replies; in the first cycle also the mechanism that it owes of its own. */
export function visitsOf(pair: Pair, known: Day, random: Random): Story[] {
	const { entered, cycles } = pair;
	const step = (known - entered) / cycles;
	return Array.from({ length: cycles }, (_, place) => {
		const story = new Story(pair, [place + 1], known, random);
		if (place === 0) mechanismOf(story, entered);
		const carriedOut = Math.round(entered + step * (place + 0.3 + 0.5 * random.next()));
		story.tell('VisitCarriedOut', carriedOut, { from: isoOf(carriedOut - 9) });
		const transmitted = carriedOut + random.between(150, 400);
		const due = transmitted + 182;
		const deadline = { kind: 'exact', due: isoOf(due), basis: 'stated' } as const;
		story.tell('VisitReportTransmitted', transmitted, { symbol: story.symbol(''), deadline });
		const replied = replyOn(story, due);
		story.owe('visitReply', transmitted, due, replied);
		story.tell('VisitReplyReceived', replied, { symbol: story.symbol('Add.1') });
		return story;
	});
}

function replyOn({ random, laxity }: Story, due: Day): Day {
	if (laxity === 0) return due - random.between(0, 30);
	return random.happens(1 - 0.4 * laxity) ? due + random.between(-30, 400) : Infinity;
}

function mechanismOf(story: Story, entered: Day): void {
	story.tell('TreatyEnteredIntoForce', entered, { deadline: { kind: 'unstated' } });
	const designated = story.random.happens(1 - 0.3 * story.laxity)
		? entered + story.random.between(100, story.laxity ? 1500 : 360)
		: Infinity;
	story.owe('preventiveMechanism', entered, entered + 365, designated);
	story.tell('PreventiveMechanismDesignated', designated, {});
}
