import type { Measure } from '../contender.ts';
import type { Lane } from '../lane.ts';
import type { Starts } from '../measures/starting.ts';
import { atMostTimes, below, sentence, timesAsFastAs, type Aim } from './aims.ts';
import type { Entry } from './entry.ts';
import { median, quantile } from './statistics.ts';
import { figure, table } from './table.ts';

export interface Measured {
	imports: Entry[];
	starts: Starts;
	appends: Entry[];
	slider: Entry | undefined;
}

/** All tables, and what was to be reached. */
export function reportOf(
	lanes: readonly Lane[],
	{ imports, starts, appends, slider }: Measured,
	events: number
): { text: string; aims: Aim[] } {
	const lanesOf = (wanted: (lane: Lane) => boolean, entries: readonly Entry[]) =>
		entries.filter(({ name, rounds }) =>
			lanes.some((lane) => wanted(lane) && name.startsWith(lane.name) && rounds.length > 0)
		);
	const baseline = (measure: Measure, entries: readonly Entry[]) =>
		quickest(lanesOf(({ contender }) => contender.baselineOf.includes(measure), entries));
	const ours = (entries: readonly Entry[]) =>
		lanesOf(({ contender }) => contender.place.file.endsWith('/ours.ts'), entries);
	const peers = (entries: readonly Entry[]) => lanesOf(({ contender }) => contender.peer, entries);

	const rawAppend = baseline('append', appends);
	const rawImport = baseline('import', imports);
	const rawStart = baseline('start', starts.whole);
	const nearest = quickest(peers(starts.whole).filter((entry) => entry.events === events));
	const aims: Aim[] = [
		...ours(appends).flatMap((one) =>
			rawAppend ? atMostTimes('one durable append, times the bare put', 1.3, one, rawAppend) : []
		),
		...ours(imports).flatMap((one) =>
			rawImport ? atMostTimes(`import, times ${rawImport.name}`, 1.5, one, rawImport) : []
		),
		// A start that finds nothing kept has to fold everything, and is shown only.
		...ours(starts.whole.filter(({ name }) => !name.endsWith('folded anew'))).flatMap((one) => [
			...(rawStart ? [atMostTimes(`${one.name}: start, times the bare read`, 2, one, rawStart)] : []),
			...(nearest ? [timesAsFastAs(`${one.name}: start, as fast as ${nearest.name}`, 10, one, nearest)] : [])
		]),
		...(slider ? [below('a step of the slider, p95 in ms', 16, quantile(slider.single!, 0.95))] : [])
	];

	const heading = { unit: 'ms', events } as const;
	const text = [
		table({ ...heading, title: 'One event appended, durably', baseline: rawAppend }, appends),
		table({ ...heading, title: 'The whole log imported', baseline: rawImport }, imports),
		table({ ...heading, title: 'From the address to the first list', baseline: rawStart }, starts.whole),
		table(
			{
				...heading,
				title: 'The same, from the opening of the store',
				baseline: baseline('start', starts.own)
			},
			starts.own
		),
		table({ ...heading, unit: 'MB', title: 'Memory once the list is there' }, starts.memory),
		table({ ...heading, unit: 'MB', title: 'Of this, objects of JavaScript' }, starts.heap),
		slider ? sliderLine(slider.single!) : '',
		'',
		...aims.map(sentence)
	];
	return { text: text.join('\n'), aims };
}

const quickest = (entries: readonly Entry[]): Entry | undefined =>
	entries.toSorted((one, other) => median(one.rounds) - median(other.rounds))[0];

const sliderLine = (steps: readonly number[]): string =>
	`\nA step of the slider over the whole world, ${steps.length} days: ` +
	`p50 ${figure(median(steps))} ms, p95 ${figure(quantile(steps, 0.95))} ms, max ${figure(Math.max(...steps))} ms`;
