import { ok, refuse, type Result } from '#lib/result.ts';
import type { Background } from '../background.ts';
import type { Progress } from '../progress.ts';
import type { RecordFailure, Workspace } from '../workspace.svelte.ts';
import type { Passage } from './passage.ts';
import type { ToTakeBack } from './tasks.ts';

/** What was taken back, in the order of recording, and by what. */
export interface TakenBack {
	events: Passage;
	by: Passage;
}

interface How {
	background: Background;
	/** Hears how far it is while it can be stopped. */
	progress: Progress;
	/** Is told that it is too late to stop. */
	writing: () => void;
	/** Stops it: nothing was recorded. */
	signal: AbortSignal;
}

/**
 * Takes back what was recorded in a long passage, so that the page can go on; what the page shows is for it to bring
 * up to date. Where something was recorded meanwhile, the gate is asked anew.
 */
export async function takeBackInThread(
	workspace: Pick<Workspace, 'asKnownAt' | 'by' | 'replica' | 'streams' | 'refresh'>,
	{ passage, reason }: Pick<ToTakeBack, 'passage' | 'reason'>,
	{ background, progress, writing, signal }: How
): Promise<Result<TakenBack, RecordFailure | { kind: 'nothingRead' } | { kind: 'stopped' }>> {
	const stopped = new Promise<{ ok: false; error: { kind: 'stopped' } }>((settle) =>
		signal.addEventListener('abort', () => settle(refuse({ kind: 'stopped' })))
	);
	for (;;) {
		const { asKnownAt, by, replica, streams: known } = workspace;
		if (!replica) return refuse({ kind: 'notOpen' });
		if (asKnownAt !== null) return refuse({ kind: 'lookingBack' });
		const asked = { passage, reason, known: [...known], identity: { by, replica } };
		const planned = await Promise.race([background.run('planTakingBack', asked, progress), stopped]);
		if (!planned.ok) return planned;
		if (planned.value.length === 0) return ok({ events: [], by: [] });
		writing();
		const taken = await background.run('takeBack', {});
		if (taken.ok) return ok({ events: planned.value, by: taken.value });
		if (taken.error.kind !== 'logMoved') return taken;
		await workspace.refresh();
	}
}
