import type { IsoDate } from '#lib/calendar/date.ts';
import { differencesBetween, type CycleDifference } from '#lib/cycle/knowledge.ts';
import type { Outline } from '#lib/cycle/outline/outline.ts';
import type { Failure } from '#lib/words/refusals.ts';
import type { Workspace } from '#lib/workspace/workspace.svelte.ts';

type Known = ReadonlyMap<string, Outline>;

/** So many cycles are compared before the page gets to breathe. */
const atOnce = 400;
const breathe = () => new Promise((resolve) => setTimeout(resolve));

/** What changed in what is known between two instants: found out in the background, compared in small parts. */
export class Knowledge {
	readonly #workspace: Pick<Workspace, 'knownUntil' | 'outlinesNow'>;
	/** The last asking, so that an answer to one before it is not taken. */
	#asked = 0;
	#compared = 0;
	/** Of each cycle that differs at all, how it was known at the first instant and at the second. */
	#known = $state.raw<{ before: Known; after: Known } | null>(null);
	#differences = $state.raw<readonly CycleDifference[] | null>(null);
	#failure = $state.raw<Failure | null>(null);

	constructor(workspace: Pick<Workspace, 'knownUntil' | 'outlinesNow'>) {
		this.#workspace = workspace;
	}

	/** In the order of their streams; null as long as they are being found out. */
	get differences(): readonly CycleDifference[] | null {
		return this.#differences;
	}
	get failure(): Failure | null {
		return this.#failure;
	}

	/** A cycle as it is known at the second instant, else as it was at the first. */
	outline(stream: string): Outline | undefined {
		return this.#known?.after.get(stream) ?? this.#known?.before.get(stream);
	}

	/** Finds out what was known at two instants. @param to null for what is known now */
	async find(from: string, to: string | null): Promise<void> {
		const asked = ++this.#asked;
		[this.#known, this.#differences, this.#failure] = [null, null, null];
		const now = this.#workspace.outlinesNow;
		const first = await this.#workspace.knownUntil({ instant: from });
		const second = to === null ? null : await this.#workspace.knownUntil({ instant: to });
		if (asked !== this.#asked) return;
		if (!first.ok) this.#failure = first.error;
		else if (second && !second.ok) this.#failure = second.error;
		else {
			const known = { before: first.value.outlines, after: second ? second.value.outlines : now };
			const differing = await onlyDiffering(known);
			if (asked === this.#asked) this.#known = differing;
		}
	}

	/** Compares what was found out, as it is seen from a day. To be called whenever either changed. */
	async compare(asOf: IsoDate): Promise<void> {
		const compared = ++this.#compared;
		const known = this.#known;
		if (!known) return;
		const found: CycleDifference[] = [];
		for (const part of partsOf(known)) {
			found.push(...differencesBetween(part.before, part.after, asOf));
			await breathe();
			if (compared !== this.#compared) return;
		}
		this.#differences = found;
	}
}

/** Without the cycles of which the same is known at both instants: most of them, mostly. */
async function onlyDiffering(known: { before: Known; after: Known }) {
	const before = new Map<string, Outline>();
	const after = new Map<string, Outline>();
	for (const part of partsOf(known)) {
		for (const stream of new Set([...part.before.keys(), ...part.after.keys()])) {
			const [one, other] = [part.before.get(stream), part.after.get(stream)];
			// The same events give the same outline, field by field.
			if (JSON.stringify(one) === JSON.stringify(other)) continue;
			if (one) before.set(stream, one);
			if (other) after.set(stream, other);
		}
		await breathe();
	}
	return { before, after };
}

/** Both in parts of the same cycles, in the order of the streams. */
function* partsOf({ before, after }: { before: Known; after: Known }) {
	const streams = [...new Set([...before.keys(), ...after.keys()])].sort();
	const of = (known: Known, part: readonly string[]) =>
		new Map(part.flatMap((stream) => (known.has(stream) ? [[stream, known.get(stream)!] as const] : [])));
	for (let first = 0; first < streams.length; first += atOnce) {
		const part = streams.slice(first, first + atOnce);
		yield { before: of(before, part), after: of(after, part) };
	}
}
