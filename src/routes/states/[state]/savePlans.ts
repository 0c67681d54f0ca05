import type { IsoDate } from '#lib/calendar/date.ts';
import type { Timeline } from '#lib/cycle/timeline/fold.ts';
import { plansOn, plansTable } from '#lib/exchange/plans/plansTable.ts';
import { csvOf } from '#lib/exchange/table/csvOf.ts';
import { planHeads, planTitle } from '#lib/words/plansTable.ts';
import { saveFile } from '../../exchange/saveFile.ts';

/** Saves every plan of a State as it stands on a day, as CSV. */
export function savePlans(state: string, timelines: readonly Timeline[], asOf: IsoDate): void {
	const titleOf = (plan: Parameters<typeof planTitle>[0]) => planTitle(plan, timelines);
	const table = plansTable(plansOn(timelines, asOf), planHeads(state), titleOf);
	saveFile(`plans-${state}-${asOf}.csv`, new Blob([csvOf(table)], { type: 'text/csv;charset=utf-8' }));
}
