import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { foldCycle } from '#lib/cycle/timeline/fold.ts';
import { openLog, type Log } from '#lib/log/index.ts';
import { StatusImport } from './statuses/statusImport.svelte.ts';
import { inline } from './testing/inline.ts';
import { Workspace } from './workspace.svelte.ts';
import { Undo } from './undo.svelte.ts';

/** States enough for more events than are taken back on the page's own thread. */
const states = (
	'AFG ALB DZA AND AGO ATG ARG ARM AUS AUT AZE BHS BHR BGD BRB BLR BEL BLZ BEN BTN BOL BIH BWA BRA BRN BGR BFA BDI ' +
	'CPV KHM'
).split(' ');
const table = [
	'State,Body,Report,Adopted,Follow-up due,Follow-up paragraphs,Next report due',
	// The report that this one asks for is told of in the next line: it is submitted in two cycles.
	...states.map((state) => `${state},CAT,3,2015-05-08,2016-05-08,"9, 12",2019-05-08`),
	...states.map((state) => `${state},CAT,4,2021-05-10,,,2025-05-10`)
].join('\n');

let workspace: Workspace;
let undo: Undo;
let log: Log;

beforeEach(async () => {
	globalThis.indexedDB = new IDBFactory();
	workspace = new Workspace(inline);
	undo = new Undo(workspace, { undo: () => 'undone', redo: () => 'redone' });
	await workspace.open();
	const opened = await openLog();
	if (opened.ok) log = opened.value;
});
afterEach(() => {
	workspace.close();
	log.close();
});

/** Records the table; gives how many events that were. */
async function recordTable(): Promise<number> {
	const words = { heads: {}, words: { bodies: new Map(), duties: new Map(), reports: new Map() } };
	const taking = new StatusImport(workspace, words, () => inline(log));
	await taking.choose(new File([table], 'statuses.csv'));
	await taking.plan();
	await taking.record();
	return taking.step.kind === 'recorded' ? taking.step.passage.length : 0;
}

/** What counts in each cycle, by the names and days of its facts. */
async function counting(): Promise<Map<string, string[]>> {
	const events = await workspace.eventsOf(workspace.streams);
	if (!events.ok) throw new Error('not read');
	const byStream = Map.groupBy(events.value, ({ stream }) => stream);
	return new Map(
		[...byStream].map(([stream, ofCycle]) => {
			const folded = foldCycle(stream, ofCycle);
			return [stream, 'kind' in folded ? [] : folded.facts.map(({ type, on }) => `${type} ${on}`)];
		})
	);
}
const factsIn = (cycles: ReadonlyMap<string, string[]>) => [...cycles.values()].flat();
const anomalies = () => [...workspace.outlines.values()].reduce((sum, one) => sum + one.anomalies, 0);

describe('a recorded table', () => {
	test('is taken back by one press, as one passage, and redone by one', async () => {
		const events = await recordTable();
		expect(events).toBeGreaterThan(150);
		const [before, { position }] = [await counting(), workspace.head!];
		expect(factsIn(before).length).toBeGreaterThan(100);
		for (let times = 0; times < 2; times += 1) {
			await undo.undo();
			expect(undo.told).toMatchObject({ kind: 'undo' });
			expect(factsIn(await counting())).toEqual([]);
			await undo.redo();
			expect(undo.told).toMatchObject({ kind: 'redo' });
			expect(await counting()).toEqual(before);
		}
		expect(workspace.head!.position).toBe(position + 4);
		expect(anomalies()).toBe(0);
	});

	test('is taken back before what was recorded earlier, and after what was recorded since', async () => {
		const reminder = {
			type: 'ReminderSent',
			on: '2026-01-10',
			data: { duty: 'nextReport' },
			source: null
		} as const;
		const early = {
			...reminder,
			stream: 'CMW/AZE/3',
			type: 'ConcludingObservationsAdopted',
			data: {}
		} as const;
		await workspace.record([early]);
		await recordTable();
		await workspace.record([{ ...reminder, stream: 'CAT/AZE/4' }]);
		await undo.undo();
		expect(undo.told).toMatchObject({ kind: 'undo', events: [{ type: 'ReminderSent' }] });
		await undo.undo();
		expect(undo.told).toMatchObject({ kind: 'undo', events: { length: expect.any(Number) } });
		expect(factsIn(await counting())).toEqual(['ConcludingObservationsAdopted 2026-01-10']);
		await undo.undo();
		expect(factsIn(await counting())).toEqual([]);
	});

	test('that something leans on stays whole, and it is told what does', async () => {
		await recordTable();
		const other = new Workspace(inline);
		await other.open();
		await other.record([
			{
				stream: 'CAT/AZE/3',
				type: 'FollowUpReceived',
				on: '2016-03-01',
				data: { sections: [] },
				source: null
			}
		]);
		const before = await counting();
		await undo.undo();
		expect(undo.told).toMatchObject({ kind: 'refused', failure: { kind: 'unsettles', stream: 'CAT/AZE/3' } });
		expect(await counting()).toEqual(before);
		other.close();
	});

	test('can be taken back by itself, whatever was recorded since', async () => {
		await recordTable();
		const passage = await workspace.eventsOf(workspace.streams);
		await workspace.record([
			{ stream: 'CMW/AZE/3', type: 'ConcludingObservationsAdopted', on: '2021-10-08', data: {}, source: null }
		]);
		await undo.undoPassage(passage.ok ? passage.value : []);
		expect(factsIn(await counting())).toEqual(['ConcludingObservationsAdopted 2021-10-08']);
		// The next press finds what it stood for taken back, but for what came since.
		await undo.undo();
		await undo.undo();
		expect(undo.told).toEqual({ kind: 'nothing', verb: 'undo' });
		expect(factsIn(await counting())).toEqual([]);
	});

	test('the same again after it was taken back records all of it again', async () => {
		await recordTable();
		const before = factsIn(await counting()).length;
		await undo.undo();
		await recordTable();
		expect(factsIn(await counting())).toHaveLength(before);
		expect(anomalies()).toBe(0);
	});

	test('nothing is taken back while one looks at what was known earlier', async () => {
		await recordTable();
		await workspace.lookBack('2020-01-01T00:00:00.000Z');
		await undo.undo();
		expect(undo.told).toMatchObject({ kind: 'refused', failure: { kind: 'lookingBack' } });
	});
});
