import type { Entry } from './entry.ts';
import { median, quantile, ratios } from './statistics.ts';

/** What a table compares with, and in which unit. */
export interface Heading {
	title: string;
	unit: 'ms' | 'MB';
	baseline?: Entry | undefined;
	/** The size that all were to be measured at. */
	events: number;
}

/** One measure as lines of text: medians, spread, and how many times the baseline's. */
export function table({ title, unit, baseline, events }: Heading, entries: readonly Entry[]): string {
	const head = ['', unit, 'spread', ...(baseline ? ['ratio', 'spread'] : []), 'rounds', ''];
	const rows = entries.map((entry) => {
		const { name, rounds, single, failed } = entry;
		const remarks = [
			entry.events === events ? '' : `at ${entry.events.toLocaleString('en')} events`,
			single ? `${single.length} single ones, p95 ${figure(quantile(single, 0.95))}` : '',
			failed ? `failed: ${failed}` : ''
		];
		return [
			name,
			...summary(rounds),
			...(baseline
				? comparable(entry, baseline)
					? summary(ratios(rounds, baseline.rounds))
					: ['', '']
				: []),
			`${rounds.length}`,
			remarks.filter(Boolean).join('; ')
		];
	});
	return `\n${title}\n${aligned([head, ...rows])}`;
}

/** Figures of different sizes say nothing of each other. */
const comparable = (entry: Entry, baseline: Entry) =>
	entry.events === baseline.events && entry.rounds.length > 0;

const summary = (figures: readonly number[]): string[] =>
	figures.length === 0
		? ['', '']
		: [figure(median(figures)), `${figure(Math.min(...figures))}–${figure(Math.max(...figures))}`];

export const figure = (value: number): string =>
	value < 100 ? value.toPrecision(3) : `${Math.round(value)}`;

function aligned(rows: readonly string[][]): string {
	const widths = rows[0]!.map((_, column) => Math.max(...rows.map((row) => row[column]!.length)));
	return rows
		.map((row) =>
			row
				.map((cell, column) =>
					column === 0 || column === row.length - 1
						? cell.padEnd(widths[column]!)
						: cell.padStart(widths[column]!)
				)
				.join('  ')
				.trimEnd()
		)
		.join('\n');
}
