import { parseDate, type IsoDate } from '#lib/calendar/date.ts';
import { numbersNamed, rangeOf } from '#lib/cycle/reportNumbers.ts';
import type { Status } from '#lib/exchange/statuses/status.ts';
import type { SymbolParts } from '#lib/exchange/statuses/line.ts';
import { procedureOf } from '#lib/procedures/index.ts';
import { ok, refuse, type Result } from '#lib/result.ts';
import type { Faults, FieldFault, Typed } from '../eventForm/faults.ts';
import { parseUnits } from '../eventForm/units.ts';

/** What can be filled in for a body. */
export interface Asked {
	/** The entry into force, from which something is due. */
	entry: boolean;
	/** A review, and what the committee asked for in it. */
	review: boolean;
	followUp: boolean;
	nextReport: boolean;
}

/** What a body's procedure has that one can fill in. */
export function askedBy(body: string): Asked {
	const procedure = procedureOf(body);
	const reporting = procedure?.reporting ?? null;
	return {
		entry: Boolean(reporting?.initialReportWithin ?? procedure?.visits),
		review: reporting !== null,
		followUp: Boolean(procedure?.followUp),
		nextReport: reporting !== null && !reporting.foldedInto && !reporting.additionalInformationEvery
	};
}

/** The days on which something happened. */
const happened = ['submitted', 'considered', 'adopted', 'followUpReceived'] as const;
const days = [...happened, 'followUpDue', 'nextReportDue'] as const;

/** Whether something was typed in a form that counts for how far the State is: only that is read. */
export const isFirst = (typed: Typed): boolean => typed.kind === 'first';

/**
 * Reads what was typed of a State before a body. All faults are found at once.
 * @param today in Geneva: what has happened cannot lie after it
 */
export function parseStatus(
	typed: Typed,
	{ body, state, today }: { body: string; state: string; today: IsoDate },
	symbolIn: (text: string) => SymbolParts | null
): Result<Status, Faults> {
	const faults: Record<string, FieldFault> = {};
	const text = (name: string) => typed[name]?.trim() ?? '';
	const dated = (name: string): IsoDate | undefined => {
		if (!text(name)) return undefined;
		const read = parseDate(text(name));
		if (!read.ok) faults[name] = read.error;
		else if (read.value > today && isHappened(name))
			faults[name] = { kind: 'inTheFuture', on: read.value, today };
		return read.ok ? read.value : undefined;
	};
	if (isFirst(typed)) {
		const entryIntoForce = dated('entryIntoForce');
		if (!entryIntoForce && !faults.entryIntoForce) faults.entryIntoForce = { kind: 'missing' };
		if (!entryIntoForce || Object.keys(faults).length > 0) return refuse(faults);
		return ok({ body, state, numbers: [1], entryIntoForce });
	}
	const symbol = text('symbol');
	const parts = symbol ? symbolIn(symbol) : null;
	const written = text('numbers');
	const numbers = written ? numbersNamed(written) : [...(parts?.numbers ?? [])];
	if (!numbers.length) faults.numbers = written ? { kind: 'notANumber', text: written } : { kind: 'missing' };
	if (symbol && !parts) faults.symbol = { kind: 'notASymbol', text: symbol };
	else if (parts && !parts.isOfObservations) faults.symbol = { kind: 'symbolOfOtherDocument', text: symbol };
	else if (parts && isOfAnother(parts, { body, state, numbers }))
		faults.symbol = { kind: 'symbolOfAnother', text: symbol };
	const units = parseUnits(text('followUpUnits'));
	if (!units.ok) faults.followUpUnits = { kind: 'notAUnit', text: units.error };
	const told = Object.fromEntries(days.map((name) => [name, dated(name)]).filter(([, day]) => day));
	if (Object.keys(faults).length > 0 || !units.ok) return refuse(faults);
	return ok({
		body,
		state,
		numbers,
		...(parts && { symbol: parts.symbol }),
		...told,
		...(units.value.length > 0 && { followUpUnits: units.value }),
		...(typed.inPrinciple && { inPrinciple: true })
	});
}

const isHappened = (name: string): boolean =>
	name === 'entryIntoForce' || (happened as readonly string[]).includes(name);

/** The symbol of a protocol's document begins as that of its committee. */
const isOfAnother = (
	parts: SymbolParts,
	{ body, state, numbers }: Pick<Status, 'body' | 'state' | 'numbers'>
): boolean =>
	(parts.body !== null && parts.body !== body && !body.startsWith(`${parts.body}-`)) ||
	(parts.state !== null && parts.state !== state) ||
	(parts.numbers.length > 0 && numbers.length > 0 && rangeOf(parts.numbers) !== rangeOf(numbers));
