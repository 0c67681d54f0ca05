import type { Table } from '#lib/exchange/table/table.ts';
import type { LineView } from '#lib/ui/statuses/view.ts';
import { m } from '#lib/words/catalogue/messages.js';
import { lineRefusalWords } from '#lib/words/statuses.ts';

/**
 * The refused lines as a table: as they came, each with its line and the reason, to be put right and taken in again.
 * What is refused once more has its new line and reason in the place of those it came with.
 */
export function refusedTable(heads: readonly string[], lines: readonly LineView[]): Table {
	const added = [m.statuses_line(), m.statuses_reason()];
	const hasThem = added.every((name, place) => heads.at(place - added.length) === name);
	const names = hasThem ? heads.slice(0, -added.length) : heads;
	return {
		name: 'refused',
		columns: [...names, ...added].map((name, place) => ({ key: `${place}`, name })),
		rows: lines.flatMap(({ line, outcome, cells = [] }) =>
			outcome.kind === 'refused'
				? [[...names.map((_, place) => cells[place] ?? ''), `${line}`, lineRefusalWords(outcome.why)]]
				: []
		)
	};
}
