import { expect } from '@playwright/test';
import type { Acknowledged, Found, Told } from './messages.ts';

/** What became of writes that were begun and not acknowledged when the browser was killed. */
export interface InFlight {
	found: number;
	notFound: number;
}

/** What was acknowledged to the test, and so must be there whatever happens. */
export class Ledger {
	readonly #acknowledged = new Map<number, Acknowledged>();
	#begun: Told['begun'] = { write: 0, kind: 'tidy' };
	/** The ids of the events that were there the last time. */
	#before: string[] = [];
	#deleted = 0;
	readonly inFlight: InFlight = { found: 0, notFound: 0 };

	get acknowledged(): number {
		return this.#acknowledged.size;
	}

	/** How many writes were acknowledged and found, those included that the browser has deleted later. */
	get kept(): number {
		return this.#deleted + this.#acknowledged.size;
	}

	hear({ begun, acknowledged }: Told): void {
		this.#begun = begun;
		for (const one of acknowledged) this.#acknowledged.set(one.write, one);
	}

	/** Holds what was found against what was acknowledged. Gives the number of the next write. */
	check(found: Found): number {
		expect(found.damaged).toBe(0);
		expect(found.findings).toEqual([]);
		expect(found.isCacheWhole).toBe(true);
		this.#checkCommits(found);
		const writes = wholeWrites(found);
		this.#checkAcknowledged(found, writes);

		const ids = found.events.map(({ id }) => id);
		expect(same(ids.slice(0, this.#before.length), this.#before), 'what was there once is there still').toBe(
			true
		);
		this.#before = ids;
		const redacted = new Set(found.events.map(({ redacts }) => redacts));
		const halfRedacted = found.events.filter(({ id, isRedacted }) => isRedacted !== redacted.has(id));
		expect(halfRedacted, 'redacted, and not said so, or the other way round').toEqual([]);
		return this.#settle(writes);
	}

	/** What the browser has deleted no log could keep. Whatever else is lost, is lost by ours. */
	beginAnew(): void {
		this.#deleted += this.#acknowledged.size;
		this.#acknowledged.clear();
		this.#before = [];
		this.#begun = { ...this.#begun, kind: 'tidy' };
	}

	#checkCommits({ commits, head, events }: Found): void {
		const gaps = commits.filter(([position], index) => position !== index + 1);
		expect(gaps, 'positions follow each other').toEqual([]);
		const [position, hash] = commits.at(-1) ?? [0, ''];
		expect(head).toMatchObject({ position, hash, events: events.length });
		expect(commits.reduce((sum, [, , count]) => sum + count, 0)).toBe(events.length);
	}

	#checkAcknowledged({ commits }: Found, writes: ReadonlyMap<number, string[]>): void {
		const lost = [...this.#acknowledged.values()].filter(
			({ write, ids, position, hash }) =>
				!same(writes.get(write) ?? [], ids) ||
				(position !== null && position > 0 && commits[position - 1]?.[1] !== hash)
		);
		expect(lost, 'acknowledged, and not there as it was').toEqual([]);
	}

	/** Counts what became of the writes in flight; those that are there are there for good from now on. */
	#settle(writes: ReadonlyMap<number, string[]>): number {
		const { write, kind } = this.#begun;
		const unheard = [...writes.keys()].filter((one) => !this.#acknowledged.has(one));
		this.inFlight.found += unheard.length;
		const hasEvents = kind !== 'tidy' && kind !== 'cache';
		if (hasEvents && write > 0 && !writes.has(write) && !this.#acknowledged.has(write))
			this.inFlight.notFound += 1;
		for (const one of unheard)
			this.#acknowledged.set(one, {
				...{ write: one, kind: 'append', position: null, hash: null },
				ids: writes.get(one)!
			});
		const next = Math.max(write, ...writes.keys(), ...this.#acknowledged.keys()) + 1;
		this.#begun = { write: next - 1, kind: 'tidy' };
		return next;
	}
}

/** The ids of each write, by its number. Every one is whole and in one piece, and they stand in order. */
function wholeWrites({ events }: Found): Map<number, string[]> {
	const writes = new Map<number, string[]>();
	const wrong = events.filter(({ id, write, index, of }, place) => {
		const ids = writes.get(write) ?? [];
		writes.set(write, [...ids, id]);
		const before = events[place - 1];
		const follows = index === 0 ? !before || before.write < write : before?.write === write;
		const ends = index === of - 1 || events[place + 1]?.write === write;
		return ids.length !== index || !follows || !ends;
	});
	expect(wrong, 'events that are not in their place').toEqual([]);
	return writes;
}

const same = (one: readonly string[], other: readonly string[]): boolean =>
	one.length === other.length && one.every((item, index) => item === other[index]);
