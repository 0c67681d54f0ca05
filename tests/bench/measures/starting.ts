import type { IsoDate } from '#lib/calendar/date.ts';
import type { Lane } from '../lane.ts';
import type { Row } from '../contender.ts';
import type { Entry } from '../report/entry.ts';
import { memoryOf } from './memory.ts';

/** The day that the list is of. Much is due, overdue and done in the invented world then. */
const asOf: IsoDate = '2026-11-01';

/** A start that takes longer than this is not made more often than need be, in milliseconds. */
const long = 3_000;
const roundsIfLong = 3;

/** One contender in one situation. */
interface Course {
	lane: Lane;
	situation: string;
	whole: Entry;
	own: Entry;
	memory: Entry;
	heap: Entry;
}

/** What the starts have shown, each a table of its own. */
export interface Starts {
	/** From the address to the list on the screen. */
	whole: Entry[];
	/** The same without what a page needs in any case to load its code. */
	own: Entry[];
	/** Megabytes in use once the list is there, workers and WebAssembly among them. */
	memory: Entry[];
	/** Of these, megabytes of JavaScript's objects. */
	heap: Entry[];
}

/** Starts the browser, opens the page and waits for the list, each contender in turn and all of that again. */
export async function measureStarts(lanes: readonly Lane[], rounds: number): Promise<Starts> {
	const courses = lanes
		.filter(({ contender, failed }) => contender.takesPart.includes('start') && !failed)
		.flatMap((lane) => lane.contender.situations.map((situation) => courseOf(lane, situation)));
	const rowsBySize = new Map<number, string>();
	for (let round = 0; round < rounds; round += 1)
		for (const course of courses) {
			const { whole } = course;
			if (whole.failed || (round >= roundsIfLong && whole.rounds.some((taken) => taken > long))) continue;
			try {
				const rows = JSON.stringify(await startOnce(course));
				const expected = rowsBySize.get(whole.events) ?? rows;
				rowsBySize.set(whole.events, expected);
				if (rows !== expected) whole.failed = 'it does not show the list that the others show';
				console.log(`  start: ${whole.name}: ${Math.round(whole.rounds.at(-1)!)} ms`);
			} catch (thrown) {
				whole.failed = String(thrown);
			}
		}
	return {
		whole: courses.map(({ whole }) => whole),
		own: courses.map(({ own }) => own),
		memory: courses.map(({ memory }) => memory),
		heap: courses.map(({ heap }) => heap)
	};
}

function courseOf(lane: Lane, situation: string): Course {
	const entry = (): Entry => ({
		name: situation ? `${lane.name}: ${situation}` : lane.name,
		events: lane.size.events,
		rounds: []
	});
	return { lane, situation, whole: entry(), own: entry(), memory: entry(), heap: entry() };
}

async function startOnce({ lane, situation, whole, own, memory, heap }: Course): Promise<Row[]> {
	await arrange(lane, situation);
	const { page, leave } = await lane.start(asOf);
	try {
		const handle = await page.waitForFunction(() => window.started);
		const started = (await handle.jsonValue())!;
		if ('failed' in started) throw new Error(started.failed);
		whole.rounds.push(started.shown);
		own.rounds.push(started.shown - started.began);
		const used = await memoryOf(page);
		memory.rounds.push(used.whole);
		heap.rounds.push(used.heap);
		return started.rows;
	} finally {
		await leave();
	}
}

async function arrange(lane: Lane, situation: string): Promise<void> {
	if (!situation) return;
	const { page, leave } = await lane.work();
	const args = { place: lane.contender.place, situation, holding: lane.holding };
	try {
		lane.further = await page.evaluate(
			({ place, situation, holding }) => window.bench!.arrange(place, situation, holding),
			args
		);
	} finally {
		await leave();
	}
}
