import { genevaToday, instantNow } from '#lib/calendar/today.ts';
import { passGate } from '#lib/cycle/gate.ts';
import { partiesOf } from '#lib/cycle/stream.ts';
import { newId, type NewEvent } from '#lib/envelope/envelope.ts';
import type { Log } from '#lib/log/index.ts';
import { ok, refuse } from '#lib/result.ts';
import type { Identity } from '../identity.ts';
import type { Progress } from '../progress.ts';
import { passageOf, type Passage } from './passage.ts';
import { takingBack, withdrawalsOf } from './withdrawals.ts';

/** What is to be taken back, and who does it. */
export interface ToTakeBack {
	passage: Passage;
	/** Is given in the corrections. */
	reason: string;
	/** The cycles that are in the log. */
	known: readonly string[];
	identity: Identity;
}

/** Taking back what was recorded in a long passage. What is planned is held until the thread ends. */
export function createUndoTasks(log: Log, progress: Progress) {
	let planned: { events: NewEvent[]; position: number } | undefined;

	return {
		/** Asks the gate whether a passage can be taken back, and gives what of it would be. Changes nothing. */
		async planTakingBack({ passage, reason, known, identity }: ToTakeBack) {
			planned = undefined;
			const head = await log.head();
			if (!head.ok) return head;
			const { position } = head.value;
			const own = new Set(passage.map(({ stream }) => stream));
			const parties = new Set([...own].map(partiesOf));
			const streams = [...own, ...known.filter((stream) => parties.has(partiesOf(stream)))];
			const recorded = await log.readStreams(streams, position);
			if (!recorded.ok) return recorded;

			const now = instantNow();
			const context = { today: genevaToday(now), now, newId, ...identity };
			const withdrawn = withdrawalsOf(passage, recorded.value);
			const recordedOf = Map.groupBy(recorded.value, ({ stream }) => partiesOf(stream));
			const events: NewEvent[] = [];
			let asked = 0;
			// As one passage the gate would say the same, and not how far it is.
			for (const [parties, ofParties] of Map.groupBy(withdrawn, ({ stream }) => partiesOf(stream))) {
				const proposals = takingBack(ofParties, context.today, reason);
				const passed = passGate(proposals, recordedOf.get(parties) ?? [], context);
				if (!passed.ok) return passed;
				for (const event of passed.value.events) events.push(event);
				progress((asked += ofParties.length), withdrawn.length);
			}
			planned = { events, position };
			return ok(passageOf(withdrawn).toReversed());
		},

		/** Takes back what was planned: all of it in one transaction, or nothing, also where the log has moved on since. */
		async takeBack(_: Record<string, never>) {
			if (!planned) return refuse({ kind: 'nothingRead' } as const);
			const { events, position: expected } = planned;
			const appended = await log.append({ events, expected });
			if (!appended.ok) return appended;
			planned = undefined;
			return ok(passageOf(appended.value.events));
		}
	};
}
