const asked = /^#event-([0-9a-f-]{36})$/;

/** Goes to the event that the address asks for, `#event-…`, and opens its correction as its own button does. */
export function openEvent(history: HTMLElement): void {
	const id = asked.exec(location.hash)?.[1];
	if (!id) return;
	// The framework goes to the top of a page whose address names no place on it; what is asked for comes after.
	requestAnimationFrame(() => {
		history.querySelector(`[data-entry="${id}"]`)?.scrollIntoView();
		history.querySelector<HTMLElement>(`[data-correct="${id}"]`)?.click();
	});
}
