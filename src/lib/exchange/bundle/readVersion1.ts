import * as v from 'valibot';
import { envelopeSchema, type Envelope } from '#lib/envelope/envelope.ts';
import { isSameEvent } from '#lib/envelope/same.ts';
import { ok, refuse, type Result } from '#lib/result.ts';
import type { Bundle } from './bundle.ts';
import type { ImportRefusal } from './faults.ts';
import { parse } from '../json.ts';
import type { Reader } from './reader.ts';

const { id, stream, link: _link, redacted: _redacted, ...rest } = envelopeSchema.entries;
/** An event as it was before there were chains, with its place in its stream. */
const eventOfVersion1 = v.strictObject({ id, stream, version: rest.schema, ...rest });

/**
 * Reads the lines of a file of version 1, as they were released: an event a line, and only their number to tell
 * whether they are all there. The same event twice is one.
 */
export function readerOfVersion1({ count }: { count: number }): Reader {
	const byId = new Map<string, { event: Envelope; line: number }>();
	let [line, isCut] = [1, false];
	let refusal: ImportRefusal | undefined;

	function take(text: string): ImportRefusal | undefined {
		const parsed = parse(text);
		if (parsed === undefined) return { kind: 'notJson', line };
		const checked = v.safeParse(eventOfVersion1, parsed, { abortEarly: true });
		if (!checked.success) return { kind: 'notAnEvent', line, field: v.getDotPath(checked.issues[0]) ?? '' };
		const { version: _version, ...event } = parsed as v.InferOutput<typeof eventOfVersion1>;
		const earlier = byId.get(event.id);
		if (!earlier) byId.set(event.id, { event, line });
		else if (!isSameEvent(earlier.event, event))
			return { kind: 'sameIdOtherContent', line, earlierLine: earlier.line, id: event.id };
		return undefined;
	}

	return {
		async take({ texts, cut }) {
			isCut = cut;
			for (const text of texts) {
				line += 1;
				refusal ??= take(text);
			}
		},
		finish(): Result<Bundle, ImportRefusal> {
			// What is lost of the file as a whole is told before what is wrong with one of its lines.
			if (isCut) return refuse({ kind: 'cut', line });
			if (line - 1 !== count) return refuse({ kind: 'wrongCount', stated: count, found: line - 1 });
			if (refusal) return refuse(refusal);
			const events = [...byId.values()].map(({ event }) => event);
			return ok({ version: 1, scope: { kind: 'everything' }, heads: {}, events });
		}
	};
}
