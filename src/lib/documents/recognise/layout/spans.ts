import type { Span } from '../../types.ts';

/** Spans in order and without overlap, of spans in any order. */
export function mergeSpans(spans: readonly Span[]): Span[] {
	const merged: Span[] = [];
	for (const span of [...spans].sort((one, other) => one.start - other.start)) {
		const last = merged.at(-1);
		if (last && span.start <= last.end) last.end = Math.max(last.end, span.end);
		else merged.push({ ...span });
	}
	return merged;
}

/** Index of the first of ordered spans that ends after an offset. */
export function firstEndingAfter(spans: readonly Span[], offset: number): number {
	let low = 0;
	let high = spans.length;
	while (low < high) {
		const middle = (low + high) >> 1;
		if (spans[middle]!.end > offset) high = middle;
		else low = middle + 1;
	}
	return low;
}

/** Whether an offset lies in one of ordered spans. */
export function isWithin(spans: readonly Span[], offset: number): boolean {
	const span = spans[firstEndingAfter(spans, offset)];
	return span !== undefined && span.start <= offset;
}
