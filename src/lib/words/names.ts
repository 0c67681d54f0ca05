import { numbersIn } from '#lib/cycle/reportNumbers.ts';
import type { Owed } from '#lib/cycle/timeline/owed.ts';
import { printUnit, type Unit } from '#lib/cycle/units.ts';
import { stateName as stateNameIn, stateNameInText } from '#lib/states/name.ts';
import { m } from './catalogue/messages.js';
import { formatLocale, list } from './dates.ts';
import { ordinal } from './ordinal.ts';
import { isReview } from './review.ts';

const bodies: Readonly<Record<string, () => string>> = {
	CMW: m.body_cmw,
	CCPR: m.body_ccpr,
	CESCR: m.body_cescr,
	CERD: m.body_cerd,
	CEDAW: m.body_cedaw,
	CAT: m.body_cat,
	CRC: m.body_crc,
	CRPD: m.body_crpd,
	'CRC-OPAC': m.body_crc_opac,
	'CRC-OPSC': m.body_crc_opsc,
	CED: m.body_ced,
	SPT: m.body_spt,
	UPR: m.body_upr
};

/** A committee in full: "Committee on Migrant Workers". Its short name where no words are known for it. */
export const bodyName = (body: string): string => bodies[body]?.() ?? body;

/** A body by its abbreviation, in one piece: a line never breaks at the hyphen of "CRC-OPAC". */
export const bodyCode = (body: string): string => body.replaceAll('-', '\u2011');

/** A State by its short name, from its ISO 3166-1 alpha-3 code. */
export const stateName = (iso3: string): string => stateNameIn(iso3, formatLocale());

/** A State as the one whose something is, in the middle of a sentence: "Azerbaijan’s", "the Philippines’". */
export function stateOwns(iso3: string): string {
	const state = stateNameInText(iso3, formatLocale());
	return state.endsWith('s') ? m.state_owns_after_s({ state }) : m.state_owns({ state });
}

/**
 * A report by its numbers: "fourth periodic report", "combined second and third periodic reports".
 * @param body that it goes to, where that calls it otherwise
 */
export function reportName(numbers: readonly number[], body?: string): string {
	const [first = 1, second] = numbers;
	if (isReview(body)) return m.report_national({ ordinal: ordinal(first) });
	const last = numbers.at(-1) ?? first;
	if (numbers.length === 1)
		return first === 1 ? m.report_initial() : m.report_periodic({ ordinal: ordinal(first) });
	const range = { first: first === 1 ? m.ordinal_initial() : ordinal(first), last: ordinal(last) };
	return second === last ? m.report_combined_two(range) : m.report_combined(range);
}

/** The bodies whose cycles are visits. The first page needs this, and not all the procedures say. */
const visiting: ReadonlySet<string> = new Set(['SPT']);

/** What a cycle is about: a report by its numbers, or a visit by its number where the body visits. */
const subject = ({ body, reportNumbers }: { body: string; reportNumbers: readonly number[] }): string =>
	visiting.has(body)
		? m.visit_title({ ordinal: ordinal(reportNumbers[0] ?? 1) })
		: reportName(reportNumbers, body);

/** A unit as documents print it, "36 (c) (i)", in one piece: a line never breaks in it. */
export const unitLabel = (unit: Unit): string => printUnit(unit).replaceAll(' ', '\u00a0');

/** Units in a row: "16 (b), 60 (d) and 62 (c)". */
export const unitList = (units: readonly Unit[]): string => list(units.map(unitLabel));

/** A cycle: "Azerbaijan before the Committee on Migrant Workers: third periodic report". */
export const cycleTitle = (cycle: {
	body: string;
	state: string;
	reportNumbers: readonly number[];
}): string =>
	m.cycle_title({
		state: stateName(cycle.state),
		body: bodyName(cycle.body),
		report: subject(cycle)
	});

/** The same in few words, for the middle of a sentence: "Azerbaijan before CMW, third periodic report". */
export const cycleShort = (cycle: {
	body: string;
	state: string;
	reportNumbers: readonly number[];
}): string =>
	m.cycle_short({
		state: stateName(cycle.state),
		body: bodyCode(cycle.body),
		report: subject(cycle)
	});

/** The same from a stream, `CMW/AZE/3`. */
export function cycleShortOf(stream: string): string {
	const [body = '', state = '', numbers = ''] = stream.split('/');
	return cycleShort({ body, state, reportNumbers: numbersIn(numbers) });
}

const duties: Readonly<Record<Owed['duty'], () => string>> = {
	initialReport: m.duty_name_initial_report,
	reportUnderNotice: m.duty_name_report_under_notice,
	replies: m.duty_name_replies,
	followUp: m.duty_name_follow_up,
	nextReport: m.duty_name_next_report,
	additionalInformation: m.duty_name_additional_information,
	visitReply: m.duty_name_visit_reply,
	preventiveMechanism: m.duty_name_preventive_mechanism,
	preparationStep: m.duty_name_preparation_step
};

/** A duty in a few words: "follow-up". */
export const dutyName = (duty: Owed['duty']): string => duties[duty]();
