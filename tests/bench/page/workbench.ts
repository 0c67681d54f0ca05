import type { Contender, Envelope, Store } from '../contender.ts';
import { openSlider, type Slider } from '../slider.ts';
import { furtherEvents, worldOf } from '../../world/world.ts';
import type { Bench, Holding, Place } from './bench.ts';

/** Everything a page does but start: a start is measured in a page that has not loaded this. */
export function workbench(contenderAt: (place: Place) => Promise<Contender>): Omit<Bench, 'list'> {
	let store: Store;
	let waiting: Envelope[] = [];
	let slider: Slider;

	return {
		async import(place, size) {
			const events = worldOf(size);
			const opened = await (await contenderAt(place)).open();
			const taken = await timed(() => opened.import(events));
			await opened.close();
			return taken;
		},

		async arrange(place, name, holding) {
			const contender = await contenderAt(place);
			const situation = contender.situations?.find((one) => one.name === name);
			if (!situation?.arrange) return holding.further;
			const opened = await contender.open();
			let { further } = holding;
			await situation.arrange(opened, (count) => {
				const events = after(holding, count);
				further += events.length;
				return events;
			});
			await opened.close();
			return further;
		},

		async openToAppend(place, holding, count) {
			waiting = after(holding, count);
			store = await (await contenderAt(place)).open();
		},

		async append(count) {
			const times: number[] = [];
			for (const event of waiting.splice(0, count)) times.push(await timed(() => store.append!(event)));
			return times;
		},

		async openToSlide(size) {
			slider = await openSlider(worldOf(size));
		},

		async slide(days) {
			const times: number[] = [];
			for (const day of days) times.push(await timed(() => slider(day)));
			return times;
		}
	};
}

/** The next so many events for a store. */
const after = ({ size, further }: Holding, count: number): Envelope[] =>
	furtherEvents(worldOf(size), further + count).slice(further);

async function timed(work: () => Promise<unknown> | unknown): Promise<number> {
	const began = performance.now();
	await work();
	return performance.now() - began;
}
