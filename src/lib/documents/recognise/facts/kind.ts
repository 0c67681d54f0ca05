import type { OtherKind } from '../../types.ts';
import type { WrittenSymbol } from '../language/symbols.ts';

export type DocumentKind = 'CO' | 'FCO' | OtherKind;

/** What a title calls the document, the more particular first. */
const titles: readonly { kind: DocumentKind; words: RegExp }[] = [
	// These speak of recommendations and of replies to them too, and are of another procedure.
	{
		kind: 'UPR',
		words:
			/^(?!.*(?:concluding observations|observations finales|observaciones finales)).*(?:Universal Periodic Review|Examen périodique universel|Examen Periódico Universal)/is
	},
	{
		kind: 'visit',
		words:
			/^(?!.*(?:concluding observations|observations finales|observaciones finales)).*(?:Subcommittee on Prevention|Sous-Comité pour la prévention|Subcomité para la Prevención)/is
	},
	{
		kind: 'other',
		words:
			/\b(?:report on follow-up|follow-up progress report|evaluation of the information|assessment of (?:the )?follow-up)\b/i
	},
	{ kind: 'SR', words: /\bsummary records?\b|\bcompte rendu analytique\b|\bacta resumida\b/i },
	{
		kind: 'RQ',
		words:
			/\b(?:repl(?:y|ies)|responses?|réponses|respuestas)\b.{0,150}\b(?:list of issues|liste de points|lista de cuestiones)/i
	},
	{
		kind: 'QPR',
		words:
			/\b(?:list of issues(?: and questions)? prior|liste de points.{0,30} avant|lista de cuestiones previa)/i
	},
	{
		kind: 'Q',
		words: /\b(?:list of (?:issues|themes|questions)|liste (?:de|des) points|lista de cuestiones)\b/i
	},
	{
		kind: 'FCO',
		words:
			/\b(?:(?:follow-up|additional|supplementary) (?:information|report)|information (?:received|provided|submitted|concerning)|comments? (?:of|by|from|received)|replies)\b.{0,200}(?:concluding observations|\brecommendations?\b|\(C)|\b(?:suite donnée|suivi)\b.{0,80}observations finales|\bseguimiento\b.{0,80}observaciones finales|\bpara(?:graph)?s? \d+ .{0,30}concluding observations/i
	},
	{
		kind: 'CO',
		words: /\b(?:concluding (?:observations|comments)|observations finales|observaciones finales)\b/i
	},
	{
		kind: 'report',
		words:
			/\b(?:periodic|initial) reports?\b.{0,200}\b(?:submitted|due)\b|\breports? submitted by\b|\brapports? .{0,60}soumis|\binformes? .{0,60}presentados?/i
	}
];

const ofSymbol: Readonly<Record<string, DocumentKind>> = {
	CO: 'CO',
	FCO: 'FCO',
	// What CED concludes from additional information, and the information itself.
	OAI: 'CO',
	AI: 'FCO',
	Q: 'Q',
	QPR: 'QPR',
	RQ: 'RQ',
	SR: 'SR'
};

/**
 * What kind of document it is: as its own symbol says, else as its title says; undefined when neither does.
 * An addendum to concluding observations is a State's reply to them (how they were issued before 2020), an
 * addendum to a list of issues the replies to it.
 */
export function kindOf(title: string, own?: WrittenSymbol): DocumentKind | undefined {
	if (own?.body === 'SPT') return 'visit';
	const kind =
		own &&
		(ofSymbol[own.type] ?? (own.type === '' && own.state && own.numbers.length ? 'report' : undefined));
	if (own?.suffix?.startsWith('Add.') && kind === 'CO') return 'FCO';
	if (own?.suffix?.startsWith('Add.') && kind === 'Q') return 'RQ';
	return kind ?? titles.find(({ words }) => words.test(title))?.kind;
}
