/** Of figures sorted, the one that so large a share lies below. */
export function quantile(figures: readonly number[], share: number): number {
	const sorted = figures.toSorted((one, other) => one - other);
	return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? NaN;
}

/** The one in the middle, or the mean of the two that stand there. */
export function median(figures: readonly number[]): number {
	const sorted = figures.toSorted((one, other) => one - other);
	const [upper, lower] = [sorted.length >> 1, (sorted.length - 1) >> 1];
	return (sorted[lower]! + sorted[upper]!) / 2;
}

/** How many times one is the other, round by round: what slowed a round down is in both and falls out. */
export const ratios = (one: readonly number[], other: readonly number[]): number[] =>
	one.slice(0, other.length).map((figure, round) => figure / other[round]!);
