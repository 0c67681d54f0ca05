import { describe, expect, it } from 'vitest';
import { redact } from '#lib/envelope/chain.ts';
import { commitAfter, commitHash, digestLater, digestOf, linkUp } from './commit.ts';
import { anEvent, elsewhere, here, recordedElsewhere, someEvents } from './fixtures.ts';
import { newHead, type Commit } from './schema.ts';

const salt = () => '00'.repeat(16);
const events = recordedElsewhere([anEvent(), anEvent(), anEvent()]);
const commit: Omit<Commit, 'hash'> = { position: 3, origin: 'person', events };
const before = 'ab'.repeat(32);

describe('the hash of a commit', () => {
	it.each([
		['the one before', commit, 'cd'.repeat(32)],
		['its position', { ...commit, position: 4 }, before],
		['how it came in', { ...commit, origin: 'import' as const }, before],
		['the order of its events', { ...commit, events: events.toReversed() }, before],
		['each of its events', { ...commit, events: events.slice(0, 2) }, before],
		['an event more', { ...commit, events: [...events, ...recordedElsewhere([anEvent()])] }, before]
	])('depends on %s', (_title, other, previous) => {
		expect(commitHash(other, previous)).not.toBe(commitHash(commit, before));
	});

	it('depends on what an event without a link says', () => {
		const [one, other] = [anEvent(), anEvent()];
		const of = (event: typeof one) => commitHash({ ...commit, events: [event] }, before);
		expect(of(one)).toBe(of({ ...one }));
		expect(of(one)).not.toBe(of(other));
		expect(of(one)).not.toBe(of({ ...one, data: { sections: ['I'] } }));
	});

	it('stays when a content is redacted, with or without a link', () => {
		const unlinked = anEvent();
		const whole = { ...commit, events: [...events, unlinked] };
		const redacted = { ...commit, events: [events[0]!, redact(events[1]!), events[2]!, redact(unlinked)] };
		expect(commitHash(redacted, before)).toBe(commitHash(whole, before));
	});

	it('is the same with the digest that the browser has taken', async () => {
		const digest = await digestLater(events);
		expect(digest).toBe(digestOf({ events }));
		expect(commitHash(commit, before, digest)).toBe(commitHash(commit, before));
		expect(await digestLater([...events, anEvent()])).not.toBe(digest);
	});

	it('stays when its events are removed and only their hashes are left', () => {
		const removed = events.map(({ link }) => link!.hash);
		expect(commitHash({ ...commit, events: [], removed }, before)).toBe(commitHash(commit, before));
		expect(commitHash({ ...commit, events: [], removed: removed.slice(1) }, before)).not.toBe(
			commitHash(commit, before)
		);
	});
});

describe('the log after a commit', () => {
	it('has moved on by one, and knows the ends of the chains', () => {
		const first = commitAfter(newHead, 'import', events);
		expect(first.head).toEqual({
			...newHead,
			position: 1,
			hash: first.commit.hash,
			events: 3,
			tail: 3,
			chains: { [elsewhere]: { sequence: 3, hash: events[2]!.link!.hash } }
		});
		const second = commitAfter(first.head, 'person', linkUp([anEvent()], first.head.chains, salt));
		expect(second.commit).toMatchObject({ position: 2, hash: commitHash(second.commit, first.commit.hash) });
		expect(Object.keys(second.head.chains)).toEqual([elsewhere, here]);
	});

	it('keeps the end of a chain where something earlier of it comes in', () => {
		const { head } = commitAfter(newHead, 'import', [events[2]!, events[0]!]);
		expect(commitAfter(head, 'import', [events[1]!]).head.chains).toEqual(head.chains);
		expect(head.chains[elsewhere]?.sequence).toBe(3);
	});

	it('names each stream of the worked example once, and none of anything else', () => {
		const { head } = commitAfter(newHead, 'workedExample', someEvents(9));
		expect(head.workedExample).toHaveLength(7);
		expect(commitAfter(head, 'person', someEvents(9)).head.workedExample).toEqual(head.workedExample);
	});

	it('is not the log before, which stays as it was', () => {
		const head = structuredClone(newHead);
		commitAfter(head, 'workedExample', events);
		expect(head).toEqual(newHead);
	});
});

describe('linking events up', () => {
	it('puts each at the end of the chain of its replica', () => {
		const ends = { [elsewhere]: { sequence: 3, hash: before } };
		const linked = linkUp([anEvent(), anEvent({ replica: elsewhere }), anEvent()], ends, salt);
		expect(linked.map(({ link }) => link)).toMatchObject([
			{ sequence: 1, previous: null },
			{ sequence: 4, previous: before },
			{ sequence: 2, previous: linked[0]!.link!.hash }
		]);
	});

	it('leaves those alone that have a place', () => {
		expect(linkUp(events, {}, salt)).toEqual(events);
	});
});
