import fc from 'fast-check';
import { expect } from 'vitest';
import { linked, redact, type ChainHead } from '#lib/envelope/chain.ts';
import { newId, newSalt, type Envelope } from '#lib/envelope/envelope.ts';
import { aLog, anEvent, recordedElsewhere, valueOf } from '#lib/log/fixtures.ts';
import type { Incoming, Log } from '#lib/log/index.ts';
import { segmentSize } from '#lib/log/segment.ts';
import type { LogModel } from './logModel.ts';

/** One database as this tab and another see it. This tab is closed and opened again after each command. */
export interface Tabs {
	name: string;
	log: Log;
	other: Log;
}
export const openTabs = async (name: string): Promise<Tabs> => ({
	name,
	log: await aLog(name),
	other: await aLog(name)
});

type Command = fc.AsyncCommand<LogModel, Tabs>;
const streams = ['CMW/AZE/3', 'CRPD/EU/1', 'CED/FRA/1', 'CAT/AZE/5'];
const exampleStream = streams[3]!;
const anyStreams = fc.array(fc.constantFrom(...streams), { minLength: 1, maxLength: 3 });
/** Chooses one of however many there are. */
const at = <Item>(items: readonly Item[], choice: number): Item => items[choice % items.length]!;

/** Events of two other installations, and some redactions of them. */
const [third, fourth] = [newId(), newId()];
const facts = recordedElsewhere(
	Array.from({ length: 14 }, (_, index) =>
		anEvent({ stream: at(streams, index), replica: index % 3 ? third : fourth, data: { index } })
	)
);
const redactions = [facts[2]!, facts[5]!, facts[9]!].reduce<Envelope[]>((all, { id, stream }) => {
	const of = anEvent({
		stream,
		replica: fourth,
		type: 'RecordRedacted',
		data: { event: id, reason: 'a name' }
	});
	const end: ChainHead = (all.at(-1) ?? facts.findLast(({ replica }) => replica === fourth))!.link!;
	return [...all, linked(of, end, newSalt())];
}, []);
const pool = [...facts, ...redactions, ...facts.slice(0, 3).map(redact)];
const example = recordedElsewhere([anEvent({ stream: exampleStream }), anEvent({ stream: exampleStream })]);

/** Records in this tab or in the other, which has looked whenever it last did. */
class Append implements Command {
	readonly streams: string[];
	readonly inOther: boolean;
	constructor(streams: string[], inOther: boolean) {
		this.streams = streams;
		this.inOther = inOther;
	}
	check = () => true;
	async run(model: LogModel, { log, other }: Tabs): Promise<void> {
		const events = this.streams.map((stream) => anEvent({ stream }));
		const commit = { events, expected: model.commits.length };
		const appended = valueOf(await (this.inOther ? other : log).append(commit));
		expect(appended.events).toMatchObject(events);
		model.add('person', appended.events);
		// Sent once more, by whichever tab, it has the same answer and changes nothing.
		expect(valueOf(await log.append(commit))).toEqual(appended);
		expect(valueOf(await other.append(commit))).toEqual(appended);
	}
	toString = () => `append ${this.streams.join(' ')}${this.inOther ? ' in the other tab' : ''}`;
}

/** Decided at another position than the log has. */
class AppendElsewhere implements Command {
	readonly offset: number;
	constructor(offset: number) {
		this.offset = offset;
	}
	check = (model: Readonly<LogModel>) => model.commits.length + this.offset >= 0;
	async run(model: LogModel, { log }: Tabs): Promise<void> {
		const actual = model.commits.length;
		const expected = actual + this.offset;
		expect(await log.append({ events: [anEvent()], expected })).toEqual({
			ok: false,
			error: { kind: 'logMoved', expected, actual }
		});
	}
	toString = () => `append where the log is not: ${this.offset}`;
}

class Import implements Command {
	readonly choices: number[];
	constructor(choices: number[]) {
		this.choices = choices;
	}
	check = () => true;
	async run(model: LogModel, { log }: Tabs): Promise<void> {
		const events = this.choices.map((choice) => at(pool, choice));
		const redacts = events
			.filter(({ type }) => type === 'RecordRedacted')
			.map(({ data }) => data.event as string);
		const incoming: Incoming = { events, redacts };
		const told = planOf(model, incoming);
		expect(valueOf(await log.planImport(incoming))).toEqual({ ...told, conflicts: [], forks: [] });
		const imported = valueOf(await log.importEvents(incoming));
		follow(model, told, redacts);
		const { fresh, known } = told;
		expect(imported).toEqual({ position: model.commits.length, added: fresh.length, known });
	}
	toString = () => `import ${this.choices.join(' ')}`;
}

