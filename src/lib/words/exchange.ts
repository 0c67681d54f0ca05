import { numbersIn } from '#lib/cycle/reportNumbers.ts';
import type { Scope } from '#lib/exchange/bundle/scope.ts';
import { m } from './catalogue/messages.js';
import { count } from './dates.ts';
import { cycleShort, stateName } from './names.ts';

/** A cycle by its stream: "Azerbaijan before CMW, third periodic report". */
export function streamName(stream: string): string {
	const [body = '', state = '', numbers = ''] = stream.split('/');
	return cycleShort({ body, state, reportNumbers: numbersIn(numbers) });
}

/** What a file is of, in the middle of a sentence: "everything", "Azerbaijan". */
export function scopeName(scope: Scope): string {
	switch (scope.kind) {
		case 'everything':
			return m.exchange_scope_everything();
		case 'state':
			return stateName(scope.state);
		case 'cycle':
			return streamName(scope.stream);
	}
}

/** The id of a device by its end, which is enough to tell it from another: the beginning is when it was made. */
export const endOf = (id: string): string => `…${id.slice(-8)}`;

/** The chain of a device in a file, held against what is here of it. */
interface Chain {
	here: number;
	fresh: number;
	missing: number;
	connects: boolean;
}

/** How a chain in a file stands to what is here: "goes on from event 12 of it, the last that is here". */
export function relationWords({ here, fresh, missing, connects }: Chain, reachesBeyond: boolean): string {
	if (!connects) return m.exchange_relation_apart();
	if (fresh === 0) return m.exchange_relation_nothing();
	const gaps = { days: missing, number: count(missing) };
	if (here === 0) return missing ? m.exchange_relation_new_gaps(gaps) : m.exchange_relation_new();
	if (!reachesBeyond) return m.exchange_relation_fills({ days: fresh, number: count(fresh) });
	return missing
		? m.exchange_relation_continues_gaps({ ...gaps, here: count(here) })
		: m.exchange_relation_continues({ here: count(here) });
}
