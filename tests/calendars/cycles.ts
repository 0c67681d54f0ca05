import fc from 'fast-check';
import type { Envelope } from '#lib/envelope/envelope.ts';
import { anyHistory, recordIn, type Told } from '../properties/histories.ts';

const replicas = ['00000000-0000-7000-8000-000000000000', '00000000-0000-7000-8000-000000000001'];

/** Takes a day from whatever was asked for. */
const withoutDay = (data: Record<string, unknown>): Record<string, unknown> =>
	Object.fromEntries(
		Object.entries(data).map(([key, value]) => [
			key,
			key === 'deadline' || key === 'repliesDue' ? { kind: 'unstated' } : value
		])
	);

/**
 * A cycle as it might be recorded: facts in any order, some withdrawn or corrected later, some corrections
 * withdrawn in turn, by one installation or two.
 */
export const anyCycle: fc.Arbitrary<Envelope[]> = fc
	.tuple(
		anyHistory,
		fc.array(fc.record({ target: fc.nat(), action: fc.constantFrom('withdraw', 'replace') }), {
			maxLength: 5
		}),
		fc.array(fc.nat({ max: 1 }), { minLength: 1 })
	)
	.map(([history, corrections, hands]) => {
		const on = '2026-01-01' as const;
		const correcting = corrections.map(({ action }): Told => ({
			type: 'RecordCorrected',
			on,
			data: { action, reason: 'A slip' }
		}));
		const events = recordIn([...history, ...correcting]);
		for (const [place, { target, action }] of corrections.entries()) {
			const at = history.length + place;
			const corrected = at && events[target % at];
			if (!corrected) continue;
			const { data, on, type, source } = corrected;
			const replaces = action === 'replace' && type !== 'RecordCorrected';
			events[at]!.corrects = corrected.id;
			events[at]!.data = replaces
				? { action, reason: 'A slip', on, data: withoutDay(data), source }
				: { action: 'withdraw', reason: 'A slip' };
		}
		for (const [place, event] of events.entries()) event.replica = replicas[hands[place % hands.length]!]!;
		return events;
	});
