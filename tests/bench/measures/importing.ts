import type { Lane } from '../lane.ts';
import { within } from '../profile.ts';
import type { Entry } from '../report/entry.ts';
import { sizeOf } from '../../world/world.ts';

/** How long one import may take, in milliseconds; the slower try a tenth, and then a tenth of that. */
const patience = 150_000;
const leastEvents = 1_000;

/**
 * Imports a whole log into an empty database, each contender in turn and all of that again: what slows the
 * machine down slows all of them down. The last round leaves what the later measures begin with.
 */
export async function measureImports(lanes: readonly Lane[], rounds: number): Promise<Entry[]> {
	const times = new Map(lanes.map((lane) => [lane, [] as number[]]));
	for (let round = 0; round < rounds; round += 1)
		for (const lane of lanes) {
			const { takesPart, slow } = lane.contender;
			const once = slow || !takesPart.includes('import');
			if (lane.failed || (once && round > 0)) continue;
			const taken = await importAnew(lane);
			if (taken === undefined) continue;
			console.log(`  import: ${lane.name}: ${Math.round(taken)} ms, ${lane.size.events} events`);
			times.get(lane)!.push(taken);
		}
	return lanes
		.filter(({ contender }) => contender.takesPart.includes('import'))
		.map((lane) => ({
			name: lane.name,
			events: lane.size.events,
			rounds: times.get(lane)!,
			...(lane.failed && { failed: lane.failed })
		}));
}

async function importAnew(lane: Lane): Promise<number | undefined> {
	await lane.profile.empty();
	lane.further = 0;
	const { page, leave } = await lane.work();
	const { place } = lane.contender;
	const args = { place, size: lane.size };
	try {
		const taken = await within(
			patience,
			page.evaluate(({ place, size }) => window.bench!.import(place, size), args)
		);
		if (taken !== 'tooLong') return taken;
	} catch (thrown) {
		lane.failed = String(thrown);
		return undefined;
	} finally {
		await leave();
	}
	console.log(`  import: ${lane.name}: not in ${patience} ms, ${lane.size.events} events`);
	lane.size = sizeOf(Math.floor(lane.size.events / 10));
	if (lane.size.events >= leastEvents) return importAnew(lane);
	lane.failed = 'too slow for any size';
	return undefined;
}
