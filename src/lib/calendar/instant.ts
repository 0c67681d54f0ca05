import { ok, refuse, type Result } from '#lib/result.ts';
import { parseDate, type DateRefusal, type IsoDate } from './date.ts';
import { genevaToday, startOfDay } from './today.ts';

/** Why something is neither a day nor an instant. */
export type InstantRefusal = DateRefusal | { kind: 'notAnInstant'; text: string };

/** Whatever has a time of day behind its day. */
const instantPattern = /^(\d{4}-\d{2}-\d{2})[Tt ]\d/;

/**
 * Reads an instant that a person typed: `2024-03-01T09:00:00Z`, or a day, which means the end of it in Geneva.
 * @returns the instant in UTC, to the millisecond, so that two of them compare as text
 */
export function parseInstant(typed: string): Result<string, InstantRefusal> {
	const text = typed.trim();
	const full = instantPattern.exec(text);
	const day = parseDate(full?.[1] ?? text);
	if (!day.ok) return day;
	if (!full) return ok(endOfDay(day.value));
	try {
		return ok(Temporal.Instant.from(text).toString({ smallestUnit: 'millisecond' }));
	} catch {
		return refuse({ kind: 'notAnInstant', text });
	}
}

/** The last instant of a day in Geneva. */
export function endOfDay(day: IsoDate): string {
	const next = Temporal.PlainDate.from(day).add({ days: 1 });
	return Temporal.Instant.from(startOfDay(next.toString() as IsoDate))
		.subtract({ milliseconds: 1 })
		.toString({ smallestUnit: 'millisecond' });
}

/** The day in Geneva that ends with an instant; null where the instant lies within one. */
export function dayEndingAt(instant: string): IsoDate | null {
	const day = genevaToday(instant);
	return endOfDay(day) === instant ? day : null;
}
