/** How a committee recommends, by language: its verbs, who may be their subject, and what a State "should" do. */
interface Wording {
	verb: RegExp;
	subject: RegExp;
	/** What, right before the verb, shows that somebody else is its subject. */
	otherSubject: RegExp;
	should: RegExp;
}

const wordings: readonly Wording[] = [
	{
		verb: /\b(?:recommends|urges|encourages|calls (?:up)?on|exhorts|appeals to)\b|\b(?:requests|invites|asks|suggests)(?=,| that\b| the\b| it\b| all\b| States\b)|\breiterates (?:its|the) (?:(?:previous|earlier|past) )?(?:recommendation|call|request)/g,
		subject: /\b(?:Committee|it)\b/i,
		otherSubject:
			/\b(?:that|which|who|party|law|legislation|code|act|constitution|government|decree|programme|strategy|plan) (?:also )?$/i,
		should: /\bStates? part(?:y|ies) (?:\w+ )?should\b/i
	},
	{
		verb: /(?<!\p{L})(?:recommande|engage|invite|encourage|exhorte|prie|demande|conseille|appelle l|réitère sa recommandation)(?!\p{L})/gu,
		subject: /(?<!\p{L})(?:Comité|il)(?!\p{L})/iu,
		otherSubject: /(?<!\p{L})(?:qui|partie|loi|législation|code|gouvernement) $/iu,
		should: /l.État partie (?:\p{L}+ )?devrait(?!\p{L})/iu
	},
	{
		verb: /(?<!\p{L})(?:recomienda|insta|exhorta|alienta|invita|pide|solicita|sugiere|reitera su recomendación)(?!\p{L})/gu,
		subject: /(?<!\p{L})(?:Comité|también|asimismo|además|le|lo)(?!\p{L})/iu,
		otherSubject: /(?<!\p{L})(?:que|parte|ley|legislación|código|gobierno) $/iu,
		should: /Estado parte (?:\p{L}+ )?deb(?:e|ería)(?!\p{L})/iu
	}
];

/** Where a sentence recommends: the ends of the words that do. Empty where it does not. */
export function recommendingWordsIn(sentence: string): { from: number; to: number }[] {
	return wordings.flatMap(({ verb, subject, otherSubject, should }) => {
		const verbs = [...sentence.matchAll(verb)].filter(({ index }) => {
			const before = sentence.slice(0, index);
			return subject.test(before) && !otherSubject.test(before.slice(-40));
		});
		const shoulds = should.exec(sentence);
		return [...verbs, ...(shoulds ? [shoulds] : [])].map(({ index, 0: words }) => ({
			from: index,
			to: index + words.length
		}));
	});
}

const state = /^.{0,300}?(?:States? part(?:y|ies)|l.État partie|Estado parte|Government)(?!\p{L})/iu;
/** Words that lead to what is recommended and recommend nothing themselves. */
const leading =
	/(?<!\p{L})(?:to|should|shall|must|also|and|that|it|inter alia|in particular|including|by|y|que|a|et|de|à|à la|des|le|la|les|the|all|any|its|their|take|adopt|takes?|steps|measures?|medidas|mesures|prendre|adopte|tome|prenne|necessary|appropriate|effective|concrete|further|urgent|required|needed|following|ensure|make every effort|necesarias|nécessaires|todas|toutes|las|notamment|entre otras cosas|en particular|following measures)(?!\p{L})/giu;
/** A limb set off by commas that tells how, and not what: "in line with article 4", "through their organizations". */
const circumstance =
	/^(?:in|with|through|taking|bearing|recalling|pursuant|as|on|under|for|within|at|while|having|considering|noting|where|when|if|guided|especially|particularly|together|without|and|or|en|con|de|a|por|mediante|teniendo|conforme|compte|conformément|dans|par|avec|sur|à|au|et|y|o|ou|\d)(?!\p{L})/iu;

/**
 * Whether opening words that recommend only lead into the lettered limbs ("recommends that the State party:")
 * or recommend something themselves ("recommends that the State party adopt the plan, and also that it:").
 */
export function recommendsByItself(chapeau: string): boolean {
	const words = recommendingWordsIn(chapeau);
	return words.some(({ to }, at) => {
		const next = words[at + 1]?.from;
		const object = chapeau.slice(to, next);
		const rest = object.replace(state, '');
		return rest.split(/,|:/).some((limb) => isSubstantive(limb.trim()));
	});
}

function isSubstantive(limb: string): boolean {
	if (limb === '' || circumstance.test(limb)) return false;
	return /\p{L}{3}/u.test(limb.replace(leading, ' '));
}
