import type { IsoDate } from '#lib/calendar/date.ts';
import type { Fact, Flag, Review } from '../../types.ts';
import { daysIn, type WrittenDays } from '../language/dates.ts';
import { ordinalsIn, type OrdinalRun } from '../language/ordinals.ts';
import { symbolsIn } from '../language/symbols.ts';
import { factIn, flagsOf, within, type Passage, type Sentence } from '../passage.ts';

const adopted = /\badopt|\baprob/i;
const considered = /\bconsider|\bexamin/i;
const meetingAfter =
	/^ (?:(?:and|public|plenary|closed|et|y) ){0,2}(?:meetings?|séances?|sesi[oó]n(?:es)?(?! de))\b/i;
const meetingBefore = /\b(?:sesi[oó]n(?:es)?|séances?|meetings?) $/i;
const sessionAfter =
	/^ (?:(?:special|extraordinary|regular|ordinary) )?(?:session\b|período (?:ordinario |extraordinario )?de sesiones|periodo de sesiones)/i;

/** Meetings named together, with the days named after them. */
interface Meetings {
	passage: Passage;
	run: OrdinalRun;
	days: WrittenDays | undefined;
	isAdoption: boolean;
}

/**
 * The session, the dialogue and the adoption.
 * @param opening the beginning of the document, notes included
 * @param introduction the paragraphs that say when the report was considered
 */
export function reviewOf(
	opening: Passage,
	introduction: readonly Passage[],
	reportNumbers: readonly number[]
): { review: Review; flags: Flag[] } {
	const meetings = introduction.flatMap((passage) =>
		passage.sentences.flatMap((sentence) => meetingsIn(passage, sentence))
	);
	const dialogue = meetings.find(({ isAdoption }) => !isAdoption);
	const adoption = meetings.find(({ isAdoption }) => isAdoption);
	const cited = symbolsIn(opening.text);
	const report = cited.find(
		({ type, state, numbers, suffix }) =>
			type === '' && state && !suffix && numbers.join() === reportNumbers.join()
	);
	const loipr = cited.find(({ type }) => type === 'QPR');
	return {
		review: {
			reportSymbol: report ? factIn(opening, report, report.symbol) : null,
			loiprSymbol: loipr ? factIn(opening, loipr, loipr.symbol) : null,
			session: sessionOf(opening),
			dialogueMeetings: dialogue ? factIn(dialogue.passage, dialogue.run, dialogue.run.numbers) : null,
			dialogueDates: datesOf(dialogue),
			summaryRecords: summaryRecordsIn(opening),
			adoptionMeetings: adoption ? factIn(adoption.passage, adoption.run, adoption.run.numbers) : null,
			adoptionDates: datesOf(adoption)
		},
		flags: [dialogue, adoption].flatMap((one) => (one?.days ? flagsOf(one.passage, one.days.days) : []))
	};
}

/** The meetings of a sentence. Where one sentence tells of the dialogue and of the adoption, the adoption is last. */
function meetingsIn(passage: Passage, sentence: Sentence): Meetings[] {
	const { text } = sentence;
	const runs = ordinalsIn(text).filter(
		({ from, to }) =>
			meetingAfter.test(text.slice(to, to + 40)) ||
			meetingBefore.test(text.slice(Math.max(0, from - 12), from))
	);
	const days = daysIn(text);
	return runs.map((run, at) => {
		const isLast = at === runs.length - 1;
		const isAdoption = adopted.test(text) && isLast && (runs.length > 1 || !considered.test(text));
		const until = runs[at + 1]?.from ?? Infinity;
		const after = days.find(({ from }) => from > run.to && from < until);
		return { passage, run: within(sentence, run), days: after && shift(sentence, after), isAdoption };
	});
}

const shift = (sentence: Sentence, days: WrittenDays): WrittenDays => ({
	...within(sentence, days),
	days: days.days.map((day) => within(sentence, day))
});

function datesOf(meetings: Meetings | undefined): Fact<IsoDate[]> | null {
	if (!meetings?.days) return null;
	const dates = meetings.days.days.flatMap(({ day }) => (day.ok ? [day.value] : []));
	return dates.length > 0 ? factIn(meetings.passage, meetings.days, dates) : null;
}

/** "at its thirty-third session (27 September–8 October 2021)"; the one of the adoption before any other. */
export function sessionOf(opening: Passage): Review['session'] {
	const { text } = opening;
	const days = daysIn(text);
	const sessions = ordinalsIn(text).flatMap((run) => {
		const noun = sessionAfter.exec(text.slice(run.to, run.to + 60));
		if (!noun || run.numbers.length !== 1) return [];
		const end = run.to + noun[0].length;
		const held = days.find(({ from }) => from >= end && from - end < 25);
		const dated =
			held && /^[ ,]*(?:\(|(?:held )?(?:from|on) |du |del )/.test(text.slice(end, held.from))
				? held
				: undefined;
		return [{ run, dated, ofAdoption: adopted.test(text.slice(Math.max(0, run.from - 90), run.from)) }];
	});
	const best =
		sessions.find(({ dated, ofAdoption }) => dated && ofAdoption) ??
		sessions.find(({ ofAdoption }) => ofAdoption) ??
		sessions.find(({ dated }) => dated);
	if (!best) return null;
	const [first, last] = [best.dated?.days[0]?.day, best.dated?.days.at(-1)?.day];
	return factIn(
		opening,
		{ from: best.run.from, to: best.dated?.to ?? best.run.to },
		{
			ordinal: best.run.numbers[0]!,
			from: first?.ok ? first.value : null,
			to: last?.ok ? last.value : null
		}
	);
}

const records =
	/([A-Z][A-Z./\d]{2,14})\/SR\.(\d{1,4})((?:(?:, | ?(?:and|et|y) | ?[–-] ?)(?:[A-Z][A-Z./\d]{2,14}\/)?(?:SR\.)?\d{1,4}(?!\d))*)/g;

/** "CMW/C/SR.464 and 465" are two records. */
function summaryRecordsIn(opening: Passage): Fact<string[]> | null {
	const symbols: string[] = [];
	let place: { from: number; to: number } | undefined;
	for (const match of opening.text.matchAll(records)) {
		const [whole, head, first, others] = match;
		place = { from: place?.from ?? match.index, to: match.index + whole.length };
		const numbers = [first!, ...(others!.match(/\d{1,4}$|\d{1,4}(?=, | and| et| y|[–-])/g) ?? [])];
		symbols.push(...numbers.map((number) => `${head}/SR.${number}`));
	}
	return place ? factIn(opening, place, [...new Set(symbols)]) : null;
}
