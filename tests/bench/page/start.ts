import type { IsoDate } from '#lib/calendar/date.ts';
import type { Row } from '../contender.ts';
import type { Place } from './bench.ts';
import { contenderAt } from './contenders.ts';

/** A start from nothing: opens the store, shows the list, and tells when it stood there. */
export async function start(place: Place, asOf: IsoDate): Promise<void> {
	const contender = await contenderAt(place);
	const began = performance.now();
	const store = await contender.open();
	const { rows, kept } = await store.start!(asOf);
	show(rows);
	await nextFrame();
	window.started = { began, shown: performance.now(), rows };
	window.kept = [store, kept];
}

function show(rows: readonly Row[]): void {
	const items = rows.map(({ id, group, day }) => {
		const item = document.createElement('li');
		item.textContent = `${id}: ${group} ${day ?? ''}`;
		return item;
	});
	document.querySelector('ol')!.replaceChildren(...items);
}

/** A frame is drawn after its callbacks; the first task after them comes when it was. */
const nextFrame = (): Promise<void> =>
	new Promise((resolve) =>
		requestAnimationFrame(() => {
			const { port1, port2 } = new MessageChannel();
			port1.onmessage = () => resolve();
			port2.postMessage(null);
		})
	);
