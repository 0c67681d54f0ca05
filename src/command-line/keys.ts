import type { ConcludingObservations, Fact, Head, OtherDocument } from '#lib/documents/index.ts';

export type Json = Record<string, unknown>;

/** A reply's concluding observations, and the file they were read from. */
export interface Answered {
	file: string;
	reading: ConcludingObservations;
}

/** The value of a fact; null where there is none. */
export const value = <Value>(fact: Fact<Value> | null | undefined): Value | null => fact?.value ?? null;

/** Keys that every document has. */
export function headKeys(head: Partial<Head>): Json {
	return {
		language: head.language ?? null,
		original_language: value(head.originalLanguage) ?? head.language ?? null,
		committee: value(head.committee),
		state_iso3: value(head.state),
		symbol: value(head.symbol),
		symbol_as_printed: head.symbol?.certainty === 'printed' ? head.symbol.quote : null,
		symbol_inferred: head.symbol?.certainty === 'inferred',
		distributed: value(head.distributed),
		reissued: value(head.reissued),
		report_numbers: value(head.reportNumbers)
	};
}

export const sessionKeys = (session: OtherDocument['session']): Json => ({
	session_ordinal: session?.value.ordinal ?? null,
	session_from: session?.value.from ?? null,
	session_to: session?.value.to ?? null
});

/** Keys that only a reply has. */
export const notOfObservations = {
	received: null,
	answers_symbol: null,
	units_addressed: null,
	objections_only: null
};

/** Keys that only concluding observations have. */
export const notOfAReply = {
	report_symbol: null,
	session_ordinal: null,
	session_from: null,
	session_to: null,
	dialogue_meetings: null,
	dialogue_dates: null,
	adoption_meeting: null,
	adoption_date: null,
	follow_up: null,
	urgent_measures_units: null,
	next_report: null,
	additional_information: null,
	srp: null,
	loipr_lead: null,
	replies_within: null
};
