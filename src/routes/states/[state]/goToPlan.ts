/** Goes to the plan that the address asks for, `#plan-…`, once it is there: the cycles are read after the page stands. */
export function goToPlan(desk: HTMLElement): void {
	if (!location.hash.startsWith('#plan-')) return;
	const id = decodeURIComponent(location.hash.slice(1));
	requestAnimationFrame(() => desk.querySelector(`#${CSS.escape(id)}`)?.scrollIntoView());
}
