import type { FollowUpReply, Fact } from '../types.ts';
import { footnotesOf } from './citations.ts';
import { flagsOfDocument } from './flags.ts';
import { answersOf, isObjection, receivedOn, sectionsOf } from './facts/reply.ts';
import { numbersInSymbol, symbolHead } from './language/symbols.ts';
import type { Draft } from './draft.ts';

/** Everything a State's follow-up reply tells. */
export function followUpReply({ page, raw, paragraphs, front, head }: Draft): FollowUpReply {
	const headings = raw.flatMap((paragraph) => paragraph.headings);
	const received = receivedOn(front.title);
	const { committee, state, reportNumbers } = head;
	const inferred: Fact<string> = {
		...reportNumbers,
		value: `${symbolHead(committee.value)}/${state.value}/CO/${numbersInSymbol(reportNumbers.value)}`,
		certainty: 'inferred'
	};
	return {
		kind: 'FCO',
		head,
		paragraphs,
		footnotes: footnotesOf(page),
		received,
		answers: answersOf(front, state.value) ?? inferred,
		sections: sectionsOf(page, raw),
		objectionsOnly: isObjection(front.title.text, headings),
		flags: flagsOfDocument(head.language, paragraphs),
		text: page.source
	};
}
