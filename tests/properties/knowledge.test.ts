import fc from 'fast-check';
import { expect, test } from 'vitest';
import { shiftDate } from '#lib/calendar/interval.ts';
import type { IsoDate } from '#lib/calendar/date.ts';
import { differencesBetween, type CycleDifference, type Held } from '#lib/cycle/knowledge.ts';
import { outlineStream, type Outline } from '#lib/cycle/outline/outline.ts';
import { dateInForce } from '#lib/cycle/timeline/owed.ts';
import { obligationOn } from '#lib/cycle/timeline/views.ts';
import { anyHistory, recordIn } from './histories.ts';

type Known = ReadonlyMap<string, Outline>;

/** Two cycles, as they were known at two instants: of each, so many of its events, or none at all. */
const anyKnowledge: fc.Arbitrary<Held<Known>> = fc
	.array(fc.tuple(anyHistory, fc.nat({ max: 17 }), fc.nat({ max: 17 })), { minLength: 2, maxLength: 2 })
	.map((cycles) => {
		const knownAt = (instant: 1 | 2): Known =>
			new Map(
				cycles.flatMap((cycle, place) => {
					const stream = `CMW/AZE/${4 - place}`;
					const events = recordIn(cycle[0]).slice(0, cycle[instant]);
					if (!events.length) return [];
					const named = events.map((event) => ({ ...event, stream }));
					return [[stream, outlineStream(stream, named) as Outline] as const];
				})
			);
		return { before: knownAt(1), after: knownAt(2) };
	});
const anyDay = fc.nat({ max: 6000 }).map((days) => shiftDate('2018-01-01', `P${days}D`));

/** All that two instants are compared in. */
const compared = (known: Known, asOf: IsoDate) =>
	Object.fromEntries(
		[...known].map(([stream, { obligations }]) => [
			stream,
			Object.fromEntries(
				obligations.map((obligation) => {
					const { due, certainty, basis } = dateInForce(obligation, asOf);
					const standing = obligationOn(obligation, asOf)?.standing;
					return [obligation.id, { due, certainty, basis, ending: obligation.ending, standing }];
				})
			)
		])
	);

const turned = { appeared: 'disappeared', disappeared: 'appeared', changed: 'changed' } as const;
const swapped = <Value>(held: Held<Value> | null): Held<Value> | null =>
	held && { before: held.after, after: held.before };
const mirrored = (differences: readonly CycleDifference[]): CycleDifference[] =>
	differences.map(({ stream, cycle, obligations }) => ({
		stream,
		cycle: turned[cycle],
		obligations: obligations.map((one) =>
			one.kind === 'changed'
				? { ...one, date: swapped(one.date), ending: swapped(one.ending), standing: swapped(one.standing) }
				: { ...one, kind: turned[one.kind] }
		)
	}));

test('nothing differs exactly where everything compared is the same', () => {
	let [same, other] = [0, 0];
	fc.assert(
		fc.property(anyKnowledge, anyDay, ({ before, after }, asOf) => {
			const differences = differencesBetween(before, after, asOf);
			if (differences.length) {
				expect(compared(before, asOf)).not.toEqual(compared(after, asOf));
				other += 1;
			} else {
				expect(compared(before, asOf)).toEqual(compared(after, asOf));
				same += 1;
			}
		}),
		{ numRuns: 200 }
	);
	expect(Math.min(same, other)).toBeGreaterThan(10);
});

test('looked at the other way round, every difference is mirrored', () => {
	fc.assert(
		fc.property(anyKnowledge, anyDay, ({ before, after }, asOf) => {
			expect(differencesBetween(after, before, asOf)).toEqual(
				mirrored(differencesBetween(before, after, asOf))
			);
		}),
		{ numRuns: 200 }
	);
});
