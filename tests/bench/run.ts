import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { haveChromium } from '../support/chromium.ts';
import { Lane, ready } from './lane.ts';
import { measureAppends } from './measures/appending.ts';
import { measureImports } from './measures/importing.ts';
import { measureSlider } from './measures/sliding.ts';
import { measureStarts } from './measures/starting.ts';
import type { Listed } from './page/bench.ts';
import { installPeers } from './installPeers.ts';
import { Profile } from './profile.ts';
import { reportOf } from './report/report.ts';
import { buildAndServe } from './site.ts';
import { full } from '../world/world.ts';

/**
 * Measures the log against bare IndexedDB and against libraries, side by side in one run (`npm run bench:log`).
 *
 * - `--events 25000`: a smaller world
 * - `--rounds 3`: how often an import is repeated; a start twice as often
 * - `--only servanda,idb`: the contenders whose names hold one of these
 */
const { values } = parseArgs({
	options: {
		events: { type: 'string', default: `${full.events}` },
		rounds: { type: 'string', default: '3' },
		only: { type: 'string', default: '' }
	}
});
const [events, rounds] = [Number(values.events), Number(values.rounds)];
const wanted = values.only.toLowerCase().split(',');

haveChromium();
installPeers();
const site = await buildAndServe();
const lanes: Lane[] = [];
// The machine's own, since what else it does is in every figure.
const load = { before: loadavg()[0]!, after: 0 };

try {
	const { listed, browser } = await look(site.url);
	lanes.push(
		...listed
			.filter(({ name }) => wanted.some((part) => name.toLowerCase().includes(part)))
			.map((contender) => new Lane(contender, site.url, events))
	);
	const imports = await measureImports(lanes, rounds);
	const starts = await measureStarts(lanes, 2 * rounds);
	const appends = await measureAppends(lanes);
	const ours = lanes.find(({ contender }) => contender.place.file.endsWith('/ours.ts'));
	const slider = ours && (await measureSlider(ours));
	load.after = loadavg()[0]!;
	const machine = { browser, cores: cpus().length, processor: cpus()[0]?.model, load };
	const report = reportOf(lanes, { imports, starts, appends, slider }, events);
	console.log(report.text);
	console.log(
		`\nChromium ${browser}, ${machine.cores} cores, load ${load.before} before, ${load.after} after`
	);
	const results = join(import.meta.dirname, '../../test-results');
	mkdirSync(results, { recursive: true });
	const content = { machine, events, aims: report.aims, imports, starts, appends, slider };
	writeFileSync(join(results, 'bench-log.json'), `${JSON.stringify(content, null, '\t')}\n`);
} finally {
	for (const { profile } of lanes) await profile.remove();
	await site.close();
}

/** Asks a page who takes part, and the browser which one it is. */
async function look(url: string): Promise<{ listed: Listed[]; browser: string }> {
	const profile = new Profile();
	await profile.empty();
	const { page, leave } = await profile.visit(url);
	try {
		await ready(page);
		const listed = await page.evaluate(() => window.bench!.list());
		return { listed, browser: page.context().browser()?.version() ?? '' };
	} finally {
		await leave();
		await profile.remove();
	}
}
