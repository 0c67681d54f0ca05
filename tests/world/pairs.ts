import { procedures } from '#lib/procedures/index.ts';
import type { Procedure } from '#lib/procedures/procedure.ts';
import { treatyInForceSince } from '#lib/states/entryIntoForce.ts';
import { statesParties, treatiesOf } from '#lib/states/parties.ts';
import { isMember } from '#lib/states/regions.ts';
import { dayOf, type Day } from './days.ts';
import type { Random } from './random.ts';

/** A State under a body, from the day on which it began to be bound, and how many cycles it has had. */
export interface Pair {
	state: string;
	procedure: Procedure;
	entered: Day;
	/** How often the State is late: 0 for one that never is. */
	laxity: number;
	cycles: number;
}

const aYear = 365.25;
/** Four States in five are late with something. */
const oneInFive = 0.2;
/** The first session of the Universal Periodic Review, under which every Member of the United Nations stands. */
const firstReview = dayOf('2008-04-07');

/**
 * Every State under every body it is bound to, with so many cycles in all. A body of periodic reports has had the
 * more of them the longer a State is bound: more than in life, so that there are as many as were asked for. Of fewer
 * cycles than a world has, there are fewer pairs, those whole.
 * @param most how many cycles the whole world has
 * @param known the last day that anything is known of
 */
export function pairsOf(cycles: number, most: number, known: Day, random: Random): Pair[] {
	const all = statesParties.flatMap((state) => {
		const laxity = random.happens(oneInFive) ? 0 : 0.6 + 1.2 * random.next();
		return boundTo(state, random).map((pair) => ({ ...pair, laxity }));
	});
	const counted = all.map((pair) => ({ ...pair, cycles: fixedCycles(pair, known) }));
	const fixed = sum(counted.map((pair) => pair.cycles ?? 0));
	const years = sum(counted.map((pair) => (pair.cycles === null ? known - pair.entered : 0)));
	let share = 0;
	const pairs = counted.map((pair): Pair => {
		if (pair.cycles !== null) return { ...pair, cycles: pair.cycles };
		// What is cut off by rounding is carried on, so that the sum is the number asked for.
		share += ((most - fixed) * (known - pair.entered)) / years;
		const whole = Math.max(1, Math.round(share));
		share -= whole;
		return { ...pair, cycles: whole };
	});
	return someOf(pairs, cycles, random);
}

function boundTo(state: string, random: Random): Omit<Pair, 'cycles' | 'laxity'>[] {
	const treaties = new Map(treatiesOf(state).map(({ body, since }) => [body, since]));
	return procedures.flatMap((procedure) => {
		const since = treaties.get(procedure.body);
		if (since !== undefined) {
			// Only the year is known; the day is invented.
			const bound = dayOf(`${since}-01-01`) + random.between(30, 420);
			return [{ state, procedure, entered: Math.max(dayOf(treatyInForceSince(procedure.body)!), bound) }];
		}
		return procedure.body === 'UPR' && isMember(state)
			? [{ state, procedure, entered: firstReview + random.between(0, 1400) }]
			: [];
	});
}

/** How many cycles a pair has where they do not follow one another by periodic reports; null where they do. */
function fixedCycles({ procedure, entered }: Pick<Pair, 'procedure' | 'entered'>, known: Day): number | null {
	if (procedure.visits) return 1 + Math.floor((known - entered) / (9 * aYear));
	if (procedure.body === 'UPR') return 4;
	return procedure.reporting?.periodicReportEvery ? null : 1;
}

/** Pairs in no order, whole, until there are enough cycles. */
function someOf(pairs: readonly Pair[], cycles: number, random: Random): Pair[] {
	const rest = [...pairs];
	const some: Pair[] = [];
	for (let left = cycles; left > 0 && rest.length;) {
		const [pair] = rest.splice(random.between(0, rest.length - 1), 1);
		some.push({ ...pair!, cycles: Math.min(left, pair!.cycles) });
		left -= pair!.cycles;
	}
	return some;
}

const sum = (numbers: readonly number[]): number => numbers.reduce((one, other) => one + other, 0);
