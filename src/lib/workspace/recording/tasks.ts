import { genevaToday, instantNow } from '#lib/calendar/today.ts';
import { passGate, type GateContext, type Proposal } from '#lib/cycle/gate.ts';
import { tryInCycle, type CycleTrial, type RuleChange } from '#lib/cycle/rules/dryRun.ts';
import type { Amended } from '#lib/cycle/rules/taken.ts';
import { newId } from '#lib/envelope/envelope.ts';
import type { Log } from '#lib/log/index.ts';
import { ok } from '#lib/result.ts';
import { foldStreams } from '../foldStreams.ts';
import type { Identity } from '../identity.ts';
import { toKeptParts } from '../kept.ts';
import type { Progress } from '../progress.ts';
import { checkEach } from './checkEach.ts';
import { passageOf, type Passage } from './passage.ts';
import { withdrawalsOf } from './withdrawals.ts';

/** What the gate must know beside the events. */
interface Circumstances {
	identity: Identity;
	/** The cycles of the bodies concerned of which anything was amended. */
	amended: readonly Amended[];
}

/** What is asked of the gate. */
export interface ToCheck extends Circumstances {
	proposals: readonly Proposal[];
	/** Every cycle that they concern. */
	streams: ReadonlySet<string>;
}

/** What is to be recorded, all of it or nothing. */
export interface ToRecord extends ToCheck {
	/** Where the log stood when that was decided. */
	expected: number;
	/** Record also what the statechart does not take where it stands. */
	anyway: boolean;
}

/** Cycles to be folded. */
export interface ToFold {
	streams: ReadonlySet<string>;
	/** Where the log stood; what came later does not count. */
	position: number;
}

/** A change of the rules to be tried. */
export interface ToTry extends Circumstances {
	change: RuleChange;
	/** The cycles of its body. */
	streams: readonly string[];
	/** Where the log stood; what came later is not reckoned with. */
	position: number;
}

/** The work of recording: done at once where it is little, and in a thread of its own where it is much. */
export function createRecordingTasks(log: Log, progress: Progress) {
	/** Folds cycles as they stood at a position of the log. */
	async function foldAt({ streams, position }: ToFold) {
		const events = await log.readStreams(streams, position);
		return events.ok ? ok(foldStreams(streams, events.value, progress)) : events;
	}

	return {
		foldAt,
		/** Takes proposals through the gate and records what they come to. */
		async record({ proposals, streams, expected, anyway, ...circumstances }: ToRecord) {
			const recorded = await log.readStreams(streams);
			if (!recorded.ok) return recorded;
			const context = { ...contextOf(circumstances), anyway };
			const passed = passGate(proposals, recorded.value, context, (done) => progress(done, proposals.length));
			if (!passed.ok) return passed;
			const appended = await log.append({ ...passed.value, expected });
			return appended.ok ? ok(appended.value.events) : appended;
		},

		/** What the gate has against each of some proposals, asked by itself; null where it has nothing. */
		async check({ proposals, streams, ...circumstances }: ToCheck) {
			const recorded = await log.readStreams(streams);
			return recorded.ok ? ok(checkEach(proposals, recorded.value, contextOf(circumstances))) : recorded;
		},

		/** Which events of a passage are to be taken back, so that all of it is. */
		async withdrawals({ passage }: { passage: Passage }) {
			const recorded = await log.readStreams(new Set(passage.map(({ stream }) => stream)));
			return recorded.ok ? ok(passageOf(withdrawalsOf(passage, recorded.value))) : recorded;
		},

		/** The same, and keeps what comes of it. */
		async foldAndKeep(asked: ToFold) {
			const folded = await foldAt(asked);
			// Where it is not kept it is folded again at the next start.
			if (folded.ok) void log.cache.setParts(toKeptParts(folded.value, asked.position));
			return folded;
		},

		/** What a change of the rules would do to each cycle that would run under it. Records nothing. */
		async tryChange({ change, streams, position, ...circumstances }: ToTry) {
			const recorded = await log.readStreams(streams, position);
			if (!recorded.ok) return recorded;
			const byStream = Map.groupBy(recorded.value, ({ stream }) => stream);
			const context = contextOf(circumstances);
			const trials: CycleTrial[] = [];
			for (const [place, stream] of streams.entries()) {
				const trial = tryInCycle(stream, byStream.get(stream) ?? [], change, context);
				if (trial) trials.push(trial);
				progress(place + 1, streams.length);
			}
			return ok(trials);
		}
	};
}

function contextOf({ identity, amended }: Circumstances): GateContext {
	const now = instantNow();
	return { today: genevaToday(now), now, newId, amended, ...identity };
}
