import { linked, type ChainHead } from '#lib/envelope/chain.ts';
import { newId, newSalt, type Envelope, type NewEvent } from '#lib/envelope/envelope.ts';
import { newVerification, openLog, type Log } from '#lib/log/index.ts';
import type { Result } from '#lib/result.ts';
import { chance } from './chance.ts';
import type { Acknowledged, Found, GoOn, Kind, Mark, Told } from './messages.ts';

/*
 * A page that writes into the log as fast as it can, until its browser is killed. Before that it tells what it
 * finds. It runs in the browser, with the log's own code.
 */
const replica = '019a0000-0000-7000-8000-000000000001';
const streams = ['CMW/AZE/3', 'CRPD/EU/1', 'CED/FRA/1', 'CAT/AZE/5'];

async function tell(path: string, body: unknown): Promise<Response> {
	return fetch(path + location.search, { method: 'POST', body: JSON.stringify(body) });
}

function valueOf<Value>(result: Result<Value, unknown>): Value {
	if (!result.ok) throw new Error(`refused: ${JSON.stringify(result.error)}`);
	return result.value;
}

async function main(): Promise<void> {
	const log = valueOf(await openLog({ name: 'killed' }));
	const known: Envelope[] = [];
	const answer = await tell('/found', await find(log, known));
	await write(log, known, (await answer.json()) as GoOn);
}

/** Everything that is stored. @param known is filled with the events */
async function find(log: Log, known: Envelope[]): Promise<Found> {
	let damaged = 0;
	const head = valueOf(
		await log.readAll((contents) => {
			known.push(...contents.events);
			damaged += contents.damaged.length;
		})
	);
	let verification = newVerification();
	for (let done = false; !done;) ({ verification, done } = valueOf(await log.verify(verification)));
	const { whole, parts } = valueOf(await log.cache.get());
	return {
		commits: await readCommits(),
		events: known.map(({ id, data, type, redacted, recordedAt }) => ({
			id,
			redacts: type === 'RecordRedacted' ? (data.event as string) : null,
			isRedacted: redacted !== undefined,
			...markOf(recordedAt)
		})),
		damaged,
		findings: verification.findings,
		head,
		isCacheWhole: new Set([whole, ...parts.values()].filter((value) => value !== undefined)).size <= 1
	};
}

/** Reads past the log, by the browser's own interface, so that no mistake of its reading hides one of its writing. */
async function readCommits(): Promise<Found['commits']> {
	const asked = <Value>(request: IDBRequest<Value>) =>
		new Promise<Value>((resolve, reject) => {
			request.onsuccess = () => resolve(request.result);
			request.onerror = () => reject(request.error);
		});
	const database = await asked(indexedDB.open('killed'));
	const transaction = database.transaction(['commits', 'segments']);
	const all = async (store: string) => asked(transaction.objectStore(store).getAll());
	const [tail, segments] = [await all('commits'), await all('segments')];
	database.close();
	return [...segments.flatMap(({ commits }) => commits), ...tail].map(({ position, hash, events }) => [
		position,
		hash,
		events.length
	]);
}

/** What a redaction leaves must tell which write it was of: the mark is in the instant, to the millisecond. */
const epoch = Date.UTC(2000, 0, 1);
const perWrite = 2000;
const stampOf = ({ write, index, of }: Mark): string =>
	new Date(epoch + (write * perWrite + index) * perWrite + of).toISOString();
function markOf(recordedAt: string): Mark {
	const stamp = Date.parse(recordedAt) - epoch;
	const place = Math.floor(stamp / perWrite);
	return { write: Math.floor(place / perWrite), index: place % perWrite, of: stamp % perWrite };
}

function eventsOf(
	write: number,
	of: number,
	random: () => number,
	given: Partial<NewEvent> = {}
): NewEvent[] {
	return Array.from({ length: of }, (_, index) => ({
		id: newId(),
		stream: streams[Math.floor(random() * streams.length)]!,
		type: 'FollowUpReceived',
		schema: 1,
		on: '2024-01-17',
		recordedAt: stampOf({ write, index, of }),
		by: 'Leyla',
		replica,
		source: null,
		data: { text: 'x'.repeat(Math.floor(random() * 400)) },
		...given
	}));
}

