import type { IsoDate } from '#lib/calendar/date.ts';
import { dayNumber, dayOf, partsOf, type DayNumber } from '#lib/calendar/dayNumber.ts';
import { readChronicle, type Milestone, type Told } from '#lib/cycle/outline/chronicle.ts';
import type { Outline } from '#lib/cycle/outline/outline.ts';
import type { Parties } from './columns.ts';
import { narrow } from './narrowing.ts';
import type { Selection, Stage } from './selection.ts';

/** A cycle that a body has in hand, or has reviewed, on a day. */
export interface Review {
	outline: Outline;
	stage: Stage;
	/**
	 * Since when it waits: the day the report came, or the list prior to reporting was adopted, or the review without a
	 * report was scheduled; of one that was held,
	 * the day of the dialogue, or of the adoption where no dialogue is known.
	 */
	since: IsoDate;
	/**
	 * The number of the session that adopted the concluding observations, or that has the review on its programme; null
	 * where that is not known.
	 */
	session: number | null;
	/** The first day of the session that has the review on its programme, where that is known. */
	opens: IsoDate | null;
}

interface Course {
	outline: Outline;
	told: readonly Told[];
}

/** The reviews of many cycles, on any day. */
export class Reviews {
	readonly #courses: readonly Course[];
	readonly #parties: Parties;
	readonly #nameOf: (state: string) => string;

	constructor(outlines: Iterable<Outline>, parties: Parties, nameOf: (state: string) => string) {
		this.#courses = Array.from(outlines, (outline) => ({ outline, told: readChronicle(outline.chronicle) }));
		this.#parties = parties;
		this.#nameOf = nameOf;
	}

	/** The rows on a day, as far as a selection goes: what waits longest first. */
	rows(asOf: IsoDate, selection: Selection): Review[] {
		const keeps = keeper(selection, this.#parties, this.#nameOf);
		const today = dayNumber(asOf);
		return this.#courses
			.filter(({ outline }) => keeps(outline))
			.map((course) => reviewOn(course, today))
			.filter((review) => review !== null)
			.filter(
				({ stage, session, since }) =>
					(selection.stage === null ||
						(selection.stage === 'scheduled'
							? isScheduled({ stage, session })
							: selection.stage === stage)) &&
					(selection.session === null || selection.session === session) &&
					(selection.year === null || (stage === 'held' && yearOf(since) === selection.year))
			)
			.sort(
				(one, other) => compare(one.since, other.since) || compare(one.outline.stream, other.outline.stream)
			);
	}
}

/** Whether a selection keeps a cycle, by its State and body. */
export function keeper(
	selection: Selection,
	parties: Parties,
	nameOf: (state: string) => string
): (outline: Outline) => boolean {
	const { states, bodies } = narrow(selection, parties, nameOf);
	const keptStates = new Set(parties.states.filter((_, place) => states[place]));
	const keptBodies = new Set(parties.bodies.filter((_, place) => bodies[place]));
	return ({ state, body }) => keptStates.has(state) && keptBodies.has(body);
}

/** How far a cycle has come by a day; null where the body has nothing in hand. */
function reviewOn({ outline, told }: Course, today: DayNumber): Review | null {
	const first = (what: Milestone) =>
		told.find((one): one is Extract<Told, { what: Milestone }> => one.what === what && one.on <= today);
	const scheduled = told.findLast(
		(one): one is Extract<Told, { what: Milestone }> => one.what === 'ReviewScheduled' && one.on <= today
	);
	const at = (stage: Stage, since: DayNumber): Review => ({
		outline,
		stage,
		since: dayOf(since),
		session: scheduled?.session ?? null,
		opens: scheduled?.opens ? dayOf(scheduled.opens) : null
	});
	const adopted = first('ConcludingObservationsAdopted');
	const held = first('DialogueHeld') ?? adopted;
	if (held) return { ...at('held', held.on), session: adopted?.session ?? null, opens: null };
	const [prior, report] = [first('ListOfIssuesPriorToReportingAdopted'), first('ReportSubmitted')];
	if (!report) {
		const waiting = prior ?? scheduled;
		return waiting ? at('report', waiting.on) : null;
	}
	// Under the simplified procedure the report answers the list already.
	const answers = prior !== undefined && prior.on <= report.on;
	if (answers || first('RepliesToListOfIssuesReceived')) return at('dialogue', report.on);
	return at(first('ListOfIssuesAdopted') ? 'replies' : 'list', report.on);
}

/** Whether a review that was not held yet is on the programme of a session. */
export const isScheduled = ({ stage, session }: Pick<Review, 'stage' | 'session'>): boolean =>
	stage !== 'held' && session !== null;

const yearOf = (day: IsoDate): number => partsOf(dayNumber(day)).year;
const compare = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);
