import { canonicalJson } from '#lib/envelope/canonical.ts';
import type { Envelope } from '#lib/envelope/envelope.ts';
import type { Amendment } from '#lib/procedures/amendments.ts';
import type { IsoDate } from '#lib/calendar/date.ts';
import type { EffectiveEvent } from '../events/read.ts';
import { isTimeline, passGate, type GateContext, type Proposal } from '../gate.ts';
import type { Held } from '../knowledge.ts';
import { outlineOf } from '../outline/outline.ts';
import { foldCycle, type Timeline } from '../timeline/fold.ts';
import { dateInForce, type Owed, type OwedDate } from '../timeline/owed.ts';
import { obligationOn, type Standing } from '../timeline/views.ts';

/** A change of the rules of one body, as it is proposed for every cycle of it. */
export interface RuleChange {
	body: string;
	/** The version of the procedure to move to; null leaves each cycle under its own. */
	version: number | null;
	amendments: readonly Amendment[];
	reason: string;
}

/** A deadline that would be another: all its dates and its ending; null where it is not owed at all. */
export interface DeadlineChange extends Held<Owed | null> {
	id: string;
	stream: string;
}

/** What a change would do to one cycle. */
export interface CycleTrial {
	stream: string;
	/** What the gate is asked to record for it. */
	proposal: Proposal;
	deadlines: readonly DeadlineChange[];
	/** The obligations whose dates stay as they were stated, and only what the rule would give is different. */
	compared: readonly string[];
	/** Facts that the statechart takes now and would no longer take, and the other way round. */
	refused: readonly EffectiveEvent[];
	taken: readonly EffectiveEvent[];
}

/**
 * Tries a change of the rules in one cycle, recording nothing. It goes the same way as when it is taken: through
 * the gate and the fold.
 * @param recorded everything recorded of the cycle
 * @returns what would change; null where the cycle would run under the same rules as before
 */
export function tryInCycle(
	stream: string,
	recorded: readonly Envelope[],
	change: RuleChange,
	context: GateContext
): CycleTrial | null {
	const before = foldCycle(stream, recorded);
	if (!isTimeline(before)) return null;
	const proposal = proposalFor(before, change, context.today);
	const passed = passGate([proposal], recorded, { ...context, anyway: true });
	if (!passed.ok) return null;
	const after = foldCycle(stream, [...recorded, ...passed.value.events]);
	if (!isTimeline(after) || after.procedure === before.procedure) return null;
	const deadlines = deadlinesChanged({ before, after });
	const changed = new Set(deadlines.map(({ id }) => id));
	const computed = new Map(before.obligations.map((one) => [one.id, computedDays(one)]));
	return {
		stream,
		proposal,
		deadlines,
		compared: after.obligations
			.filter((one) => !changed.has(one.id) && computed.get(one.id) !== computedDays(one))
			.map(({ id }) => id),
		refused: refusedOnlyIn(after, before),
		taken: refusedOnlyIn(before, after)
	};
}

/** What one asks the gate to record for a cycle, so that it runs under the changed rules. */
function proposalFor({ stream, procedure }: Timeline, change: RuleChange, on: IsoDate): Proposal {
	const { body, amendments, reason } = change;
	const version = change.version ?? procedure.version;
	const data = { procedure: { body, version }, amendments, reason };
	const source = amendments.length ? { document: amendments.map((one) => one.source).join('; ') } : null;
	return { stream, type: 'ProcedureChanged', on, data, source };
}

function deadlinesChanged({ before, after }: Held<Timeline>): DeadlineChange[] {
	const [were, are] = [obligationsOf(before), obligationsOf(after)];
	return [...new Set([...were.keys(), ...are.keys()])].sort().flatMap((id) => {
		const held = { before: were.get(id) ?? null, after: are.get(id) ?? null };
		const isSame = canonicalJson(held.before) === canonicalJson(held.after);
		return isSame ? [] : [{ id, stream: after.stream, ...held }];
	});
}

const obligationsOf = (timeline: Timeline): Map<string, Owed> =>
	new Map(outlineOf(timeline).obligations.map((owed) => [owed.id, owed]));

const computedDays = ({ dates }: Timeline['obligations'][number]): string =>
	dates.map(({ computed }) => computed?.due ?? '').join(' ');

function refusedOnlyIn(timeline: Timeline, other: Timeline): EffectiveEvent[] {
	const there = new Set(refusedIn(other).map(({ id }) => id));
	return refusedIn(timeline).filter(({ id }) => !there.has(id));
}

const refusedIn = ({ anomalies }: Timeline): EffectiveEvent[] =>
	anomalies.flatMap((anomaly) => (anomaly.kind === 'notAccepted' ? [anomaly.event] : []));

/**
 * A changed deadline as it is seen on a day: the date in force and the standing, before and after. Where it is an
 * earlier date that changes, which was moved since, that one is given.
 */
export function changeOn(
	{ before, after }: DeadlineChange,
	asOf: IsoDate
): Held<{ date: OwedDate; standing: Standing | null } | null> {
	const place = differingPlace(before, after, asOf);
	const seen = (owed: Owed | null) =>
		owed && {
			date: (place === null ? undefined : owed.dates[place]) ?? dateInForce(owed, asOf),
			standing: obligationOn(owed, asOf)?.standing ?? null
		};
	return { before: seen(before), after: seen(after) };
}

/** The place of the first date that differs, where the date in force does not; null where that does. */
function differingPlace(before: Owed | null, after: Owed | null, asOf: IsoDate): number | null {
	if (!before || !after || dateInForce(before, asOf).due !== dateInForce(after, asOf).due) return null;
	const place = before.dates.findIndex(({ due }, index) => due !== after.dates[index]?.due);
	return place < 0 ? null : place;
}
