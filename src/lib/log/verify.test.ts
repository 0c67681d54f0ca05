import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { eventHash, redact } from '#lib/envelope/chain.ts';
import type { Envelope } from '#lib/envelope/envelope.ts';
import { commitAfter } from './commit.ts';
import { anEvent, elsewhere, recordedElsewhere, someEvents } from './fixtures.ts';
import { newHead, type Commit } from './schema.ts';
import { missingIn, newVerification, verifyCommits, verifyEvent, type ChainSeen } from './verify.ts';

const chain = recordedElsewhere(someEvents(12));

/** Commits of these events, each of so many. */
function commitsOf(events: readonly Envelope[], sizes: readonly number[] = [3, 1, 2, 5, 1]): Commit[] {
	let head = newHead;
	let at = 0;
	return sizes.map((size) => {
		const next = commitAfter(head, 'import', events.slice(at, (at += size)));
		head = next.head;
		return next.commit;
	});
}
const commits = commitsOf(chain);

function seenOf(...parts: (readonly Commit[])[]) {
	let verification = newVerification();
	for (const part of parts) {
		verifyCommits(verification, part);
		verification = JSON.parse(JSON.stringify(verification));
	}
	return verification;
}
const findingsOf = (...parts: (readonly Commit[])[]) => seenOf(...parts).findings;

/** Commits of which one event has become another. */
const withEvent = (index: number, change: (event: Envelope) => Envelope): Commit[] =>
	commits.map((commit) => ({
		...commit,
		events: commit.events.map((event) => (event.id === chain[index]!.id ? change(event) : event))
	}));
const whatEventsSay = (events: readonly Envelope[]) => {
	const verification = newVerification();
	events.forEach((event) => verifyEvent(verification, event));
	return verification;
};

describe('a verification', () => {
	it('finds nothing in what is as it was written, and has seen all of it', () => {
		expect(seenOf(commits)).toEqual({
			...newVerification(),
			position: 5,
			hash: commits.at(-1)!.hash,
			events: 12,
			chains: {
				[elsewhere]: {
					ranges: [[1, 12]],
					ends: {
						1: { hash: chain[0]!.link!.hash, previous: null },
						12: { hash: chain[11]!.link!.hash, previous: chain[10]!.link!.hash }
					},
					redacted: 0
				}
			}
		});
	});

	it('put down at any place, and at any two, goes on as if it had not been', () => {
		const whole = seenOf(commits);
		for (let one = 0; one <= commits.length; one += 1)
			for (let two = one; two <= commits.length; two += 1)
				expect(seenOf(commits.slice(0, one), commits.slice(one, two), commits.slice(two))).toEqual(whole);
	});

	it('looks at nothing twice where commits come again', () => {
		expect(seenOf(commits.slice(0, 4), commits.slice(2))).toEqual(seenOf(commits));
	});

	it('counts what is redacted, and finds nothing against it', () => {
		const redacted = withEvent(4, redact);
		expect(seenOf(redacted)).toMatchObject({ findings: [], chains: { [elsewhere]: { redacted: 1 } } });
	});
});

describe('an event that was changed', () => {
	it.each<[string, Partial<Envelope>]>([
		['id', { id: anEvent().id }],
		['stream', { stream: 'CMW/AZE/99' }],
		['type', { type: 'FollowUpRequested' }],
		['schema', { schema: 2 }],
		['on', { on: '2024-01-18' }],
		['recordedAt', { recordedAt: '2024-01-18T09:00:00.001Z' }],
		['by', { by: 'Murad' }],
		['source', { source: null }],
		['data', { data: { sections: ['I'] } }],
		['corrects', { corrects: anEvent().id }],
		['link', { link: { ...chain[4]!.link!, salt: 'ff'.repeat(16) } }]
	])('is found by its %s', (_field, change) => {
		const changed = { ...chain[4]!, ...change };
		expect(findingsOf(withEvent(4, () => changed))).toEqual([{ kind: 'changed', event: changed }]);
	});

	it('and given to another installation is found, and its chain lacks it', () => {
		const replica = anEvent().id;
		const changed = { ...chain[4]!, replica };
		const seen = seenOf(withEvent(4, () => changed));
		expect(seen.findings).toEqual([{ kind: 'changed', event: changed }]);
		expect(missingIn(seen.chains[elsewhere]!)).toEqual([[5, 5]]);
	});

	it('with its hash is found by its neighbour and by its commit', () => {
		const forge = (event: Envelope): Envelope => {
			const changed = { ...event, by: 'Murad' };
			return { ...changed, link: { ...changed.link!, hash: eventHash(changed) } };
		};
		expect(findingsOf(withEvent(4, forge))).toEqual([
			{ kind: 'unconnected', event: chain[5] },
			{ kind: 'broken', position: 3 }
		]);
	});

	it('without a link is found by its commit', () => {
		const events = [anEvent(), anEvent(), anEvent()];
		const [first, second] = commitsOf(events, [2, 1]);
		const changed = { ...first!, events: [events[0]!, { ...events[1]!, by: 'Murad' }] };
		expect(seenOf([changed, second!])).toMatchObject({
			unlinked: 3,
			findings: [{ kind: 'broken', position: 1 }]
		});
	});
});

