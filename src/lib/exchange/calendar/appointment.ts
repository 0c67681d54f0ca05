import type { IsoDate } from '#lib/calendar/date.ts';
import type { DueDate } from '#lib/cycle/timeline/dueDate.ts';
import { everythingOwedIn, foldCycle, type Timeline } from '#lib/cycle/timeline/fold.ts';
import { knownAt } from '#lib/cycle/timeline/knownAt.ts';
import type { Obligation } from '#lib/cycle/timeline/obligation.ts';
import type { PreparationStep } from '#lib/cycle/preparation/prepare.ts';
import type { Envelope } from '#lib/envelope/envelope.ts';

/** What stands in a calendar for something that is owed, or for what was once believed to be. */
export interface Appointment {
	/** As it is known now; where it is known no longer, as it was known last. */
	obligation: Obligation | PreparationStep;
	/** By when; where it has no day any more, the last one it had. */
	date: DueDate & { due: IsoDate };
	/**
	 * - `open`, `met`, `overtaken`, `closed`: how it stands, by the last that is known
	 * - `undated`: it has no day any more
	 * - `withdrawn`: it is not owed, and never was: a correction took it away, or a fact learnt later
	 */
	standing: 'open' | 'met' | 'overtaken' | 'closed' | 'undated' | 'withdrawn';
}

/**
 * Everything of one cycle that has or ever had a place in a calendar, in the order of the ids. Nothing here depends
 * on today, or on the order in which the events arrived.
 * @param events all events of one stream, in any order
 */
export function appointmentsOf(stream: string, events: readonly Envelope[]): Appointment[] {
	const timeline = fold(stream, events);
	if (!timeline) return [];
	const appointments = new Map(everythingOwedIn(timeline).flatMap(appointmentOf).map(byId));
	if (mayHaveLostSome(timeline)) {
		const owed = new Set(everythingOwedIn(timeline).map(({ id }) => id));
		for (const [id, { obligation, date }] of believedBefore(stream, events))
			if (!appointments.has(id))
				appointments.set(id, { obligation, date, standing: owed.has(id) ? 'undated' : 'withdrawn' });
	}
	return [...appointments.values()].sort((one, other) => (one.obligation.id < other.obligation.id ? -1 : 1));
}

/** The appointment of an obligation that has or had a day. */
function appointmentOf(obligation: Obligation | PreparationStep): Appointment[] {
	const { dates, ending } = obligation;
	const date = dates.findLast(isDated);
	if (!date) return [];
	return [{ obligation, date, standing: date === dates.at(-1) ? (ending?.how ?? 'open') : 'undated' }];
}

/**
 * Whether an earlier state of the record can have known of an appointment that is none now. Where every fact was
 * taken, each one that ever asked for something is among those that do.
 */
const mayHaveLostSome = ({ withdrawn, anomalies, obligations }: Timeline): boolean =>
	withdrawn.size > 0 || anomalies.length > 0 || obligations.some(({ dates }) => !dates.some(isDated));

/**
 * The appointments that the record gave at each instant at which something was recorded, by id; of several of one
 * obligation the last. Each installation may have given out a calendar before it heard of the others.
 */
function believedBefore(stream: string, events: readonly Envelope[]): Map<string, Appointment> {
	const apart = [...Map.groupBy(events, ({ replica }) => replica)].sort(([one], [other]) =>
		one < other ? -1 : 1
	);
	const states = [...apart.map(([, own]) => own), events].flatMap((known) =>
		[...new Set(known.map(({ recordedAt }) => recordedAt))].sort().map((instant) => knownAt(known, instant))
	);
	return new Map(
		states
			.flatMap((known) => {
				const timeline = fold(stream, known);
				return timeline ? everythingOwedIn(timeline) : [];
			})
			.flatMap(appointmentOf)
			.map(byId)
	);
}

/** The timeline of a cycle; null where it cannot be folded: nothing is said of it then, and nothing withdrawn. */
function fold(stream: string, events: readonly Envelope[]): Timeline | null {
	try {
		const folded = foldCycle(stream, events);
		return 'kind' in folded ? null : folded;
	} catch {
		return null;
	}
}

const isDated = (date: DueDate): date is DueDate & { due: IsoDate } => date.due !== null;
const byId = (appointment: Appointment): [string, Appointment] => [appointment.obligation.id, appointment];
