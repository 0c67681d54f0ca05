import type { Amendment } from '#lib/procedures/amendments.ts';

/** How the cycles of one body run. */
export interface BodyCycles {
	body: string;
	cycles: number;
	/** How many run under which version, the newest version first. */
	versions: readonly (readonly [version: number, cycles: number])[];
	/** How many of them run under amended rules. */
	amended: number;
}

/** Counts the cycles of a body by the version of the procedure they run under. */
export function cyclesOf(
	body: string,
	outlines: Iterable<{ body: string; version: number; amendments: readonly Amendment[] }>
): BodyCycles {
	const own = [...outlines].filter((one) => one.body === body);
	const versions = Map.groupBy(own, ({ version }) => version);
	return {
		body,
		cycles: own.length,
		versions: [...versions]
			.map(([version, cycles]) => [version, cycles.length] as const)
			.sort(([one], [other]) => other - one),
		amended: own.filter(({ amendments }) => amendments.length > 0).length
	};
}
