import type { RecommendationRow } from '#lib/cycle/coverage.ts';
import { printUnit } from '#lib/cycle/units.ts';
import { holdsAll } from '../narrowing.ts';

/**
 * The recommendations that hold every word typed: of the topic, of a unit in either way of writing it, of an
 * earlier document. A number is the beginning of a paragraph's, so that `6` does not find 16.
 */
export const narrow = (rows: readonly RecommendationRow[], typed: string): RecommendationRow[] =>
	rows.filter((row) => holdsAll(textOf(row), typed));

const textOf = ({ paragraph, topic, units, reiterates }: RecommendationRow): string =>
	[paragraph, topic ?? '', ...units, ...units.map(printUnit), ...reiterates].join(' ');
