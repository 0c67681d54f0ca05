import type { Line } from './lines.ts';

const jobNumber = /^(?:\d{1,3} +)?GE\.\d\d-\d{5}(?: ?\([A-Z]\))?[\d ]{0,40}$/;
const alone = /^(?:\d{1,3}|\d{6}|page \d{1,3}|_{3,}|-{3,}|\*{0,2})$/i;
const symbol = /^[A-Z]{2,5}(?:\/[A-Z0-9.-]+){2,7}\*{0,3}$/;

/**
 * The lines that belong to the page and not to the text: the job number (GE.24-06344), page numbers, and the
 * document's symbol at the head of every page but the first. Given as a set of line numbers.
 */
export function furnitureAmong(lines: readonly Line[]): Set<number> {
	const furniture = new Set<number>();
	let symbolsSeen = 0;
	lines.forEach(({ text, page }, number) => {
		if (text === '' || text.length > 80) return;
		if (jobNumber.test(text) || alone.test(text)) furniture.add(number);
		else if (symbol.test(text) && ((symbolsSeen += 1) > 1 || page > 0)) furniture.add(number);
	});
	return furniture;
}
