import type { IsoDate } from '#lib/calendar/date.ts';
import { dayNumber, dayOf } from '#lib/calendar/dayNumber.ts';
import { readChronicle, type Told } from '#lib/cycle/outline/chronicle.ts';
import type { Outline } from '#lib/cycle/outline/outline.ts';
import { partiesOf } from '#lib/cycle/stream.ts';
import { rangeOf } from '#lib/cycle/reportNumbers.ts';
import type { Owed } from '#lib/cycle/timeline/owed.ts';

/** What a body has done about something that is owed, up to a day. Each in the order it happened. */
export interface StepsTaken {
	reminders: readonly IsoDate[];
	/** With the State's mission, since it is owed. */
	meetings: readonly IsoDate[];
	/** Told that the State will be reviewed without a report. */
	notices: readonly IsoDate[];
	/** Reviewed without a report. */
	reviews: readonly IsoDate[];
}

/**
 * The steps taken about an obligation: in its own cycle, and in that of the report that is owed, which the body may
 * have begun without it.
 * @param outlineOf the outline of a cycle; undefined where nothing is recorded of it
 */
export function stepsTaken(
	owed: Owed,
	asOf: IsoDate,
	outlineOf: (stream: string) => Outline | undefined
): StepsTaken {
	const [opened, today] = [dayNumber(owed.openedBy.on), dayNumber(asOf)];
	const upToToday = (stream: string) =>
		readChronicle(outlineOf(stream)?.chronicle ?? '').filter(({ on }) => on <= today);
	const own = upToToday(owed.stream);
	const next = cycleOfReport(owed);
	const ofReport = next === null ? own : upToToday(next);
	const isWithoutReport = !ofReport.some(({ what }) => what === 'ReportSubmitted');
	return {
		reminders: daysOf(own, (told) => told.what === 'reminder' && owed.stream + told.obligation === owed.id),
		meetings: daysOf(own, ({ what, on }) => what === 'MeetingHeldWithMission' && on >= opened),
		notices: daysOf(ofReport, ({ what }) => what === 'NoticeOfReviewGiven'),
		reviews:
			next !== null && isWithoutReport
				? daysOf(ofReport, ({ what }) => what === 'DialogueHeld' || what === 'ConcludingObservationsAdopted')
				: []
	};
}

/** The cycle of a periodic report that is owed: `CMW/AZE/4`, or `CMW/AZE/4-5` where it combines two. */
export const cycleOfReport = ({
	stream,
	duty,
	reportNumbers
}: Pick<Owed, 'stream' | 'duty' | 'reportNumbers'>): string | null =>
	duty === 'nextReport' && reportNumbers.length > 0 ? `${partiesOf(stream)}/${rangeOf(reportNumbers)}` : null;

const daysOf = (told: readonly Told[], isMeant: (one: Told) => boolean): IsoDate[] =>
	[...new Set(told.filter(isMeant).map(({ on }) => on))].map(dayOf);
