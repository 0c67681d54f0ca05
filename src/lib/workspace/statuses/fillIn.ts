import type { Proposal } from '#lib/cycle/gate.ts';
import { symbolsIn } from '#lib/documents/index.ts';
import type { Envelope } from '#lib/envelope/envelope.ts';
import { RecordedCycle, type Difference } from '#lib/exchange/statuses/against.ts';
import type { SymbolParts } from '#lib/exchange/statuses/line.ts';
import {
	proposalsOf,
	statedIn,
	streamOf,
	type Status,
	type StatusRefusal
} from '#lib/exchange/statuses/status.ts';
import { ok, refuse, type Result } from '#lib/result.ts';

/** What a status that was typed would record. */
export interface Look {
	/** What is not recorded yet, in order. */
	proposals: readonly Proposal[];
	/** What is recorded otherwise, and is left as it is. */
	differences: readonly Difference[];
}

/**
 * What a status would record beside what is recorded.
 * @param recorded the events of the State's cycles before the body
 */
export function lookAt(status: Status, recorded: readonly Envelope[]): Result<Look, StatusRefusal> {
	const stream = streamOf(status);
	const cycle = new RecordedCycle(
		stream,
		recorded.filter((event) => event.stream === stream)
	);
	const stated = statedIn(status);
	if (stated.length === 0) return refuse({ kind: 'nothingStated' });
	const held = cycle.against(stated);
	const proposals = proposalsOf(status, held.fresh, null, held.adopted);
	return proposals.ok ? ok({ proposals: proposals.value, differences: held.differences }) : proposals;
}

/** A symbol taken apart, in whichever case its letters are typed; null where a text is none, or more than one. */
export function symbolIn(text: string): SymbolParts | null {
	const symbol = asPrinted(text);
	const [parts, ...others] = symbolsIn(symbol);
	if (parts && others.length === 0 && parts.symbol === symbol) {
		const { body, state, numbers, type } = parts;
		// One that names a State says what kind of document it is; the oldest do not always.
		return {
			symbol,
			body,
			state,
			numbers,
			isOfObservations: type === 'CO' || (state === null && type !== 'SR')
		};
	}
	return ofOtherOrgans.test(symbol)
		? { symbol, body: null, state: null, numbers: [], isOfObservations: true }
		: null;
}

/** Of the General Assembly and the Economic and Social Council: `A/55/38`, `A/HRC/44/13`, `E/2000/22`. */
const ofOtherOrgans = /^[AE](?:\/[A-Z\d][\w.()-]*)*\/\d[\w.()-]*$/;

/** Without what a sentence leaves around it, and in capitals as symbols are: `CRC/C/15/Add.117`. */
const asPrinted = (text: string): string =>
	text
		.trim()
		.replace(/[.,;]+$/, '')
		.toUpperCase()
		.replace(
			/\/(ADD|CORR|REV|CONCL)\./g,
			(_, [first, ...rest]: string) => `/${first}${rest.join('').toLowerCase()}.`
		);
