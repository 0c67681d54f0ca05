import type { IsoDate } from '#lib/calendar/date.ts';
import { everythingOwedIn, type Timeline } from '../timeline/fold.ts';
import type { Obligation } from '../timeline/obligation.ts';
import { leadingOf, obligationsOn, type ObligationOnDay } from '../timeline/views.ts';
import { planOn, registerOn, type PlanOnDay, type RegisterRow } from './onDay.ts';
import { workloadOf, type Load } from './workload.ts';

/** Something a committee is owed, and how it is being prepared. */
export interface DutyOnDesk {
	seen: ObligationOnDay<Obligation>;
	/** Null where nothing was planned by then. */
	plan: PlanOnDay | null;
}

/** Everything one State has before it on a day, whatever the committee. */
export interface StateDesk {
	/** What to speak of first; undefined where nothing is left to do. */
	leading: ObligationOnDay | undefined;
	/** All that is owed and was, and all steps, the most pressing first. */
	everything: readonly ObligationOnDay[];
	/** What is still owed to committees, the most pressing first. */
	open: readonly DutyOnDesk[];
	register: readonly RegisterRow[];
	load: readonly Load[];
}

/** The desk of a State. @param timelines of its cycles before all committees */
export function stateDeskOn(timelines: readonly Timeline[], asOf: IsoDate): StateDesk {
	const byStream = new Map(timelines.map((timeline) => [timeline.stream, timeline]));
	const everything = obligationsOn<ReturnType<typeof everythingOwedIn>[number]>(
		timelines.map((timeline) => ({ obligations: everythingOwedIn(timeline) })),
		asOf
	);
	const open = obligationsOn(timelines, asOf)
		.filter(({ group }) => group !== 'met')
		.map((seen): DutyOnDesk => {
			const { id, stream } = seen.obligation;
			return { seen, plan: planOn(byStream.get(stream)!, id, asOf) };
		});
	const register = timelines.flatMap((timeline) => registerOn(timeline, asOf));
	const steps = open.flatMap(({ plan }) => plan?.steps ?? []);
	return { leading: leadingOf(everything), everything, open, register, load: workloadOf(steps, register) };
}
