import { catalogue } from '#lib/cycle/events/catalogue.ts';
import { hashOf, linked, type ChainHead } from '#lib/envelope/chain.ts';
import type { Envelope, NewEvent, Source } from '#lib/envelope/envelope.ts';
import { procedures } from '#lib/procedures/index.ts';
import { stateCodes } from '#lib/states/codes.ts';
import { dayOf, isoOf, millisecondsADay } from './world/days.ts';
import { Random } from './world/random.ts';
import { storyOf, type Told } from './world/story.ts';

/** How large a world is to be, and which one. */
export interface Size {
	cycles: number;
	events: number;
	seed?: number;
}

/** The size that the figures are for: more than all committees have had of all States. */
export const full: Size = { cycles: 15_000, events: 250_000 };

/** A smaller world with cycles as long as those of the full one. */
export const sizeOf = (events: number): Size => ({
	events,
	cycles: Math.max(1, Math.round((events * full.cycles) / full.events))
});

/** The story that is told below is that of a committee that has all of these. */
const told = procedures.filter(
	({ reporting, simplifiedReporting, followUp }) =>
		reporting?.periodicReportEvery && simplifiedReporting && followUp
);
const firstDay = dayOf('1990-01-01');
const lastBeginning = dayOf('2020-12-31');
const knownUntil = dayOf('2027-12-31');
// The last has the marks that documents are printed with: text beyond Latin-1 takes more room in some layouts.
const quotes = [
	'Within two years, tell in writing what has been done about each of the paragraphs named above, and what has not; with the figures of each year, and with what stood in the way.',
	'Set aside people and money for it, say who answers for it and until when, let those concerned take part, and come back with what came of it in the report after this one.',
	'The report that comes next is awaited by the day given here. Let it hold what is new under every head, and all of the State’s own “plan of action” for the years between.'
];

type Recorded = NewEvent & { at: number };

/**
 * An invented world: every committee, State and number is of the right form, and nothing in it ever happened.
 * Its events are in the order of recording, and the same size and seed give the same bytes.
 */
export function worldOf({ cycles, events, seed = 1 }: Size): Envelope[] {
	const random = new Random(seed);
	const replicas = Array.from({ length: 3 }, () => random.idAt(firstDay * millisecondsADay));
	const recorded: Recorded[] = [];
	const streamsOfABody = stateCodes.length;
	const reports = Math.ceil(cycles / (streamsOfABody * told.length));
	for (let made = 0; made < cycles; made += 1) {
		const procedure = told[made % told.length]!;
		const state = stateCodes[Math.floor(made / told.length) % streamsOfABody]!;
		const report = Math.floor(made / (told.length * streamsOfABody)) + 1;
		const span = (lastBeginning - firstDay) / reports;
		const begins = Math.floor(firstDay + (report - 1 + random.next()) * span);
		const average = (events - recorded.length) / (cycles - made);
		const share = made === cycles - 1 ? average : average * (0.7 + 0.6 * random.next());
		const story = storyOf({ procedure, state, report, begins, knownUntil }, random, Math.round(share));
		recorded.push(...recordedOf(`${procedure.body}/${state}/${report}`, story, random, replicas));
	}
	return inOrderOfRecording(recorded);
}

/** One more event for each of so many streams, the ones that follow what is there. */
export function furtherEvents(world: readonly Envelope[], count: number, seed = 2): NewEvent[] {
	const random = new Random(seed);
	const streams = [...new Set(world.map(({ stream }) => stream))];
	const { replica } = world.at(-1)!;
	return Array.from({ length: count }, (_, index) => {
		const at = (knownUntil + 2) * millisecondsADay + index;
		const told: Told = { type: 'ReminderSent', day: knownUntil, data: { duty: 'nextReport' } };
		return envelopeOf(random.oneOf(streams), told, at, random, replica);
	});
}

function recordedOf(
	stream: string,
	story: readonly Told[],
	random: Random,
	replicas: readonly string[]
): Recorded[] {
	const recorded = story.map((told): Recorded => {
		// Learnt some days after it happened, in the hours of an office.
		const at = (told.day + random.between(1, 20)) * millisecondsADay + random.between(28_800_000, 61_200_000);
		return { ...envelopeOf(stream, told, at, random, random.oneOf(replicas)), at };
	});
	if (recorded.length < 3 || !random.happens(0.05)) return recorded;
	const last = recorded.pop()!;
	return [...recorded, correctionOf(random.oneOf(recorded.slice(1)), last, random)];
}

/** In the place of the last event, a correction of an earlier one, which turns out to have been right. */
function correctionOf(corrected: Recorded, last: Recorded, random: Random): Recorded {
	const { on, data, source } = corrected;
	const at = Math.max(corrected.at, last.at) + millisecondsADay;
	const day = Math.floor(at / millisecondsADay);
	const correction = { action: 'replace', reason: 'Seen again in the document', on, data, source };
	const told: Told = { type: 'RecordCorrected', day, data: correction };
	return { ...envelopeOf(last.stream, told, at, random, last.replica), at, corrects: corrected.id };
}

function envelopeOf(stream: string, { type, day, data }: Told, at: number, random: Random, replica: string) {
	return {
		id: random.idAt(at),
		stream,
		type,
		schema: catalogue[type].schema,
		on: isoOf(day),
		recordedAt: new Date(at).toISOString(),
		by: 'Invented',
		replica,
		source: type === 'CycleOpened' ? null : sourceOf(data, random),
		data
	};
}

function sourceOf(data: Record<string, unknown>, random: Random): Source {
	const document = typeof data.symbol === 'string' ? { document: data.symbol } : {};
	if (random.happens(0.3)) return { ...document, note: 'Told by the secretariat, by telephone' };
	return { ...document, paragraph: `${random.between(1, 70)}`, quote: random.oneOf(quotes) };
}

/** Gives each event its place in the chain of its replica. */
function inOrderOfRecording(recorded: Recorded[]): Envelope[] {
	const heads = new Map<string, ChainHead>();
	return recorded
		.sort((one, other) => one.at - other.at || (one.id < other.id ? -1 : 1))
		.map(({ at: _, ...event }) => {
			const placed = linked(event, heads.get(event.replica), hashOf(event.id).slice(0, 32));
			heads.set(event.replica, placed.link);
			return placed;
		});
}
