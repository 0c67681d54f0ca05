import { instantNow } from '#lib/calendar/today.ts';
import type { Envelope } from '#lib/envelope/envelope.ts';
import { missingIn, type Device, type Head, type ReadFailure, type WriteFailure } from '#lib/log/index.ts';
import { ok, type Result } from '#lib/result.ts';
import type { Background, BackgroundFailure } from './background.ts';
import {
	dueVerification,
	readVerification,
	type Complete,
	type HowToVerify,
	type KeptVerification
} from './verification.ts';

export type { Complete, HowToVerify, NotContinued } from './verification.ts';
export { mostFindings } from './verification.ts';

/** As much of the workspace as verifying needs. */
export interface Verified {
	readonly device: Device;
	readonly background: Background;
	/** Where the log stands. */
	head(): Head | undefined;
}

/** The chain of one installation: where it ends now, and what the last verification saw of it. */
export interface ChainView {
	replica: string;
	end: { sequence: number; hash: string };
	/** How many of its events are here, how many of these say nothing any more, and which places are missing. */
	seen: { events: number; redacted: number; missing: [number, number][] } | null;
}

/** What a noted hash is in this log. */
export type Compared =
	/** The log as it stands; whether all of it was verified and nothing found. */
	| { kind: 'head'; position: number; verified: boolean }
	/** The log as it stood after this commit. */
	| { kind: 'earlier'; position: number; now: number; verified: boolean }
	| { kind: 'event'; event: Envelope }
	| { kind: 'removed' }
	| { kind: 'unknown' };

export type VerifyFailure = ReadFailure | WriteFailure | BackgroundFailure;

/** Verifying the log of this device: how it stands, and the verbs. It goes on where it was put down. */
export class Verifying {
	readonly #of: Verified;
	#kept = $state.raw<KeptVerification | null>(null);
	#running = $state.raw(false);
	#failure = $state.raw<VerifyFailure | null>(null);
	#stopped = false;

	constructor(of: Verified) {
		this.#of = of;
	}

	/** Reads what this device kept of it. */
	async recall(): Promise<void> {
		const kept = await readVerification(this.#of.device);
		if (kept.ok) this.#kept = kept.value;
	}

	get running(): boolean {
		return this.#running;
	}
	/** How far it is, or was when it was put down; null where nothing is begun that is not done. */
	get progress(): { done: number; total: number } | null {
		const { verification, done } = this.#kept ?? {};
		if (!this.#running && (done !== false || !verification?.position)) return null;
		const total = this.#of.head()?.events ?? 0;
		return { done: Math.min(verification?.events ?? 0, total), total };
	}
	/** What the last verification came to that saw everything. */
	get last(): Complete | null {
		return this.#kept?.complete ?? null;
	}
	/** What is not as it was recorded: found by the last that saw everything, or by this one so far. */
	get findings(): Complete['findings'] {
		const { complete, verification, done } = this.#kept ?? {};
		const known = complete?.findings ?? [];
		return done || !verification || verification.findings.length <= known.length
			? known
			: verification.findings;
	}
	/** Why it could not go on. */
	get failure(): VerifyFailure | null {
		return this.#failure;
	}
	/** The chains of all installations that recorded here. */
	get chains(): ChainView[] {
		const seen = this.last?.chains ?? {};
		return Object.entries(this.#of.head()?.chains ?? {}).map(([replica, end]) => {
			const chain = seen[replica];
			if (!chain) return { replica, end, seen: null };
			const events = chain.ranges.reduce((sum, [from, to]) => sum + to - from + 1, 0);
			return { replica, end, seen: { events, redacted: chain.redacted, missing: missingIn(chain) } };
		});
	}

	/** Verifies to the end of the log, or until it is stopped. */
	async start(how: HowToVerify = {}): Promise<void> {
		if (this.#running) return;
		[this.#running, this.#stopped, this.#failure] = [true, false, null];
		for (let next = how; ; next = {}) {
			const stretch = await this.#of.background.run('verify', next);
			if (stretch.ok) this.#kept = stretch.value.kept;
			else this.#failure = stretch.error;
			if (!stretch.ok || stretch.value.done || this.#stopped) break;
		}
		this.#running = false;
	}

	/** Verifies where that is due. Says nothing where it cannot: nobody asked. */
	async startWhereDue(): Promise<void> {
		const head = this.#of.head();
		if (!head || this.#running) return;
		const due = dueVerification(this.#kept, head, instantNow());
		if (due !== 'nothing') await this.start({ fromTheBeginning: due === 'everything' });
	}

	/** Puts it down after the stretch at hand. */
	stop(): void {
		this.#stopped = true;
	}

	/** What a hash is that somebody noted earlier. @param hash in full, in lower case */
	async compare(hash: string): Promise<Result<Compared, VerifyFailure>> {
		const found = await this.#of.background.run('findHash', { hash });
		if (!found.ok) return found;
		const head = this.#of.head();
		if (!found.value) return ok({ kind: 'unknown' });
		const { kind, position } = found.value;
		if (kind === 'event') return ok({ kind, event: found.value.event });
		if (kind === 'removed') return ok({ kind });
		const verified = this.last?.findings.length === 0 && this.last.hash === head?.hash;
		if (head?.hash === hash) return ok({ kind: 'head', position, verified });
		return ok({ kind: 'earlier', position, now: head?.position ?? position, verified });
	}
}
