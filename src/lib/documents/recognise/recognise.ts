import { ok, refuse, type Result } from '#lib/result.ts';
import type { Fact, Head, OtherKind, Paragraph, Reading, RecogniseRefusal, SourceText } from '../types.ts';
import { concludingObservations } from './concluding-observations.ts';
import { followUpReply } from './follow-up-reply.ts';
import type { Draft } from './draft.ts';
import { headOf, ownSymbol, type Front } from './facts/head.ts';
import { kindOf, type DocumentKind } from './facts/kind.ts';
import { partsOf } from './facts/parts.ts';
import { recommendingUnits } from './facts/recommendations.ts';
import { sessionOf } from './facts/review.ts';
import { flowOf } from './layout/flow.ts';
import { flowIn, pageOf, type Page } from './layout/page.ts';
import { paragraphsOf, type RawParagraph } from './layout/paragraphs.ts';
import { passageOf } from './passage.ts';

/** The first page, with its notes, is looked for in no more than this. */
const openingLength = 15_000;
/** What stands above the first paragraph, where no paragraph is numbered. */
const titleLength = 3_000;

/**
 * Reads what a treaty-body document tells: its kind, its numbered paragraphs, and every fact Servanda keeps,
 * each with its quote and place. Never throws; text is data, and nothing in it is followed.
 * @returns the reading, or what else the document seems to be
 */
export function recognise(source: SourceText): Result<Reading, RecogniseRefusal> {
	const page = pageOf(source.text);
	const raw = paragraphsOf(page);
	const front = frontOf(page, raw);
	const kind = kindOf(front.title.text, ownSymbol(front.title));
	const head = headOf(front, kind === 'CO' || kind === 'FCO' ? kind : null);
	if ((kind === 'CO' || kind === 'FCO') && isComplete(head)) {
		const draft: Draft = { page, raw, paragraphs: withMeaning(page, raw), front, head };
		return ok(kind === 'CO' ? concludingObservations(draft) : followUpReply(draft));
	}
	return refuse({ kind: 'notATreatyBodyDocument', found: foundIn(kind, head, front, raw) });
}

function frontOf(page: Page, raw: readonly RawParagraph[]): Front {
	const { source } = page;
	const titleEnd = Math.min(raw[0]?.start ?? titleLength, titleLength, source.length);
	return {
		title: passageOf(source, flowIn(page, { start: 0, end: titleEnd })),
		opening: passageOf(source, flowOf(source, { start: 0, end: Math.min(openingLength, source.length) }, []))
	};
}

const isComplete = (head: Partial<Head>): head is Head =>
	[head.committee, head.state, head.symbol, head.reportNumbers].every(
		(fact?: Fact<unknown>) => fact !== undefined
	);

/** Paragraphs with the headings they stand under, their part, and what in them recommends. */
function withMeaning(page: Page, raw: readonly RawParagraph[]): Paragraph[] {
	const parts = partsOf(raw.map(({ headings }) => headings));
	let section: string | null = null;
	let topic: string | null = null;
	return raw.map((paragraph, at) => {
		const { number, start, end, chapeau, subParagraphs, headings } = paragraph;
		for (const { label, text } of headings) {
			if (label === null) topic = text;
			else [section, topic] = [text, null];
		}
		const footnotes = page.references
			.filter((reference) => reference.start >= start && reference.start < end)
			.map((reference) => reference.number);
		const recommends = recommendingUnits(paragraph, (span) => flowIn(page, span).text);
		return {
			number,
			start,
			end,
			section,
			topic,
			part: parts[at]!,
			chapeau,
			subParagraphs,
			footnotes,
			recommends
		};
	});
}

function foundIn(
	kind: DocumentKind | undefined,
	head: Partial<Head>,
	front: Front,
	raw: readonly RawParagraph[]
): RecogniseRefusal['found'] {
	if (!kind && !head.committee) return null;
	const documentKind: OtherKind = kind === undefined || kind === 'CO' || kind === 'FCO' ? 'other' : kind;
	return { documentKind, head, session: sessionOf(front.opening), paragraphCount: raw.length };
}
