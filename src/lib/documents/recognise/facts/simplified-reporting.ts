import type { Fact, SimplifiedProcedure, SimplifiedReporting } from '../../types.ts';
import type { Interval } from '#lib/calendar/interval.ts';
import { daysIn } from '../language/dates.ts';
import { intervalsIn } from '../language/intervals.ts';
import { dayFact, factIn, within, type Passage, type Sentence } from '../passage.ts';

const procedure =
	/(?:simplified|optional) reporting procedure|procédure simplifiée|procédure facultative|procedimiento simplificado|procedimiento facultativo/i;
const list = /list of issues|liste (?:de|des) points|lista de cuestiones/i;
const optOut =
	/\bopt(?:s|ing)? out\b|\bopts? for the (?:traditional|standard|regular)\b|renoncer à|no acogerse|exclu(?:ir|sión) voluntaria/i;
const offer =
	/\bmay wish\b|\bconsider(?:ing)?\b|\binvite|\bencourage|\benvisager|\bconsidere|\binvita|\balienta|\bavail itself/i;
const applies =
	/\bopted?\b|\bagreed\b|\baccepted\b|\bunder the\b|\bin accordance with\b|\bselon la\b|\bacept|\bacogid|\bcon arreglo\b|\bconformément\b/i;
const willSend =
	/\bwill (?:transmit|prepare|adopt|send|provide|receive)|\btransmettra|\badressera|\btransmitirá|\benviará/i;
const lead = /at least|au moins|al menos|por lo menos|como mínimo/i;
const ahead = /\bprior to|\bbefore|\bavant|\bantes de/i;
const reply = /\brepl(?:y|ies)\b|\bresponses?\b|réponses|respuestas/i;
const receipt = /\breceipt|\breceiv|réception|\breçu|recepción|\brecib/i;

/** How the simplified reporting procedure stands, and its clocks, as the closing paragraphs say. */
export function simplifiedReportingOf(passages: readonly Passage[]): SimplifiedReporting {
	const sentences = passages.flatMap((passage) =>
		passage.sentences.map((sentence) => ({ passage, sentence }))
	);
	const outs = sentences.filter(({ sentence: { text } }) => optOut.test(text));
	const untilThen = outs.flatMap(({ passage, sentence }) =>
		daysIn(sentence.text)
			.flatMap(({ days }) => days)
			.map((day) => dayFact(passage, within(sentence, day)))
	);
	return {
		status: statusIn(sentences),
		listLead: intervalIn(sentences, (text) => list.test(text) && lead.test(text) && ahead.test(text)),
		repliesWithin: intervalIn(sentences, (text) => reply.test(text) && receipt.test(text)),
		optOutWithin: intervalIn(outs, () => true),
		optOutUntil: untilThen[0] ?? null
	};
}

type Located = { passage: Passage; sentence: Sentence };

const statuses: readonly { status: SimplifiedProcedure; test: (text: string) => boolean }[] = [
	{ status: 'optOutOffered', test: (text) => optOut.test(text) },
	{ status: 'offered', test: (text) => procedure.test(text) && offer.test(text) },
	{ status: 'accepted', test: (text) => procedure.test(text) && applies.test(text) },
	{ status: 'accepted', test: (text) => list.test(text) && willSend.test(text) }
];

function statusIn(sentences: readonly Located[]): Fact<SimplifiedProcedure> | null {
	for (const { status, test } of statuses) {
		const found = sentences.find(({ sentence }) => test(sentence.text));
		if (found) return factIn(found.passage, found.sentence, status);
	}
	return null;
}

function intervalIn(sentences: readonly Located[], test: (text: string) => boolean): Fact<Interval> | null {
	for (const { passage, sentence } of sentences) {
		const written = test(sentence.text) && intervalsIn(sentence.text)[0];
		if (written) return factIn(passage, within(sentence, written), written.interval);
	}
	return null;
}
