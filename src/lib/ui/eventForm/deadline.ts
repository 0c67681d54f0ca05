import { parseDate } from '#lib/calendar/date.ts';
import type { Interval } from '#lib/calendar/interval.ts';
import { anchors, type Deadline } from '#lib/cycle/deadline.ts';
import { ok, refuse, type Result } from '#lib/result.ts';
import type { Faults, FieldFault, Typed } from './faults.ts';

/** How a deadline can be given, in the order the form offers them. */
export const deadlineKinds = ['exact', 'provisional', 'relative', 'unstated'] as const;

/** Reads the inputs of a deadline: `deadline.kind`, `.due`, `.months`, `.anchor`. */
export function parseDeadline(name: string, typed: Typed, former?: unknown): Result<Deadline, Faults> {
	const kind = (typed[`${name}.kind`] ?? 'exact') as Deadline['kind'];
	const was = former as Deadline | undefined;
	if (kind === 'unstated') return ok({ kind });
	if (kind === 'relative') {
		const months = typed[`${name}.months`]?.trim() ?? '';
		if (!months) return refuse({ [`${name}.months`]: { kind: 'missing' } });
		const read = parseMonths(months, was?.kind === 'relative' ? was.interval : undefined);
		if (!read.ok) return refuse({ [`${name}.months`]: read.error });
		const anchor = anchors.find((one) => one === typed[`${name}.anchor`]) ?? anchors[0];
		return ok({ kind, interval: read.value, anchor });
	}
	const text = typed[`${name}.due`] ?? '';
	const due = parseDate(text);
	if (!due.ok) return refuse({ [`${name}.due`]: text.trim() ? due.error : { kind: 'missing' } });
	const basis = typed[`${name}.basis`] === 'agreed' ? 'agreed' : was && 'basis' in was ? was.basis : 'stated';
	return ok({ kind, due: due.value, basis });
}

/** The inputs as they stand for a deadline that is recorded. */
export function typedDeadline(name: string, deadline: Deadline): Record<string, string> {
	switch (deadline.kind) {
		case 'unstated':
			return { [`${name}.kind`]: deadline.kind };
		case 'relative':
			return {
				[`${name}.kind`]: deadline.kind,
				[`${name}.months`]: monthsOf(deadline.interval),
				[`${name}.anchor`]: deadline.anchor
			};
		default:
			return {
				[`${name}.kind`]: deadline.kind,
				[`${name}.due`]: deadline.due,
				[`${name}.basis`]: deadline.basis
			};
	}
}

/**
 * An interval that is typed in months.
 * @param former one that is recorded: written in years or days, it stays so while nobody touches it
 */
export function parseMonths(text: string, former?: Interval): Result<Interval, FieldFault> {
	if (!/^[1-9]\d{0,2}$/.test(text)) return refuse({ kind: 'notAnInterval', text });
	const interval: Interval = former && monthsOf(former) === text ? former : `P${Number(text)}M`;
	return ok(interval);
}

/** How many months to type for an interval. */
export function monthsOf(interval: string): string {
	const length = Number.parseInt(interval.slice(1), 10);
	return interval.endsWith('Y') ? `${length * 12}` : `${length}`;
}
