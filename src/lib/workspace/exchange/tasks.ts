import { redactedBy } from '#lib/cycle/events/read.ts';
import type { Envelope } from '#lib/envelope/envelope.ts';
import type { Bundle, Heads } from '#lib/exchange/bundle/bundle.ts';
import { readBundle } from '#lib/exchange/bundle/read.ts';
import { scopeOf, type Scope } from '#lib/exchange/bundle/scope.ts';
import { writeBundle } from '#lib/exchange/bundle/write.ts';
import { decrypt } from '#lib/exchange/encryption/decrypt.ts';
import { encrypt } from '#lib/exchange/encryption/encrypt.ts';
import type { Log } from '#lib/log/index.ts';
import { ok, refuse } from '#lib/result.ts';
import type { Progress } from '../progress.ts';
import { concerned, previewOf } from './preview.ts';

/** A file as it is asked for. */
export interface ToWrite {
	scope: Scope;
	/** The cycles that may have something of it; where it is of everything, all are read. */
	streams: readonly string[];
	/** Encrypts it. */
	passphrase?: string;
}

/** A file that was written, and what it holds. */
export interface Written {
	file: Blob;
	events: number;
	/** Where each chain ends that the file speaks of. */
	heads: Heads;
	/** Where the log stood. */
	position: number;
	/** How much of the log could not be read, and is not in the file. */
	damaged: number;
}

/** A file to look at before it is taken in. */
export interface ToRead {
	file: Blob;
	passphrase?: string;
	/** The cycles that are in the log. */
	known: readonly string[];
}

/** The long work with files. A file that was read is held until it is taken in, or the thread ends. */
export function createExchangeTasks(log: Log, progress: Progress) {
	let held: Bundle | undefined;
	/** A stretch of the work, as a part of the whole. */
	const stretch = (from: number, to: number) => (done: number) => progress(from + (to - from) * done, 1);

	async function eventsOf({ scope, streams }: ToWrite, told: (done: number) => void) {
		const events: Envelope[] = [];
		let damaged = 0;
		const head = await log.head();
		if (!head.ok) return head;
		// Nothing is read that came after the head was looked at: the file states both.
		if (scope.kind !== 'everything') {
			const read = await log.readStreams(streams, head.value.position);
			return read.ok ? ok({ events: read.value, damaged, head: head.value }) : read;
		}
		const read = await log.readAll((contents, before, { events: all }) => {
			for (const event of contents.events) events.push(event);
			damaged += contents.damaged.length;
			told((before + contents.events.length) / Math.max(1, all));
		}, head.value.position);
		return read.ok ? ok({ events, damaged, head: head.value }) : read;
	}

	return {
		/** Writes a file of the log, or of a part of it. */
		async writeFile(asked: ToWrite) {
			const read = await eventsOf(asked, stretch(0, 0.3));
			if (!read.ok) return read;
			const { damaged, head } = read.value;
			const events = scopeOf(read.value.events, asked.scope);
			const heads = head.chains;
			const told = stretch(0.3, 0.8);
			const plain = await writeBundle({ events, scope: asked.scope, heads }, (lines) =>
				told(lines / Math.max(1, events.length))
			);
			const file = asked.passphrase === undefined ? ok(plain) : await encrypted(plain, asked.passphrase);
			if (!file.ok) return file;
			const { position } = head;
			return ok<Written>({ file: file.value, events: events.length, heads, position, damaged });
		},

		/** Reads and checks a file, and says what taking it in would do. Changes nothing. */
		async readFile({ file, passphrase, known }: ToRead) {
			held = undefined;
			const plain = passphrase === undefined ? ok(file) : await decrypted(file, passphrase);
			if (!plain.ok) return plain;
			const told = stretch(passphrase === undefined ? 0 : 0.3, 0.9);
			const bundle = await readBundle(plain.value, ({ bytes, size }) => told(bytes / size));
			if (!bundle.ok) return bundle;
			const { events } = bundle.value;
			const head = await log.head();
			if (!head.ok) return head;
			const plan = await log.planImport({ events, redacts: redactedBy(events) });
			if (!plan.ok) return plan;
			const streams = concerned(plan.value, events);
			const here = await log.readStreams(streams);
			if (!here.ok) return here;
			held = bundle.value;
			const before = { chains: head.value.chains, streams: new Set(known), events: here.value };
			return ok(previewOf(bundle.value, plan.value, before, streams));
		},

		/** Takes in the file that was read last: all that is new in it, or nothing. */
		async takeFile(_: Record<string, never>) {
			if (!held) return refuse({ kind: 'nothingRead' } as const);
			const { events } = held;
			const imported = await log.importEvents({ events, redacts: redactedBy(events) }, (written) =>
				progress(written, events.length)
			);
			if (imported.ok) held = undefined;
			return imported;
		}
	};

	function encrypted(file: Blob, passphrase: string) {
		const [key, whole] = [stretch(0.8, 0.9), stretch(0.9, 1)];
		return encrypt(file, passphrase, random, ({ step, part }) => (step === 'key' ? key : whole)(part));
	}

	function decrypted(file: Blob, passphrase: string) {
		const [key, whole] = [stretch(0, 0.2), stretch(0.2, 0.3)];
		return decrypt(file, passphrase, ({ step, part }) => (step === 'key' ? key : whole)(part));
	}
}

const random = (length: number): Uint8Array => crypto.getRandomValues(new Uint8Array(length));
