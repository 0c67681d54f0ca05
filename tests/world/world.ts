import { catalogue } from '#lib/cycle/events/catalogue.ts';
import { hashOf, linked, type ChainHead } from '#lib/envelope/chain.ts';
import type { Envelope, NewEvent, Source } from '#lib/envelope/envelope.ts';
import { careerOf } from './careers.ts';
import { dayOf, isoOf, millisecondsADay } from './days.ts';
import { pairsOf } from './pairs.ts';
import { Random } from './random.ts';
import type { Story, Told } from './story.ts';

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

/** The last day that anything is told of: a fixed one, so that the world is the same on every day. */
export const knownUntil = dayOf('2026-10-31');
const recordBegan = dayOf('1990-01-01');
/** Of so many events, one is a correction. */
const eventsForACorrection = 400;
// The last has the marks that documents are printed with: text beyond Latin-1 takes more room in some layouts.
const quotes = [
	'Within two years, tell in writing what has been done about each of the paragraphs named above, and what has not; with the figures of each year, and with what stood in the way.',
	'Set aside people and money for it, say who answers for it and until when, let those concerned take part, and come back with what came of it in the report after this one.',
	'The report that comes next is awaited by the day given here. Let it hold what is new under every head, and all of the State’s own “plan of action” for the years between.'
];

type Recorded = NewEvent & { at: number };

/**
 * An invented world: States are bound by the treaties since the years they really are, and nothing else in it ever
 * happened. It is recorded by replicas that no installation can be (see `inventedReplica`). Its events are in the
 * order of recording, and the same size and seed give the same bytes.
 */
export function worldOf({ cycles, events, seed = 1 }: Size): Envelope[] {
	const random = new Random(seed);
	const replicas = Array.from({ length: 3 }, () => random.idAt(0));
	const stories = pairsOf(cycles, full.cycles, knownUntil, random).flatMap((pair) =>
		careerOf(pair, knownUntil, random)
	);
	const corrections = Math.floor(events / eventsForACorrection);
	fillUp(stories, events - corrections, random);
	const recorded = stories.map((story) => recordedOf(story, random, replicas));
	const correctable = recorded.filter(({ length }) => length > 1);
	for (let made = 0; made < corrections; made += 1) {
		const cycle = random.oneOf(correctable);
		cycle.push(correctionOf(cycle[1]!, cycle.at(-1)!, random));
	}
	return inOrderOfRecording(recorded.flat());
}

/** Where each chain of a world ends, by replica. */
export function headsOf(world: readonly Envelope[]): Record<string, ChainHead> {
	return Object.fromEntries(
		world.map(({ replica, link }) => [replica, { sequence: link!.sequence, hash: link!.hash }])
	);
}

/** Adds reminders of what was owed until there are so many events. */
function fillUp(stories: readonly Story[], events: number, random: Random): void {
	let left = events - stories.reduce((sum, { length }) => sum + length, 0);
	if (left < 0) throw new RangeError(`${-left} events more happened in so many cycles`);
	while (left > 0) if (random.oneOf(stories).remind()) left -= 1;
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

function recordedOf(story: Story, random: Random, replicas: readonly string[]): Recorded[] {
	const { stream, told } = story;
	return told.map((one): Recorded => {
		// Learnt some days after it happened, in the hours of an office; or when the office began to keep a record.
		const day = Math.max(one.day, recordBegan) + random.between(1, 20);
		const at = day * millisecondsADay + random.between(28_800_000, 61_200_000);
		return { ...envelopeOf(stream, one, at, random, random.oneOf(replicas)), at };
	});
}

/** A correction of an event, which turns out to have been right. */
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