/** What is new, and what of that which is here says still what it should not. */
function planOf(model: LogModel, { events, redacts = [] }: Incoming) {
	const given = new Map<string, Envelope>();
	for (const event of events) if (!given.get(event.id)?.redacted) given.set(event.id, event);
	const gone = [...redacts, ...model.redacted];
	const here = new Map(model.events.map((event) => [event.id, event]));
	return {
		position: model.commits.length,
		fresh: [...given.values()]
			.filter(({ id }) => !here.has(id))
			.map((event) => (gone.includes(event.id) ? redact(event) : event)),
		known: [...given.keys()].filter((id) => here.has(id)).length,
		redacted: [...here.values()]
			.filter(({ id, redacted }) => !redacted && (gone.includes(id) || given.get(id)?.redacted))
			.map(({ id }) => id)
	};
}

/** What an import then does. */
function follow(
	model: LogModel,
	{ fresh, redacted }: ReturnType<typeof planOf>,
	redacts: readonly string[]
): void {
	if (fresh.length + redacted.length === 0) return;
	const touched = redacted.length > 0 ? model.redact(redacted) : [];
	model.noteRedacted([...redacts, ...redacted]);
	if (fresh.length < segmentSize) {
		model.add('import', fresh, touched);
		return;
	}
	for (let from = 0; from < fresh.length; from += segmentSize)
		model.add('import', fresh.slice(from, from + segmentSize));
	model.pack();
	model.add('upkeep', [], touched);
}

class Tidy implements Command {
	check = () => true;
	async run(model: LogModel, { log }: Tabs): Promise<void> {
		valueOf(await log.tidy());
		if (model.tail < segmentSize) return;
		model.pack();
		model.add('upkeep', []);
	}
	toString = () => 'tidy';
}

class Redact implements Command {
	readonly choice: number;
	constructor(choice: number) {
		this.choice = choice;
	}
	check = (model: Readonly<LogModel>) => model.events.length > 0;
	async run(model: LogModel, { log }: Tabs): Promise<void> {
		const { id } = at(model.events, this.choice);
		// It may stand in another stream than what it redacts.
		const events = [anEvent({ type: 'RecordRedacted', data: { event: id, reason: 'a name' } })];
		const appended = await log.append({ events, expected: model.commits.length, redacts: [id] });
		const touched = model.redact([id]);
		model.noteRedacted([id]);
		model.add('person', valueOf(appended).events, touched);
	}
	toString = () => `redact ${this.choice}`;
}

class OpenExample implements Command {
	check = (model: Readonly<LogModel>) => !model.streams.includes(exampleStream);
	async run(model: LogModel, { log }: Tabs): Promise<void> {
		const { length } = model.commits;
		valueOf(await log.append({ events: example, expected: length, origin: 'workedExample' }));
		model.add('workedExample', example);
	}
	toString = () => 'open the worked example';
}

class RemoveExample implements Command {
	check = () => true;
	async run(model: LogModel, { log }: Tabs): Promise<void> {
		const removed = await log.removeWorkedExample();
		const others = model.events.filter(({ id }) => !example.some((event) => event.id === id));
		const shared = model.exampleStreams.filter((name) => others.some(({ stream }) => stream === name));
		if (shared.length > 0)
			expect(removed).toEqual({ ok: false, error: { kind: 'recordedSince', streams: shared } });
		else if (model.exampleStreams.length === 0) expect(valueOf(removed)).toBeUndefined();
		else {
			const events = model.removeExample();
			expect(valueOf(removed)).toEqual({ position: model.commits.length, events });
		}
	}
	toString = () => 'remove the worked example';
}

class Keep implements Command {
	readonly whole: boolean;
	constructor(whole: boolean) {
		this.whole = whole;
	}
	check = () => true;
	async run(model: LogModel, { log, other }: Tabs): Promise<void> {
		const value = { position: model.commits.length };
		if (this.whole) {
			valueOf(await log.cache.set(value));
			model.cached = { whole: value, parts: new Map() };
		} else {
			const part = at(streams, model.commits.length);
			valueOf(await other.cache.setParts(new Map([[part, value]])));
			model.cached.parts.set(part, value);
		}
	}
	toString = () => `keep ${this.whole ? 'the whole' : 'a part'}`;
}

/** Anything that can happen to a log. */
export const anyCommands = [
	fc.tuple(anyStreams, fc.boolean()).map(([names, inOther]) => new Append(names, inOther)),
	fc.constantFrom(-1, 1, 5).map((offset) => new AppendElsewhere(offset)),
	fc.array(fc.nat(pool.length - 1), { maxLength: 12 }).map((choices) => new Import(choices)),
	fc.constant(new Tidy()),
	fc.nat().map((choice) => new Redact(choice)),
	fc.constant(new OpenExample()),
	fc.constant(new RemoveExample()),
	fc.boolean().map((whole) => new Keep(whole))
];
