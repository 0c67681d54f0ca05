import { amended, canBeAmended, settled, type Amendment } from '#lib/procedures/amendments.ts';
import { procedureOf } from '#lib/procedures/index.ts';
import { laterCycle } from '#lib/procedures/laterCycle.ts';
import type { Procedure } from '#lib/procedures/procedure.ts';
import { byRecording } from '../corrections.ts';
import type { EffectiveEvent, EventOf } from '../events/read.ts';
import { numbersIn } from '../reportNumbers.ts';

/** The procedure that a cycle is pinned to, and what pinned it there. */
export interface Pinned {
	/** In its version, with its rules amended, as it runs in this cycle. */
	procedure: Procedure;
	/** The amendments as they stand. */
	amendments: readonly Amendment[];
	reportNumbers: readonly number[];
	opening: EventOf<'CycleOpened'> | null;
	/** What changed the procedure, in the order of recording. */
	changes: readonly EventOf<'ProcedureChanged'>[];
	openedAgain: readonly EffectiveEvent[];
	/** Changes that say nothing of this procedure: another body's, or of rules it never had. */
	idleChanges: readonly EffectiveEvent[];
}

/**
 * The procedure a cycle runs under: the one it was opened under, in the newest version that a change names, with
 * the amendments of all changes. Each stands by itself, so that taking one back leaves the others, and two that two
 * devices took without knowing of one another both hold. Undefined where it is not known here.
 * @param effective what is recorded of the cycle once corrections are resolved
 */
export function pinnedProcedure(stream: string, effective: readonly EffectiveEvent[]): Pinned | undefined {
	const openings = effective.filter(isOpening).sort((one, other) => (one.id < other.id ? -1 : 1));
	const [opening = null, ...openedAgain] = openings;
	const [body = '', , numbers = ''] = stream.split('/');
	const first = opening
		? procedureOf(opening.data.procedure.body, opening.data.procedure.version)
		: procedureOf(body);
	if (!first) return undefined;
	const all = effective.filter(isChange).sort(byRecording);
	const own = all.filter(({ data }) => data.procedure.body === first.body);
	const version = Math.max(first.version, ...own.map(({ data }) => data.procedure.version));
	const newest = procedureOf(first.body, version);
	if (!newest) return undefined;
	const changes = own.filter(({ data }) => fitsItsVersion(data));
	// A newer version may do without a rule that was amended in an older one.
	const amendments = settled(changes.flatMap(({ data }) => data.amendments)).filter((one) =>
		canBeAmended(newest, one)
	);
	const pinned = amended(newest, amendments);
	const reportNumbers = opening?.data.reportNumbers ?? numbersIn(numbers);
	return {
		procedure: reportNumbers.includes(1) ? pinned : laterCycle(pinned),
		amendments,
		reportNumbers,
		opening,
		changes,
		openedAgain,
		idleChanges: all.filter((change) => !changes.includes(change))
	};
}

function fitsItsVersion({ procedure, amendments }: EventOf<'ProcedureChanged'>['data']): boolean {
	const named = procedureOf(procedure.body, procedure.version);
	return named !== undefined && amendments.every((one) => canBeAmended(named, one));
}

const isOpening = (event: EffectiveEvent): event is EventOf<'CycleOpened'> & EffectiveEvent =>
	event.type === 'CycleOpened';
const isChange = (event: EffectiveEvent): event is EventOf<'ProcedureChanged'> & EffectiveEvent =>
	event.type === 'ProcedureChanged';
