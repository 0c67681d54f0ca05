import type { Amendment } from '#lib/procedures/amendments.ts';
import { isOwedToCommittee, type Owed, type OwedDate, type OwnStep } from '../timeline/owed.ts';
import type { Outline } from './outline.ts';

/**
 * Outlines as JSON that costs a start little to read: it is read as a few long arrays and not as thousands of small
 * objects. What outlines repeat (days, duties, states) is told once.
 */
export interface PackedOutlines {
	/** Every value there is, once. */
	values: readonly unknown[];
	/** Outline after outline: places among the values, and counts. */
	numbers: readonly number[];
	/** Outline after outline: the stream, the text of its spells and its chronicle. */
	texts: readonly string[];
}

/** Packs outlines, in the order of their streams: what sorts them at each start finds them sorted. */
export function packOutlines(outlines: Iterable<Outline>): PackedOutlines {
	const to = new Writer();
	for (const outline of [...outlines].sort(byStream)) packOutline(outline, to);
	return { values: to.values, numbers: to.numbers, texts: to.texts };
}

/** The outlines that were packed. */
export function unpackOutlines(packed: PackedOutlines): Outline[] {
	const from = new Reader(packed);
	const outlines: Outline[] = [];
	while (from.hasMore()) outlines.push(unpackOutline(from));
	return outlines;
}

const byStream = (one: Outline, other: Outline): number => (one.stream < other.stream ? -1 : 1);

// What is written is read in the same order: each of the two below is the other turned round.

function packOutline(outline: Outline, to: Writer): void {
	const { stream, reportNumbers, version, amendments, obligations, spells, chronicle, anomalies } = outline;
	to.text(stream);
	to.value(reportNumbers);
	to.count(version);
	to.value(amendments);
	to.count(obligations.length);
	for (const owed of obligations) packOwed(owed, stream, to);
	to.value(spells.states);
	to.text(spells.text);
	to.text(chronicle);
	to.count(anomalies);
}

function unpackOutline(from: Reader): Outline {
	const stream = from.text();
	const [body = '', state = ''] = stream.split('/');
	return {
		stream,
		body,
		state,
		reportNumbers: from.value<Outline['reportNumbers']>(),
		version: from.count(),
		amendments: from.value<readonly Amendment[]>(),
		obligations: times(from.count(), () => unpackOwed(stream, from)),
		spells: { states: from.value<readonly string[]>(), text: from.text() },
		chronicle: from.text(),
		anomalies: from.count()
	};
}

function packOwed(owed: Owed, stream: string, to: Writer): void {
	to.value(owed.id.slice(stream.length));
	to.value(owed.duty);
	to.value(owed.units);
	to.value(owed.reportNumbers);
	to.value(owed.openedBy.on);
	to.count(owed.dates.length);
	for (const { due, certainty, basis, from } of owed.dates) {
		to.value(due);
		to.value(certainty);
		to.value(basis);
		to.value(from);
	}
	to.value(owed.ending && owed.ending.how);
	if (owed.ending) to.value(owed.ending.on);
	if (!isOwedToCommittee(owed)) to.value(owed.step);
}

function unpackOwed(stream: string, from: Reader): Owed {
	const id = stream + from.value<string>();
	const duty = from.value<Owed['duty']>();
	const common = {
		id,
		stream,
		units: from.value<Owed['units']>(),
		reportNumbers: from.value<Owed['reportNumbers']>(),
		openedBy: { on: from.value<Owed['openedBy']['on']>() },
		dates: times(from.count(), () => unpackDate(from)),
		ending: unpackEnding(from)
	};
	return duty === 'preparationStep'
		? { ...common, duty, step: from.value<OwnStep['step']>() }
		: { ...common, duty };
}

const unpackDate = (from: Reader): OwedDate => ({
	due: from.value<OwedDate['due']>(),
	certainty: from.value<OwedDate['certainty']>(),
	basis: from.value<OwedDate['basis']>(),
	from: from.value<OwedDate['from']>()
});

function unpackEnding(from: Reader): Owed['ending'] {
	const how = from.value<NonNullable<Owed['ending']>['how'] | null>();
	return how && { how, on: from.value<NonNullable<Owed['ending']>['on']>() };
}

function times<Value>(count: number, read: () => Value): Value[] {
	const values: Value[] = [];
	for (let index = 0; index < count; index += 1) values.push(read());
	return values;
}

class Writer {
	readonly values: unknown[] = [];
	readonly numbers: number[] = [];
	readonly texts: string[] = [];
	/** Where each value stands; one that is an array or an object, by its JSON. */
	readonly #places = { plain: new Map<unknown, number>(), structured: new Map<string, number>() };

	value(value: unknown): void {
		const place =
			typeof value === 'object'
				? this.#placeOf(this.#places.structured, JSON.stringify(value), value)
				: this.#placeOf(this.#places.plain, value, value);
		this.numbers.push(place);
	}
	count(count: number): void {
		this.numbers.push(count);
	}
	text(text: string): void {
		this.texts.push(text);
	}

	#placeOf<Key>(places: Map<Key, number>, key: Key, value: unknown): number {
		const place = places.get(key) ?? this.values.push(value) - 1;
		places.set(key, place);
		return place;
	}
}

class Reader {
	readonly #packed: PackedOutlines;
	#number = 0;
	#text = 0;

	constructor(packed: PackedOutlines) {
		this.#packed = packed;
	}

	/** The next value; whoever wrote it knows its type. */
	value<Value>(): Value {
		return this.#packed.values[this.count()] as Value;
	}
	count(): number {
		return this.#packed.numbers[this.#number++]!;
	}
	text(): string {
		return this.#packed.texts[this.#text++]!;
	}
	hasMore(): boolean {
		return this.#text < this.#packed.texts.length;
	}
}
