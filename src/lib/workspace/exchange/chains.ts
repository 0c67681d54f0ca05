import type { ChainHead } from '#lib/envelope/chain.ts';
import type { Envelope } from '#lib/envelope/envelope.ts';
import type { Heads } from '#lib/exchange/bundle/bundle.ts';

/** The chain of one device as a file has it, held against the same chain here. */
export interface ChainInFile {
	replica: string;
	/** Who recorded on that device, as they called themselves; at most three, the last first. */
	by: string[];
	/** How many of its events are in the file. */
	events: number;
	/** Where the chain ended for whoever wrote the file. */
	end: ChainHead;
	/** Where it ends here; 0 where nothing of it is here. */
	here: number;
	/** How many of its events are new here. */
	fresh: number;
	/** How many places of it, between its end here and its end in the file, the file does not hold. */
	missing: number;
	/** Whether what is new goes on from what is here: false where the two have grown apart. */
	connects: boolean;
}

/** So many names are told of one device. */
const mostNames = 3;

/**
 * The chains that a file speaks of.
 * @param heads where each ended, as the file says
 * @param fresh those of its events that are new here
 * @param here where each chain ends here
 */
export function chainsIn(
	events: readonly Envelope[],
	heads: Heads,
	fresh: readonly Envelope[],
	here: Readonly<Record<string, ChainHead>>
): ChainInFile[] {
	const ofReplica = Map.groupBy(
		events.filter(({ link }) => link),
		({ replica }) => replica
	);
	const news = Map.groupBy(fresh, ({ replica }) => replica);
	const replicas = new Set([...Object.keys(heads), ...ofReplica.keys()]);
	return [...replicas].map((replica) => {
		const inFile = ofReplica.get(replica) ?? [];
		const ends = here[replica];
		const last = inFile.reduce(further, heads[replica] ?? { sequence: 0, hash: '' });
		const after = (news.get(replica) ?? []).filter(
			({ link }) => link && link.sequence > (ends?.sequence ?? 0)
		);
		const next = after.find(({ link }) => link!.sequence === (ends?.sequence ?? 0) + 1);
		const parted = last.sequence === ends?.sequence && last.hash !== ends.hash;
		return {
			replica,
			by: namesOf(inFile),
			events: inFile.length,
			end: last,
			here: ends?.sequence ?? 0,
			fresh: news.get(replica)?.length ?? 0,
			missing: Math.max(0, last.sequence - (ends?.sequence ?? 0) - after.length),
			connects: !parted && (!next || next.link!.previous === (ends?.hash ?? null))
		};
	});
}

const further = (end: ChainHead, { link }: Envelope): ChainHead =>
	link && link.sequence > end.sequence ? { sequence: link.sequence, hash: link.hash } : end;

function namesOf(events: readonly Envelope[]): string[] {
	const names = new Set<string>();
	for (let index = events.length - 1; index >= 0 && names.size < mostNames; index -= 1)
		if (events[index]!.by) names.add(events[index]!.by);
	return [...names];
}
