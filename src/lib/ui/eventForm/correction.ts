import { checkData } from '#lib/cycle/events/read.ts';
import type { EventType } from '#lib/cycle/events/catalogue.ts';
import { ok, refuse, type Result } from '#lib/result.ts';
import type { Faults, Typed } from './faults.ts';
import { parseForm } from './parse.ts';

/** What is put in the place of an event, or that it is taken back. */
export type Correction =
	| { action: 'withdraw'; reason: string }
	| { action: 'replace'; reason: string; on: string; data: unknown; source: unknown };

/** Reads the form of a correction; `correction.action` and `correction.reason` beside the event's own inputs. */
export function parseCorrection(
	event: { type: string; data: Record<string, unknown> },
	typed: Typed
): Result<Correction, Faults> {
	const reason = typed['correction.reason']?.trim() ?? '';
	const noReason: Faults = reason ? {} : { 'correction.reason': { kind: 'missing' } };
	if (typed['correction.action'] !== 'replace')
		return reason ? ok({ action: 'withdraw', reason }) : refuse(noReason);
	const read = parseForm(event.type, typed, event.data);
	if (!read.ok) return refuse({ ...read.error, ...noReason });
	if (!reason) return refuse(noReason);
	// The gate looks at the correction, not into what it puts in place; so that is looked into here.
	const checked = checkData(event.type as EventType, read.value.data);
	if ('field' in checked) return refuse({ [checked.field]: { kind: 'missing' } });
	return ok({ action: 'replace', reason, ...read.value });
}
