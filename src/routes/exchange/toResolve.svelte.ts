import type { Anomaly, Timeline } from '#lib/cycle/timeline/fold.ts';
import type { OddCycle } from '#lib/ui/exchange/toResolve.ts';
import type { Workspace } from '#lib/workspace/workspace.svelte.ts';

/** Of so many cycles it is shown at first what does not fit, and of so many more each time one asks. */
const pageSize = 30;

/** The cycles in which something does not fit. */
const oddStreams = ({ outlinesNow }: Workspace): string[] =>
	[...outlinesNow.values()].filter(({ anomalies }) => anomalies > 0).map(({ stream }) => stream);

/** What is in the record and does not fit, read cycle by cycle. */
export class ToResolve {
	readonly #workspace: Workspace;
	/** The last asking, so that an answer to one before it is not taken. */
	#asked = 0;
	#wanted = $state(pageSize);
	#cycles = $state.raw<readonly OddCycle[]>([]);
	#more = $state.raw(0);

	constructor(workspace: Workspace) {
		this.#workspace = workspace;
	}

	get cycles(): readonly OddCycle[] {
		return this.#cycles;
	}
	/** How many cycles are not shown. */
	get more(): number {
		return this.#more;
	}

	showMore(): void {
		this.#wanted += pageSize;
	}

	/** Reads them. To be called again whenever the cycles change; whoever does so in an effect is told when more are wanted. */
	async load(): Promise<void> {
		const asked = ++this.#asked;
		const streams = oddStreams(this.#workspace);
		const wanted = streams.slice(0, this.#wanted);
		const cycles = wanted.length > 0 ? await this.#read(new Set(wanted)) : [];
		if (asked !== this.#asked) return;
		this.#cycles = cycles;
		this.#more = streams.length - wanted.length;
	}

	async #read(streams: ReadonlySet<string>): Promise<OddCycle[]> {
		const [events, { foldCycle }] = await Promise.all([
			this.#workspace.eventsOf(streams),
			import('#lib/cycle/timeline/fold.ts')
		]);
		if (!events.ok) return [];
		const byStream = Map.groupBy(events.value, ({ stream }) => stream);
		return [...byStream].flatMap(([stream, ofStream]): OddCycle[] => {
			const folded = foldCycle(stream, ofStream);
			if ('kind' in folded) return [];
			const entries = anomaliesOf(folded).map((anomaly) => ({
				anomaly,
				event: ofStream.find(({ id }) => id === idOf(anomaly))
			}));
			return entries.length > 0 ? [{ stream, entries }] : [];
		});
	}
}

/** What was taken out on purpose needs nobody's attention. */
const anomaliesOf = ({ anomalies }: Timeline): Anomaly[] =>
	anomalies.filter((anomaly) => anomaly.kind !== 'unread' || anomaly.why.kind !== 'redacted');

const idOf = (anomaly: Anomaly): string =>
	anomaly.kind === 'unread' ? anomaly.envelope.id : anomaly.event.id;
