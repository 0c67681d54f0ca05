const [aWhile, often] = [20_000, 3_600_000];

/**
 * Does something that nobody waits for: when the app has been left as it is for a while, and now and then as long
 * as it is. Gives what ends that.
 */
export function whenQuiet(work: () => void): () => void {
	const idly = () => ('requestIdleCallback' in globalThis ? requestIdleCallback(work) : work());
	const first = setTimeout(idly, aWhile);
	const again = setInterval(idly, often);
	return () => {
		clearTimeout(first);
		clearInterval(again);
	};
}
