import { canonicalJson } from '#lib/envelope/canonical.ts';
import { rankOf } from '../events/catalogue.ts';
import type { EffectiveEvent } from '../events/read.ts';

/**
 * The order in which facts are taken: by the day they happened; on one day in the order a cycle brings them;
 * then by what they say. When they were recorded plays no part, so the order in which news arrives changes
 * nothing of what is known of a date.
 */
export function inOrderOfHappening(facts: readonly EffectiveEvent[]): EffectiveEvent[] {
	return facts
		.map((fact) => ({ fact, key: canonicalJson([fact.data, fact.source]) }))
		.sort(
			(one, other) =>
				compare(one.fact.on, other.fact.on) ||
				rankOf(one.fact.type) - rankOf(other.fact.type) ||
				compare(one.key, other.key) ||
				compare(one.fact.id, other.fact.id)
		)
		.map(({ fact }) => fact);
}

const compare = (one: string, other: string) => (one < other ? -1 : one > other ? 1 : 0);
