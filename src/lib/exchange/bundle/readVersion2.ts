import { isSameEvent } from '#lib/envelope/same.ts';
import type { Envelope } from '#lib/envelope/envelope.ts';
import { ok, refuse, type Result } from '#lib/result.ts';
import type { Bundle, Heads } from './bundle.ts';
import { digests } from './digest.ts';
import { envelopeCheck } from './envelopeCheck.ts';
import { damaged, type ImportRefusal, type LineFault } from './faults.ts';
import { parse } from '../json.ts';
import { coveredAt, takeApart, type Line } from './line.ts';
import type { Lines } from './lines.ts';
import { misfitsAmong } from './links.ts';
import { locate, type Seen } from './locate.ts';
import type { Reader } from './reader.ts';
import type { Scope } from './scope.ts';

/**
 * Reads the lines of a file of version 2 or 3, which have the same.
 * @param header `undefined` where it is damaged: the rest is looked at all the same
 */
export function readerOfVersion2(
	header: { version: 2 | 3; file: string; scope: Scope; count: number; heads: Heads } | undefined
): Reader {
	/** What the file is known by; where the header does not tell, its first whole line does. */
	let file = header?.file;
	let isCut = false;
	const seen: Seen[] = [];
	const faults: LineFault[] = header ? [] : [{ kind: 'changed', line: 1 }];
	const events: Envelope[] = [];
	/** Where each event stands, and as which line it was written. */
	const places: { line: number; written: number }[] = [];
	const indexOfId = new Map<string, number>();
	const faultOf = envelopeCheck();

	/** What a line is, once its digest is known. */
	function judge(line: Line | undefined, digest: string): Seen {
		if (line?.digest !== digest) return { claims: line?.line };
		file ??= line.file;
		return line.file === file ? line.line : 'fromAnotherFile';
	}

	/** Takes the event of a whole line; gives it where it is new. */
	function takeEvent(line: number, { line: written, event: text }: Line): Envelope | undefined {
		const event = parse(text);
		const field = faultOf(event);
		if (field !== undefined) {
			faults.push({ kind: 'notAnEvent', line, field });
			return undefined;
		}
		const taken = event as Envelope;
		const earlier = indexOfId.get(taken.id);
		if (earlier === undefined) {
			indexOfId.set(taken.id, events.length);
			events.push(taken);
			places.push({ line, written });
			return taken;
		}
		const place = places[earlier]!;
		if (!isSameEvent(events[earlier]!, taken))
			faults.push({ kind: 'sameIdOtherContent', line, earlierLine: place.line, id: taken.id });
		// A line that stands there twice is found by its number.
		else if (place.written !== written) faults.push({ kind: 'copied', line, original: place.line });
		return undefined;
	}

	return {
		async take({ texts, bytes, cut }: Lines) {
			isCut = cut;
			const whole = cut ? bytes.slice(0, -1) : bytes;
			const found = await digests(whole.map((line) => line.subarray(coveredAt)));
			const fresh = new Map<Envelope, number>();
			for (const [index, digest] of found.entries()) {
				const line = takeApart(texts[index]!);
				const one = judge(line, digest);
				seen.push(one);
				const event = line && typeof one === 'number' ? takeEvent(seen.length + 1, line) : undefined;
				if (event) fresh.set(event, seen.length + 1);
			}
			if (cut) seen.push({ claims: undefined });
			for (const event of await misfitsAmong([...fresh.keys()]))
				faults.push({ kind: 'changedSinceRecorded', line: fresh.get(event)!, id: event.id });
		},
		finish(): Result<Bundle, ImportRefusal> {
			const all = [...faults, ...locate(seen, header?.count, isCut)];
			if (!header || all.length > 0) return refuse(damaged(all));
			const { version, scope, heads } = header;
			return ok({ version, scope, heads, events });
		}
	};
}
