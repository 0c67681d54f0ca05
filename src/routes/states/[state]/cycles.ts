import type { Timeline } from '#lib/cycle/timeline/fold.ts';
import type { Workspace } from '#lib/workspace/workspace.svelte.ts';

/** The cycles of one State in full. */
export interface CyclesOfState {
	timelines: Timeline[];
	/** How many cannot be read. */
	failed: number;
}

/**
 * The cycles of a State before all committees; undefined while some of them are being read. Whoever asks in markup
 * is told when they come.
 */
export function cyclesOf(workspace: Workspace, state: string): CyclesOfState | undefined {
	const streams = [...workspace.outlines.values()].filter((outline) => outline.state === state);
	const cycles = streams.map(({ stream }) => workspace.cycle(stream));
	if (cycles.some((cycle) => cycle === undefined)) return undefined;
	const timelines = cycles.flatMap((cycle) => (cycle && 'facts' in cycle.timeline ? [cycle.timeline] : []));
	const failed = workspace.failures.filter(({ stream }) => stream.split('/')[1] === state).length;
	return { timelines, failed: failed + cycles.length - timelines.length };
}
