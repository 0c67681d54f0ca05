import { symbolsIn } from '../recognise/language/symbols.ts';
import type { FollowUpReply, ProposedEvent } from '../types.ts';
import { proposal } from './proposal.ts';

/** What a reply proposes to record: that follow-up or additional information was received, or only comments. */
export function fromFollowUpReply(reading: FollowUpReply): ProposedEvent[] {
	const { head, received, sections, objectionsOnly } = reading;
	const on = received?.value ?? null;
	const main = received ?? head.symbol;
	const symbol = head.symbol.value;
	if (symbolsIn(symbol)[0]?.type === 'AI')
		return [proposal(reading, 'AdditionalInformationReceived', on, { symbol }, main)];
	if (objectionsOnly) return [proposal(reading, 'CommentsReceived', on, { symbol }, main)];
	const data = {
		symbol,
		...(head.distributed?.value && { distributed: head.distributed.value }),
		sections: sections.map(({ heading, units, paragraphs }) => ({
			heading: heading.value,
			units,
			...(paragraphs && { paragraphs })
		}))
	};
	const marks = sections.map(({ heading }) => heading);
	return [proposal(reading, 'FollowUpReceived', on, data, main, [head.distributed, ...marks])];
}
