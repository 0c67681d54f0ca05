import { romans } from '#lib/cycle/units.ts';
import type { Span, SubParagraph } from '../../types.ts';
import { closesSentence, type Line } from './lines.ts';

const marked = /^\(?([a-z]|[ivx]{2,5})\)(?: |$)/;
const openForMore = /(?:^|\s)(?:and|or|y|e|o|u|et|ou)$|[—–-]$/i;

/**
 * The lettered sub-paragraphs of a paragraph and the roman ones in them. A mark counts only where it is the
 * next in its order and stands where a limb can begin: a line that starts with "(a)" may be a mere citation.
 * @param lines all lines of the paragraph
 */
export function subParagraphsOf(paragraph: number, lines: readonly Line[], end: number): SubParagraph[] {
	const letters: SubParagraph[] = [];
	lines.forEach((line, at) => {
		const mark = marked.exec(line.text)?.[1];
		if (!mark || !limbCanBegin(lines, at)) return;
		const level = levelOf(mark, letters);
		if (!level) return;
		const start = line.start + line.indent;
		const around = level === 'roman' ? letters.at(-1)! : undefined;
		const unit = around ? `${around.unit}(${mark})` : `${paragraph}(${mark})`;
		(around?.subParagraphs ?? letters).push({ unit, mark, start, end, subParagraphs: [] });
	});
	closeAt(letters, end);
	return letters;
}

function levelOf(mark: string, letters: readonly SubParagraph[]): 'letter' | 'roman' | undefined {
	const open = letters.at(-1);
	const nextLetter = open ? String.fromCharCode(open.mark.charCodeAt(0) + 1) : 'a';
	const nextRoman = open && romans[open.subParagraphs.length];
	if (mark === nextLetter) return 'letter';
	return mark === nextRoman ? 'roman' : undefined;
}

function limbCanBegin(lines: readonly Line[], at: number): boolean {
	for (let above = at - 1; above >= 0; above -= 1) {
		const { text } = lines[above]!;
		if (text !== '')
			return closesSentence(text) || /,$/.test(text) || openForMore.test(text) || marked.test(text);
	}
	return false;
}

/** Each ends where the next begins, the last where what holds it ends. */
function closeAt(siblings: SubParagraph[], end: number): void {
	siblings.forEach((sibling, at) => {
		sibling.end = siblings[at + 1]?.start ?? end;
		closeAt(sibling.subParagraphs, sibling.end);
	});
}

/** The words of a sub-paragraph itself, before the roman ones in it. */
export const ownWords = ({ start, end, subParagraphs }: SubParagraph): Span => ({
	start,
	end: subParagraphs[0]?.start ?? end
});
