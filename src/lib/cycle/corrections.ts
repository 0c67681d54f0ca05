import { checkData, type EffectiveEvent, type EventOf, type KnownEvent } from './events/read.ts';

type Correction = EventOf<'RecordCorrected'>;

/** A correction that could not be applied, and why. */
export interface IdleCorrection {
	correction: Correction;
	why: 'nothingToCorrect' | 'replacementInvalid';
}

export interface Resolved {
	/** What is held to have happened, each event in its corrected form. Withdrawn ones are not among them. */
	effective: EffectiveEvent[];
	/** Events that a correction took back, by id, with the correction that did. */
	withdrawn: ReadonlyMap<string, string>;
	idle: IdleCorrection[];
}

/**
 * Resolves corrections before anything else is asked of the events. A correction may itself be corrected: one
 * that is withdrawn has no effect, so that a correction and its withdrawal cancel out. Of several standing
 * corrections of one event the last recorded holds (by instant, then id), in whatever order they arrived.
 */
export function resolveCorrections(events: readonly KnownEvent[]): Resolved {
	const corrections = events.filter((event): event is Correction => event.type === 'RecordCorrected');
	const byTarget = Map.groupBy(corrections.sort(byRecording), ({ corrects }) => corrects ?? '');
	const ids = new Set(events.map(({ id }) => id));
	const idle: IdleCorrection[] = corrections
		.filter(({ corrects }) => !corrects || !ids.has(corrects))
		.map((correction) => ({ correction, why: 'nothingToCorrect' }));
	const withdrawn = new Map<string, string>();

	function resolve(event: KnownEvent, seen: ReadonlySet<string>): EffectiveEvent | null {
		let current: EffectiveEvent | null = { ...event, correctedBy: [] };
		const chain: string[] = [];
		for (const correction of byTarget.get(event.id) ?? []) {
			// Ids are given once, so a circle can only come from a forged file; it must not hang the reader.
			if (seen.has(correction.id)) continue;
			const standing = resolve(correction, new Set([...seen, correction.id])) as
				(Correction & EffectiveEvent) | null;
			if (!standing) continue;
			const next = apply(event, standing);
			if (next === 'replacementInvalid') {
				idle.push({ correction, why: next });
				continue;
			}
			chain.push(correction.id);
			current = next && { ...next, correctedBy: [...chain] };
			if (current) withdrawn.delete(event.id);
			else withdrawn.set(event.id, correction.id);
		}
		return current;
	}

	const effective = events
		.filter(({ type }) => type !== 'RecordCorrected')
		.map((event) => resolve(event, new Set([event.id])))
		.filter((event): event is EffectiveEvent => event !== null);
	return { effective, withdrawn, idle };
}

function apply(event: KnownEvent, correction: Correction): EffectiveEvent | null | 'replacementInvalid' {
	const { data } = correction;
	if (data.action === 'withdraw') return null;
	const checked = checkData(event.type, data.data);
	if ('field' in checked) return 'replacementInvalid';
	return {
		...event,
		on: data.on,
		source: data.source ?? event.source,
		data: checked.data,
		correctedBy: []
	} as EffectiveEvent;
}

/** The order of recording: by instant, then by id, in whatever order they arrived. */
export const byRecording = (
	one: Pick<KnownEvent, 'recordedAt' | 'id'>,
	other: Pick<KnownEvent, 'recordedAt' | 'id'>
) =>
	one.recordedAt < other.recordedAt ? -1 : one.recordedAt > other.recordedAt ? 1 : one.id < other.id ? -1 : 1;