describe('commits that are not those that were written', () => {
	const broken = (position: number) => ({ kind: 'broken', position });

	it('are found once each, where one was dropped', () => {
		for (let dropped = 1; dropped < commits.length; dropped += 1) {
			const left = commits.filter(({ position }) => position !== dropped);
			expect(findingsOf(left).filter(({ kind }) => kind === 'broken')).toEqual([broken(dropped + 1)]);
		}
	});

	it.each<[string, (commit: Commit) => Commit]>([
		['how it came in', (commit) => ({ ...commit, origin: 'person' })],
		['the order of its events', (commit) => ({ ...commit, events: commit.events.toReversed() })],
		['an event more', (commit) => ({ ...commit, events: [...commit.events, anEvent()] })],
		['an event less', (commit) => ({ ...commit, events: commit.events.slice(1) })],
		['hashes in place of its events', (commit) => ({ ...commit, removed: ['00'] })]
	])('are found where one has another %s', (_title, change) => {
		const changed = commits.map((commit) => (commit.position === 3 ? change(commit) : commit));
		expect(findingsOf(changed).filter(({ kind }) => kind === 'broken')).toEqual([broken(3)]);
	});

	it('are found where one has another hash, and with it the one that follows', () => {
		const changed = commits.map((commit) => (commit.position === 3 ? { ...commit, hash: '00' } : commit));
		expect(findingsOf(changed)).toEqual([broken(3), broken(4)]);
	});

	it('are found where one cannot be read whole, and the rest of it is looked at', () => {
		const damaged = commits.map((commit) =>
			commit.position === 3 ? { ...commit, events: [null as never, commit.events[1]!] } : commit
		);
		const seen = seenOf(damaged);
		expect(seen.findings).toEqual([{ kind: 'unreadable', first: 3, last: 3 }]);
		expect(missingIn(seen.chains[elsewhere]!)).toEqual([[5, 5]]);
		const none = commits.map((commit) =>
			commit.position === 3 ? { ...commit, events: 'gone' as never } : commit
		);
		expect(findingsOf(none)).toEqual([{ kind: 'unreadable', first: 3, last: 3 }]);
	});
});

describe('a chain', () => {
	it('that a copy of its installation went on with as well is forked', () => {
		const [there, after] = recordedElsewhere(someEvents(2), chain[6]!.link);
		expect(whatEventsSay([...chain, there!, after!]).findings).toEqual([
			{ kind: 'forked', event: there },
			{ kind: 'forked', event: after }
		]);
		// Where only a part of the one side is here, what follows is seen to stand on the other.
		expect(whatEventsSay([...chain.slice(0, 8), there!, after!]).findings).toEqual([
			{ kind: 'forked', event: there },
			{ kind: 'unconnected', event: after }
		]);
	});

	it('has its first event at its first place only', () => {
		const [first] = recordedElsewhere([anEvent()]);
		const link = { ...first!.link!, previous: '00'.repeat(32) };
		const forged = { ...first!, link: { ...link, hash: eventHash({ ...first!, link }) } };
		expect(whatEventsSay([forged]).findings).toEqual([{ kind: 'unconnected', event: forged }]);
	});

	const arrival = fc.shuffledSubarray(chain);

	it('is seen the same in whatever order its events came, with just what is missing', () => {
		fc.assert(
			fc.property(arrival, (events) => {
				const seen = whatEventsSay(events);
				expect(seen.findings).toEqual([]);
				const here = events.map(({ link }) => link!.sequence);
				const last = Math.max(0, ...here);
				const missing = Array.from({ length: last }, (_, index) => index + 1).filter(
					(place) => !here.includes(place)
				);
				const told: ChainSeen = seen.chains[elsewhere] ?? { ranges: [], ends: {}, redacted: 0 };
				expect(
					missingIn(told).flatMap(([from, to]) => Array.from({ length: to - from + 1 }, (_, i) => from + i))
				).toEqual(missing);
				const inOrder = whatEventsSay(events.toSorted((a, b) => a.link!.sequence - b.link!.sequence));
				expect(seen).toEqual(inOrder);
				const places = told.ranges.flat();
				expect(Object.keys(told.ends).map(Number)).toEqual([...new Set(places)].sort((a, b) => a - b));
			}),
			{ numRuns: 300 }
		);
	});

	it('of which one event was forged is found out, in whatever order they came', () => {
		fc.assert(
			fc.property(
				fc.shuffledSubarray(chain, { minLength: chain.length }),
				fc.nat(chain.length - 2),
				(events, index) => {
					const { id } = chain[index]!;
					const forged = events.map((event) => {
						if (event.id !== id) return event;
						const changed = { ...event, by: 'Murad' };
						return { ...changed, link: { ...changed.link!, hash: eventHash(changed) } };
					});
					expect(whatEventsSay(forged).findings).toMatchObject([{ kind: 'unconnected' }]);
				}
			),
			{ numRuns: 300 }
		);
	});
});
