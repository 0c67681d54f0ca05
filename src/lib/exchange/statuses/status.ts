import type { IsoDate } from '#lib/calendar/date.ts';
import type { Duty } from '#lib/cycle/deadline.ts';
import type { EventType } from '#lib/cycle/events/catalogue.ts';
import type { Proposal } from '#lib/cycle/gate.ts';
import { rangeOf } from '#lib/cycle/reportNumbers.ts';
import type { Unit } from '#lib/cycle/units.ts';
import type { Source } from '#lib/envelope/envelope.ts';
import { ok, refuse, type Result } from '#lib/result.ts';

/** How one cycle stands, as a line of a table or a form states it. What is not known is left out. */
export interface Status {
	body: string;
	/** ISO 3166-1 alpha-3, or as symbols have it: `CHN-HKG`. */
	state: string;
	/** The reports of the cycle. */
	numbers: readonly number[];
	/** Of the concluding observations. */
	symbol?: string;
	entryIntoForce?: IsoDate;
	submitted?: IsoDate;
	/** The last day of the dialogue. */
	considered?: IsoDate;
	adopted?: IsoDate;
	followUpUnits?: readonly Unit[];
	followUpDue?: IsoDate;
	followUpReceived?: IsoDate;
	nextReportDue?: IsoDate;
	/** Whether the next report is due then "in principle". */
	inPrinciple?: boolean;
	/** Something that is owed by a day, as a table of what is owed has it. */
	owed?: { duty: Duty; due: IsoDate };
}

export type StatusRefusal =
	/** It says nothing beyond which cycle it is. */
	| { kind: 'nothingStated' }
	/** What the committee asked for has no day while that of the concluding observations is not known. */
	| { kind: 'adoptionMissing' }
	/** Follow-up was asked for, but on which paragraphs is not said. */
	| { kind: 'unitsMissing' }
	/** It is owed from the entry into force on, and only before the first report. */
	| { kind: 'notTheFirstCycle' };

/** The stream of a cycle: `CMW/AZE/3`. */
export const streamOf = ({ body, state, numbers }: Pick<Status, 'body' | 'state' | 'numbers'>): string =>
	`${body}/${state}/${rangeOf(numbers)}`;

/** One thing a status states, as it would be recorded; `on` is null where the day is not known. */
export interface Stated {
	type: EventType;
	on: IsoDate | null;
	data: Record<string, unknown>;
}

/** Everything a status states, in the order in which it happened. */
export function statedIn(status: Status): Stated[] {
	const { numbers, symbol, adopted = null, considered, followUpUnits, inPrinciple } = status;
	const exact = (due: IsoDate) => ({ kind: 'exact', due, basis: 'stated' });
	const fact = (type: EventType, on: IsoDate | undefined, data: Record<string, unknown> = {}): Stated[] =>
		on ? [{ type, on, data }] : [];
	const request = (type: EventType, isAsked: boolean, data: Record<string, unknown>): Stated[] =>
		isAsked ? [{ type, on: adopted, data }] : [];
	const { entryIntoForce, submitted, followUpDue, followUpReceived, nextReportDue } = status;
	const units = [...(followUpUnits ?? [])];
	return [
		// The rule says by when; a table seldom does.
		...fact('TreatyEnteredIntoForce', entryIntoForce, { deadline: { kind: 'unstated' } }),
		...fact('ReportSubmitted', submitted, { numbers: [...numbers] }),
		...fact('DialogueHeld', considered, { dates: [considered] }),
		...fact('ConcludingObservationsAdopted', adopted ?? undefined, symbol ? { symbol } : {}),
		// What was asked about is owed also where nothing says by when: then without a date.
		...request('FollowUpRequested', Boolean(followUpDue) || units.length > 0, {
			units,
			deadline: followUpDue ? exact(followUpDue) : { kind: 'unstated' }
		}),
		...request('NextReportRequested', Boolean(nextReportDue), {
			numbers: [numbers.at(-1)! + 1],
			...(nextReportDue && {
				deadline: inPrinciple ? { ...exact(nextReportDue), kind: 'provisional' } : exact(nextReportDue)
			})
		}),
		...fact('FollowUpReceived', followUpReceived, { sections: [] })
	];
}

/**
 * What is stated, as proposals for the gate.
 * @param adopted the day of the concluding observations as recorded, where the status does not give it
 */
export function proposalsOf(
	status: Status,
	stated: readonly Stated[],
	source: Source | null,
	adopted: IsoDate | null = null
): Result<Proposal[], StatusRefusal> {
	const stream = streamOf(status);
	const proposals: Proposal[] = [];
	for (const { type, on, data } of stated) {
		if (type === 'TreatyEnteredIntoForce' && !status.numbers.includes(1))
			return refuse({ kind: 'notTheFirstCycle' });
		if (type === 'FollowUpRequested' && !(data.units as Unit[]).length)
			return refuse({ kind: 'unitsMissing' });
		const day = on ?? adopted;
		if (!day) return refuse({ kind: 'adoptionMissing' });
		proposals.push({ stream, type, on: day, data, source });
	}
	// As they are said to have happened, so that the gate can say which of them cannot come where it stands.
	return ok(proposals.sort((one, other) => (one.on < other.on ? -1 : Number(one.on > other.on))));
}
