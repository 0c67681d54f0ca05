import type { RecommendationRow } from '#lib/cycle/coverage.ts';
import { printUnit } from '#lib/cycle/units.ts';

/** Letters without their accents and cases; spaces as one. */
const plain = (text: string): string =>
	text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/\s+/g, ' ').trim();

/**
 * The recommendations that hold every word typed: of the topic, of a unit in either way of writing it, of an
 * earlier document. A number is the beginning of a paragraph's, so that `6` does not find 16.
 */
export function narrow(rows: readonly RecommendationRow[], typed: string): RecommendationRow[] {
	const words = plain(typed).split(' ').filter(Boolean);
	return rows.filter((row) => {
		const text = ` ${plain(textOf(row))}`;
		return words.every((word) => (/^\d/.test(word) ? text.includes(` ${word}`) : text.includes(word)));
	});
}

const textOf = ({ paragraph, topic, units, reiterates }: RecommendationRow): string =>
	[paragraph, topic ?? '', ...units, ...units.map(printUnit), ...reiterates].join(' ');
