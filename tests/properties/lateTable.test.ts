import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { IsoDate } from '#lib/calendar/date.ts';
import { shiftDate } from '#lib/calendar/interval.ts';
import { outlineStream, type Outline } from '#lib/cycle/outline/outline.ts';
import type { Envelope } from '#lib/envelope/envelope.ts';
import { guess } from '#lib/exchange/statuses/fields.ts';
import { planOf } from '#lib/exchange/statuses/testing.ts';
import { csvOf } from '#lib/exchange/table/csvOf.ts';
import { Monitor } from '#lib/monitor/monitor.ts';
import { everything } from '#lib/monitor/selection.ts';
import { stepsTaken } from '#lib/monitor/stepsTaken.ts';
import { lateTable } from '#lib/words/lateTable.ts';
import { stateName } from '#lib/words/names.ts';
import { tableWords } from '#lib/words/statuses.ts';
import { symbolIn } from '#lib/workspace/statuses/fillIn.ts';
import { worldOf } from '../world/world.ts';
import { anyHistory, recordIn } from './histories.ts';

const { heads, words } = tableWords();

/** Writes what a monitor shows as overdue, and plans to take it in where the same is recorded. */
function againFrom(events: readonly Envelope[], asOf: IsoDate) {
	const outlines = new Map(
		[...Map.groupBy(events, ({ stream }) => stream)].map(([stream, ofOne]) => [
			stream,
			outlineStream(stream, ofOne) as Outline
		])
	);
	const monitor = new Monitor(outlines, stateName);
	const overdue = monitor.board(asOf, { ...everything, group: 'overdue' }).rows('urgency', []);
	const table = lateTable(overdue.slice(0, overdue.length), asOf, ({ obligation }) =>
		stepsTaken(obligation, asOf, (stream) => outlines.get(stream))
	);
	const mapping = guess(
		table.columns.map(({ name }) => name),
		heads
	);
	const lexicon = { ...words, symbolIn };
	return { table, plan: planOf(csvOf(table).slice(1), events, { mapping, lexicon }) };
}

test('what is overdue in a whole world, saved and taken in again, is already so line by line', () => {
	const world = worldOf({ cycles: 1_500, events: 25_000, seed: 6 });
	const duties = new Set<string>();
	for (const asOf of ['2026-11-01', '2016-02-29', '2024-12-31'] as const) {
		const { table, plan } = againFrom(world, asOf);
		expect(plan.lines.filter(({ outcome }) => outcome.kind !== 'same')).toEqual([]);
		expect(plan.lines).toHaveLength(table.rows.length);
		expect(plan.events).toEqual([]);
		for (const [, , body, reports, , duty] of table.rows)
			duties.add(`${body} ${duty}`).add(reports!.includes('-') ? 'combined' : 'single');
	}
	for (const one of [
		'SPT visitReply',
		'CED additionalInformation',
		'UPR nextReport',
		'CRC-OPAC initialReport'
	])
		expect(duties).toContain(one);
	expect(duties).toContain('combined');
}, 60_000);

test('whatever happened in a cycle, what is overdue in it is taken in again without a change', () => {
	const streams = ['CMW/AZE/3', 'CRPD/CIV/2-3', 'CCPR/CHN-HKG/4', 'CED/TCD/1', 'SPT/FRA/1', 'UPR/VAT/2'];
	let rows = 0;
	fc.assert(
		fc.property(fc.constantFrom(...streams), anyHistory, fc.nat({ max: 6_000 }), (stream, history, days) => {
			const events = recordIn(history).map((event) => ({ ...event, stream }));
			const { table, plan } = againFrom(events, shiftDate('2018-01-01', `P${days}D`));
			expect(plan.lines.map(({ outcome }) => outcome.kind)).toEqual(table.rows.map(() => 'same'));
			expect(plan.events).toEqual([]);
			rows += table.rows.length;
		}),
		{ numRuns: 1000 }
	);
	expect(rows).toBeGreaterThan(100);
}, 60_000);
