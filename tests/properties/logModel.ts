import { redact } from '#lib/envelope/chain.ts';
import type { Envelope } from '#lib/envelope/envelope.ts';
import type { Head } from '#lib/log/index.ts';

/** A commit as the model keeps it. */
interface Kept {
	events: Envelope[];
	touched: string[];
	/** Which the log stated after it. */
	hash: string;
	origin: 'person' | 'import' | 'workedExample' | 'upkeep';
}

/** What a log is to tell, kept in memory in the plainest way: a list of commits. */
export class LogModel {
	readonly commits: Kept[] = [];
	/** So many commits are packed. */
	#packed = 0;
	redacted: string[] = [];
	chains: Head['chains'] = {};
	cached: { whole: unknown; parts: Map<string, unknown> } = { whole: undefined, parts: new Map() };

	get events(): Envelope[] {
		return this.commits.flatMap(({ events }) => events);
	}
	/** How many events are not packed. */
	get tail(): number {
		return this.commits.slice(this.#packed).flatMap(({ events }) => events).length;
	}
	get streams(): string[] {
		return [...new Set(this.events.map(({ stream }) => stream))];
	}
	get exampleStreams(): string[] {
		const example = this.commits.filter(({ origin }) => origin === 'workedExample');
		return [...new Set(example.flatMap(({ events }) => events.map(({ stream }) => stream)))];
	}

	head(): Omit<Head, 'hash' | 'segments'> {
		return {
			position: this.commits.length,
			events: this.events.length,
			tail: this.tail,
			chains: this.chains,
			workedExample: this.exampleStreams,
			redacted: this.redacted
		};
	}

	/** What changed after a position, and when it last did. */
	changedAfter(position: number): Map<string, number> {
		const recent = this.commits.slice(position);
		return new Map(
			recent.flatMap(({ events, touched }, index) =>
				[...touched, ...events.map(({ stream }) => stream)].map(
					(stream) => [stream, position + 1 + index] as const
				)
			)
		);
	}

	add(origin: Kept['origin'], events: readonly Envelope[], touched: readonly string[] = []): void {
		this.commits.push({ origin, events: [...events], touched: [...touched], hash: '' });
		for (const { replica, link } of events)
			if (link && link.sequence > (this.chains[replica]?.sequence ?? 0))
				this.chains = { ...this.chains, [replica]: { sequence: link.sequence, hash: link.hash } };
	}

	/** Takes contents out; gives the streams of all that are there. */
	redact(ids: readonly string[]): string[] {
		const streams = new Set<string>();
		for (const commit of this.commits)
			commit.events = commit.events.map((event) => {
				if (!ids.includes(event.id)) return event;
				streams.add(event.stream);
				return redact(event);
			});
		this.forgetCached();
		return [...streams];
	}

	/** Notes that these are redacted, and are to be when they come. */
	noteRedacted(ids: readonly string[]): void {
		this.redacted = [...new Set([...this.redacted, ...ids])];
	}

	/** Packs the tail, which adds no commit by itself. */
	pack(): void {
		this.#packed = this.commits.length;
	}

	/** Takes the worked example out; gives how many events are gone. */
	removeExample(): number {
		const example = this.commits.filter(({ origin }) => origin === 'workedExample');
		const gone = example.flatMap(({ events }) => events);
		const streams = this.exampleStreams;
		const replicas = new Set(gone.map(({ replica }) => replica));
		for (const commit of example) commit.events = [];
		this.chains = Object.fromEntries(
			Object.entries(this.chains).filter(([replica]) => !replicas.has(replica))
		);
		this.add('workedExample', [], streams);
		this.forgetCached();
		return gone.length;
	}

	forgetCached(): void {
		this.cached = { whole: undefined, parts: new Map() };
	}
}
