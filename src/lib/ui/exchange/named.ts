/** Something to choose by typing: a State, or a cycle. */
export interface Named {
	/** `AZE`, `CMW/AZE/3`. */
	code: string;
	name: string;
	/** Both, as a list offers them. */
	listed: string;
}

/** So many are offered at a time; typing on narrows them down. */
const mostOffered = 50;

const folded = (text: string): string => text.trim().toLocaleLowerCase();

/** Those that hold every typed word, the first of them. */
export function fitting(all: readonly Named[], typed: string): Named[] {
	const words = folded(typed).split(/\s+/);
	const found: Named[] = [];
	for (const one of all) {
		const text = folded(one.listed);
		if (words.every((word) => text.includes(word))) found.push(one);
		if (found.length === mostOffered) break;
	}
	return found;
}

/** The one that was meant: named in full or by its code, or the only one that fits. */
export function meant(all: readonly Named[], typed: string): Named | undefined {
	const text = folded(typed);
	if (text === '') return undefined;
	const named = all.find(({ code, name, listed }) =>
		[code, name, listed].some((one) => folded(one) === text)
	);
	if (named) return named;
	const [only, ...others] = fitting(all, typed);
	return others.length === 0 ? only : undefined;
}
