import type { Lane } from '../lane.ts';
import { within } from '../profile.ts';
import { median } from '../report/statistics.ts';
import type { Entry } from '../report/entry.ts';

/** Events in a turn, and turns that are measured after those in which everybody's code is compiled. */
const turn = 50;
const warmUps = 2;
const turns = 10;

/** How long a contender may take over all of its turns, in milliseconds. */
const patience = 30_000;

/** One contender's page, open for as long as all take turns. */
interface Course {
	lane: Lane;
	entry: Entry;
	single: number[];
	spent: number;
	append(): Promise<number[] | 'tooLong'>;
	leave(): Promise<void>;
}

/** Appends event by event to what was imported, fifty in a turn, so that all meet the same weather. */
export async function measureAppends(lanes: readonly Lane[]): Promise<Entry[]> {
	const courses: Course[] = [];
	for (const lane of lanes)
		if (lane.contender.takesPart.includes('append') && !lane.failed) courses.push(await courseOf(lane));
	for (let round = -warmUps; round < turns; round += 1)
		for (const course of courses) if (course.spent < patience) await takeTurn(course, round >= 0);
	for (const { leave } of courses) await leave();
	return courses.map(({ entry, single }) => ({ ...entry, single }));
}

async function takeTurn(course: Course, counts: boolean): Promise<void> {
	const times = await course.append().catch((thrown: unknown) => {
		course.entry.failed = String(thrown);
		return 'tooLong' as const;
	});
	if (times === 'tooLong') {
		course.spent = patience;
		return;
	}
	course.spent += times.reduce((sum, time) => sum + time, 0);
	if (!counts) return;
	course.entry.rounds.push(median(times));
	course.single.push(...times);
}

async function courseOf(lane: Lane): Promise<Course> {
	const { page, leave } = await lane.work();
	const args = { place: lane.contender.place, holding: lane.holding, count: turn * (warmUps + turns) };
	await page.evaluate(({ place, holding, count }) => window.bench!.openToAppend(place, holding, count), args);
	return {
		lane,
		entry: { name: lane.name, events: lane.size.events, rounds: [] },
		single: [],
		spent: 0,
		append: () =>
			within(
				patience,
				page.evaluate((count) => window.bench!.append(count), turn)
			),
		leave
	};
}
