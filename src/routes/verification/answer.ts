import type { Result } from '#lib/result.ts';
import { eventPath } from '#lib/ui/shell/paths.ts';
import type { Answer } from '#lib/ui/verification/answer.ts';
import { m } from '#lib/words/catalogue/messages.js';
import { count, day } from '#lib/words/dates.ts';
import { eventLabel } from '#lib/words/events.ts';
import { refusalSentence } from '#lib/words/refusals.ts';
import type { Compared, VerifyFailure } from '#lib/workspace/verifying.svelte.ts';

/** What a noted hash turned out to be, in words. */
export function answerOf(compared: Result<Compared, VerifyFailure>): Answer {
	if (!compared.ok) return { how: 'bad', sentence: refusalSentence(compared.error) };
	const found = compared.value;
	switch (found.kind) {
		case 'head':
			return sure(m.verification_compare_head({ position: count(found.position) }), found.verified);
		case 'earlier':
			return sure(
				m.verification_compare_earlier({ position: count(found.position), now: count(found.now) }),
				found.verified
			);
		case 'event': {
			const { type, on, stream, id } = found.event;
			const told = { event: eventLabel(type), on: day(on), cycle: stream };
			return { how: 'unsure', sentence: m.verification_compare_event(told), href: eventPath(id) };
		}
		case 'removed':
			return { how: 'unsure', sentence: m.verification_compare_removed() };
		case 'unknown':
			return { how: 'bad', sentence: m.verification_compare_unknown() };
	}
}

/** The hash is there; whether what it was worked out from is still the same, only a verification knows. */
const sure = (sentence: string, verified: boolean): Answer =>
	verified
		? { how: 'good', sentence: `${sentence} ${m.verification_compare_unbroken()}` }
		: { how: 'unsure', sentence: `${sentence} ${m.verification_compare_unverified()}` };
