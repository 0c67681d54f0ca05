import { existsSync } from 'node:fs';
import { loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import { haveChromium } from '../support/chromium.ts';
import { built } from '../support/site.ts';
import { installPeers } from './installPeers.ts';
import { Lane } from './lane.ts';
import { memoryOf } from './measures/memory.ts';
import { serveApp } from './monitorSite.ts';
import { below, sentence } from './report/aims.ts';
import { median, quantile } from './report/statistics.ts';
import { buildAndServe } from './site.ts';
import { full } from '../world/world.ts';

/**
 * Measures the monitor in the built app, over an invented world, in Chromium (`npm run bench:monitor`).
 *
 * - `--events 25000`: a smaller world
 * - `--rounds 5`: how often the page is opened
 */
const { values } = parseArgs({
	options: {
		events: { type: 'string', default: `${full.events}` },
		rounds: { type: 'string', default: '5' }
	}
});

haveChromium();
installPeers();
if (!existsSync(built)) throw new Error('Nothing is built yet: npm run build');
const before = loadavg()[0]!;
const { lane, port } = await importedWorld(Number(values.events));
const app = await serveApp(port);
try {
	const monitor = `${app.url}monitor?asOf=2026-11-01`;
	const [opened, desk]: [number[], number[]] = [[], []];
	// The first opening installs the app; those that count find it there.
	await open(monitor, 'canvas');
	for (let round = 0; round < Number(values.rounds); round += 1) {
		opened.push(await open(monitor, 'canvas'));
		desk.push(await open(`${app.url}?asOf=2026-11-01`, 'h1'));
	}
	const { page, leave } = await lane.profile.visit(monitor);
	await page.waitForSelector('canvas');
	await page.waitForTimeout(3_000);
	const frames = await page.evaluate(slide);
	const narrowing = [];
	for (const years of ['5', '', '10', '', '1', ''])
		narrowing.push(await page.evaluate(narrow, { label: 'Overdue for longer than', value: years }));
	await page.goto(`${monitor}&as=late`);
	await page.waitForSelector('tbody th');
	await page.waitForTimeout(3_000);
	const sorting = [];
	for (const order of ['state', 'latest', 'body', 'urgency'])
		sorting.push(await page.evaluate(narrow, { label: 'Order', value: order }));
	const scrolled = await page.evaluate(scroll);
	const memory = await memoryOf(page);
	await leave();

	const figures = (name: string, taken: readonly number[]) =>
		console.log(`${name}: median ${median(taken).toFixed(1)}, p95 ${quantile(taken, 0.95).toFixed(1)} ms`);
	console.log(`${values.events} events`);
	figures('opening to the picture', opened);
	figures('opening the desk, for comparison', desk);
	figures('a frame of the slider', frames);
	figures('narrowing to paint', narrowing);
	figures('sorting to paint', sorting);
	figures('a frame of scrolling', scrolled);
	console.log(`memory: ${memory.whole.toFixed(0)} MB, of it ${memory.heap.toFixed(0)} MB of objects`);
	console.log(`load ${before} before, ${loadavg()[0]} after\n`);
	for (const aim of [
		below('opening to the picture, ms', 1_000, median(opened)),
		below('95 of 100 frames of the slider, ms', 20, quantile(frames, 0.95)),
		below('narrowing to paint, ms', 100, median(narrowing)),
		below('sorting to paint, ms', 100, median(sorting)),
		below('95 of 100 frames of scrolling, ms', 20, quantile(scrolled, 0.95))
	])
		console.log(sentence(aim));
} finally {
	await lane.profile.remove();
	await app.close();
}

/** A browser's profile that holds the world and what it was folded to, at the address the app will have. */
async function importedWorld(events: number): Promise<{ lane: Lane; port: number }> {
	const site = await buildAndServe();
	const place = { file: './contenders/ours.ts', index: 0 };
	const contender = {
		name: 'Servanda',
		place,
		takesPart: [],
		baselineOf: [],
		slow: false,
		peer: false,
		situations: []
	};
	const lane = new Lane(contender, site.url, events);
	await lane.profile.empty();
	const { page, leave } = await lane.work();
	const listed = await page.evaluate(() => window.bench!.list());
	const ours = listed.find(({ name }) => name === 'Servanda')!;
	await page.evaluate(({ place, size }) => window.bench!.import(place, size), {
		place: ours.place,
		size: lane.size
	});
	const holding = lane.holding;
	await page.evaluate(({ place, holding }) => window.bench!.arrange(place, 'warm cache', holding), {
		place: ours.place,
		holding
	});
	await leave();
	await site.close();
	return { lane, port: Number(new URL(site.url).port) };
}

/** Opens an address in a browser of its own; gives how long it took until something was painted. */
async function open(address: string, selector: string): Promise<number> {
	const { page, leave } = await lane.profile.visit('about:blank');
	await page.addInitScript(watch, selector);
	await page.goto(address);
	const handle = await page.waitForFunction(() => (window as Watched).painted);
	const painted = await handle.jsonValue();
	// What the app does once it stands, such as to install its worker.
	await page.waitForTimeout(1_500);
	await leave();
	return painted!;
}

type Watched = Window & typeof globalThis & { painted?: number };

/** Notes when something was painted for the first time; a canvas once it has been drawn on. */
function watch(selector: string): void {
	const look = () => {
		const found = document.querySelector(selector);
		const isThere = found && (!(found instanceof HTMLCanvasElement) || found.height > 200);
		if (!isThere) return void requestAnimationFrame(look);
		const { port1, port2 } = new MessageChannel();
		port1.onmessage = () => ((window as Watched).painted = performance.now());
		requestAnimationFrame(() => port2.postMessage(null));
	};
	requestAnimationFrame(look);
}

/** Moves the slider through six years, a step in every frame; gives how long each frame took. */
async function slide(): Promise<number[]> {
	const slider = document.querySelector<HTMLInputElement>('input[type=range]')!;
	const begun = slider.valueAsNumber - 5 * 365;
	const frames: number[] = [];
	let last = await new Promise<number>(requestAnimationFrame);
	for (let step = 0; step < 300; step += 1) {
		slider.valueAsNumber = begun + step * 7;
		slider.dispatchEvent(new Event('input', { bubbles: true }));
		const now = await new Promise<number>(requestAnimationFrame);
		frames.push(now - last);
		last = now;
	}
	slider.dispatchEvent(new Event('change', { bubbles: true }));
	return frames;
}

/** Chooses something in a list; gives how long it took until the page had changed and was painted. */
function narrow({ label, value }: { label: string; value: string }): Promise<number> {
	const named = [...document.querySelectorAll('label')].find(({ textContent }) =>
		textContent.trim().startsWith(label)
	);
	const select = named!.querySelector('select')!;
	const begun = performance.now();
	return new Promise((resolve) => {
		const observer = new MutationObserver(() => {
			observer.disconnect();
			const { port1, port2 } = new MessageChannel();
			port1.onmessage = () => resolve(performance.now() - begun);
			requestAnimationFrame(() => port2.postMessage(null));
		});
		observer.observe(document.querySelector('main')!, {
			subtree: true,
			childList: true,
			characterData: true
		});
		select.value = value;
		select.dispatchEvent(new Event('change', { bubbles: true }));
	});
}

/** Scrolls the long table, a screen in every third frame; gives how long each frame took. */
async function scroll(): Promise<number[]> {
	const table = document.querySelector('[role=region]:has(table)')!;
	const frames: number[] = [];
	let last = await new Promise<number>(requestAnimationFrame);
	for (let step = 0; step < 240; step += 1) {
		table.scrollTop += 120;
		const now = await new Promise<number>(requestAnimationFrame);
		frames.push(now - last);
		last = now;
	}
	return frames;
}
