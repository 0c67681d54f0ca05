import type { IsoDate } from '#lib/calendar/date.ts';
import { dayNumber, dayOf } from '#lib/calendar/dayNumber.ts';
import { duties } from '#lib/cycle/deadline.ts';
import type { Owed, OwedDate } from '#lib/cycle/timeline/owed.ts';
import { due } from '#lib/reminders/due.ts';
import type { Entry } from '#lib/reminders/entry.ts';
import { entriesOf } from '#lib/reminders/ledger.ts';
import { nextOccasion } from '#lib/reminders/nextOccasion.ts';
import { plan } from '#lib/reminders/plan.ts';
import { defaultPreferences } from '#lib/reminders/presets.ts';
import { median, quantile } from './report/statistics.ts';
import { Random } from '../world/random.ts';

/**
 * Measures how long ten thousand open obligations take to be planned (`npm run bench:reminders`): a quarter of them
 * overdue, a third with dates that were moved, the others due within the next four years.
 */
const obligations = 10_000;
const warmUps = 20;
const runs = 50;

const asOf: IsoDate = '2026-11-23';
const aYearOn: IsoDate = '2027-11-23';
const random = new Random(20_261_123);
const world = Array.from({ length: obligations }, (_, place) => anObligation(place));

const planned = plan(world, defaultPreferences, asOf, asOf);
const look = { instant: `${asOf}T08:00:00.000Z`, today: asOf, lastLook: null };
const none = { entries: new Map<string, Entry>(), snoozes: new Map() };
const said = entriesOf(due(planned, none, look, defaultPreferences).say, look.instant, 'page');
const ledger = { ...none, entries: new Map(said.map((entry) => [entry.key, { ...entry, shown: true }])) };

console.log(`${obligations} open obligations, ${runs} runs after ${warmUps} to warm up, in milliseconds`);
measure('planned for a day', () => plan(world, defaultPreferences, asOf, asOf).length);
measure('planned for a year', () => plan(world, defaultPreferences, asOf, aYearOn).length);
measure('what to say, of nothing said yet', () => due(planned, none, look, defaultPreferences).say.length);
measure('what to say, of all said', () => due(planned, ledger, look, defaultPreferences).say.length);
measure('the next day', () => nextOccasion(world, defaultPreferences, ledger, asOf)?.count ?? 0);

function measure(what: string, run: () => number): void {
	const times: number[] = [];
	let count = 0;
	for (let round = -warmUps; round < runs; round += 1) {
		const begun = performance.now();
		count = run();
		if (round >= 0) times.push(performance.now() - begun);
	}
	const figures = [median(times), quantile(times, 0.95)].map((time) => time.toFixed(1));
	console.log(`  ${what}: median ${figures[0]}, p95 ${figures[1]} (${count})`);
}

function anObligation(place: number): Owed {
	const duty = random.oneOf(duties);
	const stream = `CMW/AZE/${place + 1}`;
	const asked = dayNumber(asOf) - random.between(400, 1500);
	const last = dayNumber(asOf) + random.between(-480, 1440);
	const dates = [dateOf(last, asked)];
	if (random.happens(1 / 3)) dates.unshift(dateOf(last - 90, asked - 30));
	return {
		id: `${stream}#${duty}-1`,
		stream,
		duty,
		units: [],
		reportNumbers: [],
		openedBy: { on: dates[0]!.from },
		dates,
		ending: null
	};
}

function dateOf(due: number, from: number): OwedDate {
	return { due: dayOf(due), certainty: 'exact', basis: 'stated', from: dayOf(from) };
}
