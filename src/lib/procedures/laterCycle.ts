import type { Procedure } from './procedure.ts';

const made = new WeakMap<Procedure, Procedure>();

/**
 * A procedure as it runs in the cycles after the first: no report is owed from the entry into force any more, so
 * neither the statechart nor its picture has that step. The same object each time.
 */
export function laterCycle(procedure: Procedure): Procedure {
	if (!procedure.reporting?.initialReportWithin) return procedure;
	let later = made.get(procedure);
	if (!later) {
		later = { ...procedure, reporting: { ...procedure.reporting, initialReportWithin: null } };
		made.set(procedure, later);
	}
	return later;
}
