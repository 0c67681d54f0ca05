import { parseDate } from '#lib/calendar/date.ts';
import type { Deadline } from '#lib/cycle/deadline.ts';
import { ok, refuse, type Result } from '#lib/result.ts';
import type { Faults, Typed } from './faults.ts';

/** How a deadline can be given, in the order the form offers them. */
export const deadlineKinds = ['exact', 'provisional', 'relative', 'unstated'] as const;

/** What an interval can be counted from. */
export const anchors = [
	'ConcludingObservationsAdopted',
	'ListOfIssuesPriorToReportingAdopted',
	'ListOfIssuesAdopted'
] as const;

/** Reads the inputs of a deadline: `deadline.kind`, `.due`, `.months`, `.anchor`. */
export function parseDeadline(name: string, typed: Typed, former?: unknown): Result<Deadline, Faults> {
	const kind = (typed[`${name}.kind`] ?? 'exact') as Deadline['kind'];
	const was = former as Deadline | undefined;
	if (kind === 'unstated') return ok({ kind });
	if (kind === 'relative') {
		const months = typed[`${name}.months`]?.trim() ?? '';
		if (!months) return refuse({ [`${name}.months`]: { kind: 'missing' } });
		if (!/^[1-9]\d{0,2}$/.test(months))
			return refuse({ [`${name}.months`]: { kind: 'notAnInterval', text: months } });
		const anchor = anchors.find((one) => one === typed[`${name}.anchor`]) ?? anchors[0];
		// An interval written in years or days stays so while nobody touches it.
		if (was?.kind === 'relative' && monthsOf(was.interval) === months)
			return ok({ kind, interval: was.interval, anchor });
		return ok({ kind, interval: `P${Number(months)}M`, anchor });
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

function monthsOf(interval: string): string {
	const length = Number.parseInt(interval.slice(1), 10);
	return interval.endsWith('Y') ? `${length * 12}` : `${length}`;
}
