import type { Attachment } from 'svelte/attachments';
import type { Horizon } from './horizon.svelte.ts';

/** So far may a finger tremble, in pixels, and it is still a tap and not a drag. */
const tremble = 5;
const wheelZoom = 0.0025;

/**
 * Wheel, drag and pinch. A plain wheel scrolls the page, as everywhere; with Ctrl (which is also how a pinch on
 * a touch pad arrives) it zooms, and sideways it moves along.
 */
export function gestures(horizon: Horizon): Attachment<Element> {
	return (node) => {
		const listening = new AbortController();
		const { signal } = listening;
		/** Where each finger is, by the id of its pointer. */
		const fingers = new Map<number, number>();
		let travelled = 0;

		const placeOf = (clientX: number) => clientX - node.getBoundingClientRect().left;

		function wheel(event: Event) {
			if (!(event instanceof WheelEvent)) return;
			if (event.ctrlKey) horizon.zoom(Math.exp(-event.deltaY * wheelZoom), placeOf(event.clientX));
			else if (Math.abs(event.deltaX) > Math.abs(event.deltaY)) horizon.drag(-event.deltaX);
			else return;
			event.preventDefault();
		}

		function press(event: Event) {
			if (!(event instanceof PointerEvent) || event.button !== 0) return;
			fingers.set(event.pointerId, event.clientX);
			if (fingers.size === 1) travelled = 0;
		}

		function move(event: Event) {
			if (!(event instanceof PointerEvent)) return;
			const before = fingers.get(event.pointerId);
			if (before === undefined) return;
			const by = event.clientX - before;
			const other = [...fingers].find(([id]) => id !== event.pointerId)?.[1];
			travelled += Math.abs(by);
			fingers.set(event.pointerId, event.clientX);
			if (travelled < tremble) return;
			node.setPointerCapture(event.pointerId);
			if (other === undefined) return horizon.drag(by);
			const [was, is] = [Math.abs(before - other), Math.abs(event.clientX - other)];
			if (was > 0 && is > 0) horizon.zoom(is / was, placeOf((event.clientX + other) / 2));
		}

		const lift = (event: Event) => event instanceof PointerEvent && fingers.delete(event.pointerId);

		/** The end of a drag is no choice of the mark it happens to end on. A key's click has no detail. */
		function click(event: Event) {
			if (travelled < tremble || (event instanceof MouseEvent && event.detail === 0)) return;
			event.preventDefault();
			event.stopPropagation();
			travelled = 0;
		}

		node.addEventListener('wheel', wheel, { signal, passive: false });
		node.addEventListener('pointerdown', press, { signal });
		node.addEventListener('pointermove', move, { signal });
		node.addEventListener('pointerup', lift, { signal });
		node.addEventListener('pointercancel', lift, { signal });
		node.addEventListener('dragstart', (event) => event.preventDefault(), { signal });
		node.addEventListener('click', click, { signal, capture: true });
		return () => listening.abort();
	};
}

/** The keys of the picture, wherever in it the focus is. `marks` selects what ↑ and ↓ go through. */
export function keys(horizon: Horizon, marks: string): Attachment<Element> {
	return (node) => {
		function go(by: 1 | -1) {
			const all = [...node.querySelectorAll<SVGAElement>(marks)];
			const at = all.findIndex((one) => one === document.activeElement);
			all[at < 0 ? 0 : at + by]?.focus();
		}

		const actions: Readonly<Record<string, () => void>> = {
			'+': () => horizon.nearer(),
			'=': () => horizon.nearer(),
			'-': () => horizon.further(),
			'0': () => horizon.showAll(),
			ArrowRight: () => horizon.step(1),
			ArrowLeft: () => horizon.step(-1),
			ArrowDown: () => go(1),
			ArrowUp: () => go(-1)
		};

		function press(event: Event) {
			if (!(event instanceof KeyboardEvent) || event.ctrlKey || event.altKey || event.metaKey) return;
			const act = actions[event.key];
			if (!act) return;
			act();
			event.preventDefault();
		}

		node.addEventListener('keydown', press);
		return () => node.removeEventListener('keydown', press);
	};
}
