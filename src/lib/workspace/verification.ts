import { instantNow } from '#lib/calendar/today.ts';
import {
	newVerification,
	type ChainSeen,
	type Device,
	type Finding,
	type Head,
	type Log,
	type ReadFailure,
	type Verification,
	type WriteFailure
} from '#lib/log/index.ts';
import { ok, type Result } from '#lib/result.ts';

/** The log does not go on from where it stood when it was verified before: its end was cut off or replaced. */
export interface NotContinued {
	kind: 'notContinued';
	/** Where it stood then, and when that was. */
	position: number;
	at: string;
}

/** What a verification came to that saw the whole log. Plain JSON. */
export interface Complete {
	/** When its last event was looked at, and when the first was. */
	at: string;
	since: string;
	/** The head it came to. */
	position: number;
	hash: string;
	/** How many events the log had, and how many of them could be looked at. */
	events: number;
	seen: number;
	unlinked: number;
	/** How many events were redacted or were to be. */
	redacted: number;
	chains: Record<string, ChainSeen>;
	findings: (Finding | NotContinued)[];
}

/** A head that was found to be sound once, and must be in the log ever after. */
interface KnownHead {
	position: number;
	hash: string;
	at: string;
}

/** What this device keeps of verifying its log: how far it has come, and what the last came to. Plain JSON. */
export interface KeptVerification {
	form: 1;
	verification: Verification;
	/** When the first commit was looked at. */
	since: string;
	/** The hash of the log when it was last gone on with. */
	head: string;
	/** Whether the log stood still all the while. What was seen early may have been taken out since, where not. */
	steady: boolean;
	/** Whether it had seen everything when it was put down. */
	done: boolean;
	complete: Complete | null;
	known: KnownHead | null;
}

/** How to verify: on from where it was put down, or from the first commit. */
export interface HowToVerify {
	fromTheBeginning?: boolean;
	/** A head that the log does not go on from is no longer held against it. */
	acceptHead?: boolean;
}

const key = 'verification';
/** So many findings are kept; who has more needs no list of them. */
export const mostFindings = 500;

/** What is kept of verifying; null where nothing is, or not in this form. */
export async function readVerification(
	device: Device
): Promise<Result<KeptVerification | null, ReadFailure>> {
	const read = await device.get(key);
	if (!read.ok) return read;
	const kept = read.value;
	const isKept = typeof kept === 'object' && kept !== null && 'form' in kept && kept.form === 1;
	return ok(isKept ? (kept as KeptVerification) : null);
}

/**
 * Goes on with the verification for one stretch, and keeps how far it has come, so that whoever closes the app
 * loses no more than that.
 */
export async function verifyStretch(
	log: Log,
	{ fromTheBeginning = false, acceptHead = false }: HowToVerify
): Promise<Result<{ kept: KeptVerification; done: boolean }, ReadFailure | WriteFailure>> {
	const read = await readVerification(log.device);
	if (!read.ok) return read;
	const kept = read.value ?? begun(null, null);
	const known = acceptHead ? null : kept.known;
	const before = fromTheBeginning ? begun(kept.complete, known) : { ...kept, known };
	const head = await log.head();
	if (!head.ok) return head;
	const looked = await log.verify(before.verification);
	if (!looked.ok) return looked;
	const after = await log.head();
	if (!after.ok) return after;
	const next = await takenIn(log, before, looked.value, head.value, after.value);
	if (!next.ok) return next;
	const written = await log.device.set(key, next.value);
	return written.ok ? ok({ kept: next.value, done: next.value.done }) : written;
}

const begun = (complete: Complete | null, known: KnownHead | null): KeptVerification => ({
	form: 1,
	verification: newVerification(),
	since: instantNow(),
	head: '',
	steady: true,
	done: false,
	complete,
	known
});

/** The verification after one more stretch. */
async function takenIn(
	log: Log,
	before: KeptVerification,
	looked: { verification: Verification; done: boolean },
	head: Head,
	after: Head
): Promise<Result<KeptVerification, ReadFailure>> {
	const isFirst = before.verification.position === 0;
	const next: KeptVerification = {
		...before,
		verification: withoutContents(looked.verification),
		head: head.hash,
		steady: isFirst || (before.steady && before.head === head.hash),
		// Something may have been recorded while this was looked at.
		done: looked.done && after.hash === head.hash
	};
	if (!next.done) return ok(next);
	// Then everything is looked at once more before anything is said.
	return !next.steady && isUnsure(next, head)
		? ok(begun(next.complete, next.known))
		: completed(log, next, head);
}

/**
 * Whether what was looked at while the log moved cannot be relied on: something was found, or events went that
 * had been seen, as they do with the worked example.
 */
function isUnsure({ verification, complete }: KeptVerification, head: Head): boolean {
	const found = complete?.findings.filter(({ kind }) => kind !== 'notContinued').length ?? 0;
	const unseen = complete ? complete.events - complete.seen : 0;
	return verification.findings.length !== found || head.events - verification.events !== unseen;
}

/** Adds what the verification came to, now that it has seen everything. */
async function completed(
	log: Log,
	kept: KeptVerification,
	{ position, hash, events, redacted }: Head
): Promise<Result<KeptVerification, ReadFailure>> {
	const { verification, since, known } = kept;
	const at = instantNow();
	const found = known && (await log.findHash(known.hash));
	if (found && !found.ok) return found;
	const isContinued = !known || (found?.value?.kind === 'commit' && found.value.position === known.position);
	const lost: NotContinued[] = isContinued
		? []
		: [{ kind: 'notContinued', position: known.position, at: known.at }];
	const complete: Complete = {
		at,
		since,
		position,
		hash,
		events,
		seen: verification.events,
		unlinked: verification.unlinked,
		redacted: redacted.length,
		chains: verification.chains,
		findings: [...lost, ...verification.findings]
	};
	// An empty log has no hash to be known by.
	return ok({ ...kept, complete, known: isContinued && hash ? { position, hash, at } : known });
}

/** What an event says is not kept here: it may be taken out of the log one day, and must then be gone. */
function withoutContents(verification: Verification): Verification {
	const findings = verification.findings.slice(0, mostFindings).map((finding): Finding => {
		if (!('event' in finding)) return finding;
		const { link, ...event } = finding.event;
		const bare = link && { sequence: link.sequence, previous: link.previous, hash: link.hash };
		return { ...finding, event: { ...event, ...(bare && { link: bare }), data: {}, source: null } };
	});
	return { ...verification, findings };
}

const [day, longAgo] = [24 * 3_600_000, 30 * 24 * 3_600_000];
/** So many commits may come before they are looked at. */
const aFew = 50;

/** What is to be verified by itself at an instant: nothing, what is new, or everything again. */
export function dueVerification(
	kept: KeptVerification | null,
	head: Pick<Head, 'position' | 'events' | 'redacted'>,
	now: string
): 'nothing' | 'whatIsNew' | 'everything' {
	if (head.events === 0) return 'nothing';
	if (!kept?.complete && !kept?.verification.position) return 'everything';
	const { complete, done } = kept;
	if (!complete || !done) return 'whatIsNew';
	const passed = (since: string) => Date.parse(now) - Date.parse(since);
	// What was rewritten to take a content out may have been written wrongly.
	if (passed(complete.since) > longAgo || complete.redacted !== head.redacted.length) return 'everything';
	return passed(complete.at) > day || head.position - complete.position > aFew ? 'whatIsNew' : 'nothing';
}
