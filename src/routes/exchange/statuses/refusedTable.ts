import type { Table } from '#lib/exchange/table/table.ts';
import type { LineView } from '#lib/ui/statuses/view.ts';
import { m } from '#lib/words/catalogue/messages.js';
import { lineRefusalWords } from '#lib/words/statuses.ts';

/** The refused lines as a table: as they came, each with its line and the reason, to be put right and taken in again. */
export function refusedTable(names: readonly string[], lines: readonly LineView[]): Table {
	return {
		name: 'refused',
		columns: [
			...names.map((name, place) => ({ key: `${place}`, name })),
			{ key: 'line', name: m.statuses_line() },
			{ key: 'reason', name: m.statuses_reason() }
		],
		rows: lines.flatMap(({ line, outcome, cells = [] }) =>
			outcome.kind === 'refused'
				? [[...names.map((_, place) => cells[place] ?? ''), `${line}`, lineRefusalWords(outcome.why)]]
				: []
		)
	};
}
