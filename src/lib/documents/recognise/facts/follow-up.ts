import { procedureOf } from '#lib/procedures/index.ts';
import { ruleInForce } from '#lib/procedures/procedure.ts';
import { shiftDate, type Interval } from '#lib/calendar/interval.ts';
import type { IsoDate } from '#lib/calendar/date.ts';
import type { Unit } from '#lib/cycle/units.ts';
import type { Fact, Flag, FollowUpDue, FollowUpRequest, Paragraph, UrgentMeasures } from '../../types.ts';
import { daysIn } from '../language/dates.ts';
import { intervalsIn } from '../language/intervals.ts';
import { unitsIn, type ListedUnit } from '../language/unit-list.ts';
import { dayFact, factIn, flagsOf, within, type Passage, type Sentence } from '../passage.ts';

const request =
	/\brequest|\binvite|\bshould (?:provide|submit|inform)|\bprie|\bdemande|\bpide|\bsolicita|\bdevrait|\bexhort|\brecomienda|\binvita/i;
const information = /\binformation|\brenseignements|\binformación|\breport|\brapport|\binforme|\bresponse/i;
const recommendation =
	/recommend|recommand|recomend|concluding observations|observations finales|observaciones finales/i;
const nextReport = /next (?:\w+ )?(?:\w+ )?reports?|prochains? rapports?|próximos? informes?/i;
const urgent = /\burgent|d.urgence|carácter urgente|\burgentes?\b/i;
const attention = /\battention\b|\batención\b/i;

/** A sentence of a paragraph that names units which the document has. */
interface Request {
	passage: Passage;
	sentence: Sentence;
	units: ListedUnit[];
}

function requestsIn(
	passages: readonly Passage[],
	exists: (unit: Unit) => boolean,
	test: (text: string) => boolean
): Request[] {
	return passages.flatMap((passage) =>
		passage.sentences.flatMap((sentence) => {
			if (!test(sentence.text)) return [];
			const units = unitsIn(sentence.text)
				.filter(({ unit }) => exists(unit))
				.map((unit) => within(sentence, unit));
			return units.length > 0 ? [{ passage, sentence, units }] : [];
		})
	);
}

const unitsFact = ({ passage, units }: Request): Fact<Unit[]> =>
	factIn(passage, { from: units[0]!.from, to: units.at(-1)!.to }, [
		...new Set(units.map(({ unit }) => unit))
	]);

/** Whether a sentence asks for information on named recommendations, and not only in the next report. */
const asks = (text: string): boolean =>
	request.test(text) &&
	information.test(text) &&
	recommendation.test(text) &&
	!nextReport.test(text) &&
	!attention.test(text);

const namesATime = ({ sentence: { text } }: Request): boolean =>
	daysIn(text).length > 0 || intervalsIn(text).length > 0;

/**
 * The request for follow-up: the last sentence of the document that asks for it by a day or within a time. In the
 * closing part one that names no time is a request too, due as the committee's procedure says.
 * @param closing the paragraphs of the closing part
 * @param adoption the day an interval is counted from
 */
export function followUpOf(
	passages: readonly Passage[],
	closing: readonly Passage[],
	paragraphs: readonly Paragraph[],
	body: string | undefined,
	adoption: Fact<IsoDate[]> | null
): { followUp: FollowUpRequest | null; flags: Flag[] } {
	const known = new Set(paragraphs.map(({ number }) => number));
	const exists = (unit: Unit) => known.has(Number.parseInt(unit, 10));
	const found =
		requestsIn(passages, exists, asks).filter(namesATime).at(-1) ?? requestsIn(closing, exists, asks).at(-1);
	if (!found) return { followUp: null, flags: [] };
	const { passage, sentence, units } = found;
	const topics = Object.fromEntries(units.flatMap(({ unit, topic }) => (topic ? [[unit, topic]] : [])));
	const written = daysIn(sentence.text)
		.flatMap(({ days }) => days)
		.map((day) => within(sentence, day));
	return {
		followUp: {
			units: unitsFact(found),
			topics,
			due: dueOf(found, body, adoption),
			paragraph: passage.paragraph
		},
		flags: flagsOf(passage, written)
	};
}

function dueOf(
	{ passage, sentence }: Request,
	body: string | undefined,
	adoption: Fact<IsoDate[]> | null
): Fact<FollowUpDue> {
	const day = daysIn(sentence.text)[0]?.days[0];
	const length = intervalsIn(sentence.text)[0];
	const interval = length?.interval ?? null;
	if (day) {
		const place = within(sentence, day);
		const { value: date } = dayFact(passage, place);
		return factIn(passage, place, { date, basis: 'stated', interval });
	}
	const adopted = adoption?.value.at(-1);
	const place = length ? within(sentence, length) : sentence;
	const counted = interval ?? (body && adopted ? procedureInterval(body, adopted) : null);
	const date = adopted && counted ? shiftDate(adopted, counted) : null;
	const basis = interval ? 'intervalFromAdoption' : counted ? 'procedure' : null;
	return factIn(passage, place, { date, basis, interval: counted }, 'computed');
}

/** Paragraphs to which the attention of the State is drawn as urgent; no day attaches to them. */
export function urgentMeasuresOf(
	passages: readonly Passage[],
	paragraphs: readonly Paragraph[]
): UrgentMeasures | null {
	const known = new Set(paragraphs.map(({ number }) => number));
	const found = requestsIn(
		passages,
		(unit) => known.has(Number.parseInt(unit, 10)),
		(text) => urgent.test(text) && attention.test(text)
	).at(-1);
	return found ? { units: unitsFact(found), paragraph: found.passage.paragraph } : null;
}

/** The interval a committee's procedure gives where a document gives none. */
function procedureInterval(body: string, on: IsoDate): Interval | null {
	const rules = procedureOf(body)?.followUp?.interval;
	return (rules && ruleInForce(rules, on)?.value?.length) ?? null;
}