function linkedUp(events: readonly NewEvent[]): Envelope[] {
	let end: ChainHead | undefined;
	return events.map((event) => {
		const placed = linked(event, end, newSalt());
		end = placed.link;
		return placed;
	});
}

/** Chooses what to do next: mostly it appends, as a person does. */
function kindOf(random: number): Kind {
	if (random < 0.8) return 'append';
	if (random < 0.86) return 'cache';
	if (random < 0.91) return 'tidy';
	if (random < 0.95) return 'redaction';
	return random < 0.985 ? 'import' : 'largeImport';
}

async function write(log: Log, known: Envelope[], { seed, nextWrite, inStep }: GoOn): Promise<never> {
	const random = chance(seed);
	const told: Told = { begun: { write: nextWrite - 1, kind: 'tidy' }, acknowledged: [] };
	if (!inStep) void keepTelling(told);
	for (let number = nextWrite; ; number += 1) {
		const kind = kindOf(random());
		told.begun = { write: number, kind };
		if (inStep) await tellOnce(told);
		told.acknowledged.push({ write: number, kind, ...(await writings[kind](log, known, number, random)) });
	}
}

/** Tells how far it is, again and again, beside the writing. */
async function keepTelling(told: Told): Promise<never> {
	for (;;) await tellOnce(told);
}

async function tellOnce({ begun, acknowledged }: Told): Promise<void> {
	await tell('/told', { begun, acknowledged: acknowledged.splice(0) } satisfies Told);
}

type Answer = Pick<Acknowledged, 'position' | 'hash' | 'ids'>;
type Writing = (log: Log, known: Envelope[], write: number, random: () => number) => Promise<Answer>;
const idsOf = (events: readonly { id: string }[]): string[] => events.map(({ id }) => id);
const unmoved: Answer = { position: null, hash: null, ids: [] };

const importing =
	(count: (random: number) => number): Writing =>
	async (log, known, write, random) => {
		const given = { replica: newId(), by: 'Murad' };
		const events = linkedUp(eventsOf(write, count(random()), random, given));
		valueOf(await log.importEvents({ events }));
		const { position, hash } = valueOf(await log.head());
		known.push(...events);
		return { position, hash, ids: idsOf(events) };
	};

async function append(log: Log, known: Envelope[], events: NewEvent[], redacts: string[]): Promise<Answer> {
	const { position: expected } = valueOf(await log.head());
	const appended = valueOf(await log.append({ events, expected, redacts }));
	known.push(...appended.events);
	return { position: appended.head.position, hash: appended.head.hash, ids: idsOf(events) };
}

const writings: Record<Kind, Writing> = {
	append: async (log, known, write, random) =>
		append(log, known, eventsOf(write, 1 + Math.floor(random() * 4), random), []),
	redaction: async (log, known, write, random) => {
		// A redaction itself says nothing that would have to go.
		const facts = known.filter(({ type }) => type !== 'RecordRedacted');
		const target = facts[Math.floor(random() * facts.length)];
		if (!target) return unmoved;
		const data = { event: target.id, reason: 'a name' };
		const given = { stream: target.stream, type: 'RecordRedacted', data };
		return append(log, known, eventsOf(write, 1, random, given), [target.id]);
	},
	tidy: async (log) => {
		valueOf(await log.tidy());
		const { position, hash } = valueOf(await log.head());
		return { position, hash, ids: [] };
	},
	cache: async (log, _known, write, random) => {
		// The whole and all parts say the same as long as they are written together.
		valueOf(await log.cache.set(`${write}`));
		if (random() < 0.5)
			valueOf(await log.cache.setParts(new Map(streams.map((stream) => [stream, `${write}`]))));
		return unmoved;
	},
	import: importing((random) => 3 + Math.floor(random * 40)),
	largeImport: importing((random) => 1001 + Math.floor(random * 200))
};

main().catch((thrown: unknown) => tell('/failed', String(thrown)));
