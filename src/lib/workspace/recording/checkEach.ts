import { passGate, type GateContext, type GateRefusal, type Proposal } from '#lib/cycle/gate.ts';
import { partiesOf } from '#lib/cycle/stream.ts';
import type { Envelope } from '#lib/envelope/envelope.ts';

/**
 * What the gate has against each of some proposals, asked by itself; null where it has nothing.
 * @param recorded what the log holds of the streams concerned, and of the cycles that may follow them
 */
export function checkEach(
	proposals: readonly Proposal[],
	recorded: readonly Envelope[],
	context: GateContext
): (GateRefusal | null)[] {
	const byParties = Map.groupBy(recorded, ({ stream }) => partiesOf(stream));
	return proposals.map((proposal) => {
		const passed = passGate([proposal], byParties.get(partiesOf(proposal.stream)) ?? [], context);
		return passed.ok ? null : passed.error;
	});
}
