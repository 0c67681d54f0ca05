import { parseDate, type IsoDate } from '#lib/calendar/date.ts';
import type { Deadline } from '#lib/cycle/deadline.ts';
import type { Timeline } from '#lib/cycle/timeline/fold.ts';
import { coverageOn } from '#lib/cycle/coverage.ts';
import { printUnit, type Unit } from '#lib/cycle/units.ts';
import { scaleOn, type GradeScale, type Procedure } from '#lib/procedures/procedure.ts';
import { monthsOf, typedDeadline } from './deadline.ts';
import { fieldsOf, type Field } from './fields.ts';
import type { Typed } from './faults.ts';

const setByRule: readonly string[] = [
	'TreatyEnteredIntoForce',
	'NoticeOfReviewGiven',
	'VisitReportTransmitted'
];

/** What stands in the form of a new event before anything is typed. */
export function startOf(type: string, timeline: Timeline, asOf: IsoDate): Record<string, string> {
	const typed: Record<string, string> = { on: asOf };
	const last = timeline.reportNumbers.at(-1) ?? 0;
	if (type === 'DialogueHeld') typed.dates = asOf;
	if (type === 'ReportSubmitted') typed.numbers = timeline.reportNumbers.join(', ');
	if (type === 'NextReportRequested') typed.numbers = `${last + 1}`;
	if (type === 'NextReportSubmitted') {
		const owed = timeline.obligations.findLast(({ duty }) => duty === 'nextReport')?.reportNumbers ?? [];
		typed.numbers = (owed.length ? owed : [last + 1]).join(', ');
	}
	// The rule says by when; a document seldom does.
	if (setByRule.includes(type)) typed['deadline.kind'] = 'unstated';
	if (type === 'FollowUpClosed') typed.reason = 'concluded';
	// What the committee grants or moves is agreed between it and the State; what a document asks for is stated.
	if (type === 'ExtensionGranted' || type === 'DeadlineMoved') typed['deadline.basis'] = 'agreed';
	return typed;
}

/** What stands in the form of an event that is corrected: the event as it is. */
export function typedFrom(event: {
	type: string;
	on: string;
	data: Readonly<Record<string, unknown>>;
	source: Readonly<Record<string, string | undefined>> | null;
}): Record<string, string> {
	const typed: Record<string, string> = { on: event.on };
	for (const field of fieldsOf(event.type)) Object.assign(typed, typedField(field, event.data[field.name]));
	for (const [part, text] of Object.entries(event.source ?? {})) if (text) typed[`source.${part}`] = text;
	return typed;
}

/** The units that can be graded on a day: those that were asked about. */
export const gradableUnits = (timeline: Timeline, asOf: IsoDate): Unit[] =>
	coverageOn(timeline, asOf).map(({ unit }) => unit);

/**
 * The scale of the day that stands in a form: an assessment is recorded on the scale it was made on.
 * @param otherwise the day that counts while none can be read there
 */
export function scaleTyped(procedure: Procedure, { on = '' }: Typed, otherwise: IsoDate): GradeScale | null {
	const day = parseDate(on);
	return scaleOn(procedure, day.ok ? day.value : otherwise);
}

function typedField({ name, kind }: Field, value: unknown): Typed {
	if (value === undefined) return {};
	switch (kind) {
		case 'deadline':
			return typedDeadline(name, value as Deadline);
		case 'months':
			return { [name]: monthsOf(value as string) };
		case 'grades':
			return Object.fromEntries(
				(value as { unit: Unit; grade: string }[]).map(({ unit, grade }) => [`${name}.${unit}`, grade])
			);
		case 'sections':
		case 'recommendations':
			return {
				[name]: (value as { units: Unit[] }[]).flatMap(({ units }) => units.map(printUnit)).join(', ')
			};
		case 'units':
			return { [name]: (value as Unit[]).map(printUnit).join(', ') };
		case 'dates':
		case 'numbers':
		case 'reportNumbers':
			return { [name]: (value as unknown[]).join(', ') };
		default:
			return { [name]: String(value) };
	}
}
