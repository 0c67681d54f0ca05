import { isUnit, type Unit } from '#lib/cycle/units.ts';

/** A unit as a list names it, with what the list says it is about. */
export interface ListedUnit {
	unit: Unit;
	from: number;
	to: number;
	topic: string | null;
}

/** Words after which paragraph numbers come. "article 9" and "target 10.3" are not among them. */
const lead =
	/(?<!\p{L})(?:(?:sub-?)?paragraphs?|paras?\.?|(?<!general )recommendations?(?: nos?\.?)?|recommandations?|recomendaci(?:ón|ones)|paragraphes?|párrafos?|párrs?\.)(?!\p{L}) ?/giu;
const number =
	/^(?:paragraphs?|paras?\.?|les paragraphes?|le paragraphe|(?:el |los )?párrafos?)? ?(\d{1,3})(?![\dªº%\p{L}]|[./,]\d)/iu;
const letter =
	/^,? ?(?:(?:article |sub-?paragraph )?\(?([a-z])\)|(?:article|sub-?paragraph|letter|limb) ([a-z])(?![a-z)]))/i;
const roman = /^ ?\(([ivx]{1,5})\)/;
const joint =
	/^(?:[,;]? ?(?:and|y|e|et|&) (?:the |el |los |les |aux |au |in |en |to )?|[,;] ?|(?: ?[–—-] ?| to | a | à )(?=\(?[a-z\d]))/i;
const through = /^(?: ?[–—-] ?| to | a | à )$/i;
/** A list goes on after a gloss only where a number stands that nothing else explains. */
const glossEnd =
	/(?:[,;]|[,;]? (?:and|y|et)) (?:(?:the |el |les |le )?(?:paragraphs?|párrafos?|paragraphes?) )?(?=\d{1,3}(?: ?\([a-z]\)| ?[,;.)]| (?:above|and|on|sobre|sur|concerning|y|et|\()|$))/giu;
const notAParagraph =
	/(?:articles?|arts?\.|nos?\.|targets?|goals?|objetivos?|metas?|artículos?|objectifs?|cibles?) \d[\d., ]{0,8}(?: ?\(\d+\))?(?: (?:and|y|et) \d+)?$/i;

/** "rule 75, paragraph 1" is a paragraph of the rule. */
const ofAnArticle =
	/(?:articles?|arts?\.|rules?|resolutions?|sections?|artículos?|règles?|reglas?) [\dA-Z][\d/.A-Z]{0,10}(?: ?\(\d+\))?,? (?:el |del |de la |le )?$/i;

/** A list of units takes no more of a text than this. */
const reach = 3000;

/**
 * Reads every list of units in a text: "paragraphs 8 (a), on legislation, 10 and 70 (b) and (c)", "paragraph 16
 * (policy); paragraph 36 (…)", "9 (a), 35 (a) and (e)", "12 to 14", "Paragraph 9, Article A".
 */
export function unitsIn(text: string): ListedUnit[] {
	const found: ListedUnit[] = [];
	let end = 0;
	for (const match of text.matchAll(lead)) {
		if (match.index < end || ofAnArticle.test(text.slice(Math.max(0, match.index - 40), match.index)))
			continue;
		const list = new ListReader(text, match.index + match[0].length);
		found.push(...list.read());
		end = list.at;
	}
	return found;
}

class ListReader {
	private readonly text: string;
	private readonly limit: number;
	private readonly units: ListedUnit[] = [];
	private paragraph: string | undefined;
	private lettered: string | undefined;
	at: number;

	constructor(text: string, at: number) {
		this.text = text;
		this.at = at;
		this.limit = Math.min(text.length, at + reach);
	}

	read(): ListedUnit[] {
		let glossed = 0;
		let join = '';
		for (;;) {
			if (!this.readUnit(join)) break;
			glossed = this.readGloss(glossed);
			const next = joint.exec(this.rest());
			const stay = this.at;
			join = next?.[0] ?? '';
			this.at += join.length;
			if (!next || !this.startsUnit()) {
				this.at = stay;
				if (!this.skipGloss(glossed)) break;
				glossed = this.units.length;
				join = '';
			}
		}
		return this.units.filter(({ unit }) => isUnit(unit));
	}

	private rest(): string {
		return this.text.slice(this.at, Math.min(this.limit, this.at + 400));
	}

	private startsUnit(): boolean {
		const rest = this.rest();
		return number.test(rest) || (this.paragraph !== undefined && letter.test(rest));
	}

	/** A number with its letter and roman figure, or a letter of the paragraph before. */
	private readUnit(join: string): boolean {
		const from = this.at;
		const own = number.exec(this.rest());
		if (own) {
			if (through.test(join) && this.paragraph)
				this.fill(Number(this.paragraph) + 1, Number(own[1]) - 1, from);
			this.at += own[0].length;
			this.paragraph = own[1]!;
			this.lettered = undefined;
		} else if (this.paragraph === undefined) return false;
		const lettered = letter.exec(this.rest());
		if (!own && !lettered) return false;
		let unit = this.paragraph!;
		if (lettered) {
			this.at += lettered[0].length;
			const mark = (lettered[1] ?? lettered[2])!.toLowerCase();
			if (through.test(join) && this.lettered) this.fillLetters(this.lettered, mark, from);
			this.lettered = mark;
			unit += `(${mark})`;
			const inner = roman.exec(this.rest());
			if (inner) {
				this.at += inner[0].length;
				unit += `(${inner[1]})`;
			}
		}
		this.units.push({
			unit,
			from: own ? from + own[0].length - own[1]!.length : from,
			to: this.at,
			topic: null
		});
		return true;
	}

	private fill(first: number, last: number, at: number): void {
		if (last - first > 50) return;
		for (let paragraph = first; paragraph <= last; paragraph += 1)
			this.units.push({ unit: String(paragraph), from: at, to: at + 1, topic: null });
	}

	private fillLetters(first: string, last: string, at: number): void {
		for (let code = first.charCodeAt(0) + 1; code < last.charCodeAt(0); code += 1)
			this.units.push({
				unit: `${this.paragraph}(${String.fromCharCode(code)})`,
				from: at,
				to: at + 1,
				topic: null
			});
	}

	/** "(trafficking in persons)" right after a unit tells what it and those since the last gloss are about. */
	private readGloss(glossed: number): number {
		const gloss = /^ ?\(([^()]{3,300}(?:\([^()]{0,100}\)[^()]{0,200})?)\)/.exec(this.rest());
		if (!gloss || roman.test(this.rest())) return glossed;
		this.at += gloss[0].length;
		return this.gloss(glossed, gloss[1]!);
	}

	/** ", on inclusive education," runs up to the next number of the list, or to the end of the sentence. */
	private skipGloss(glossed: number): boolean {
		const rest = this.text.slice(this.at, this.limit);
		const opening =
			/^,? ?(?:on|sobre|sur|concerning|relating to|regarding|relativos? a|relatifs? à)(?: the| los| las?| le| les)? /i.exec(
				rest
			);
		if (!opening) return false;
		const sentence = rest.slice(0, endOfSentence(rest));
		glossEnd.lastIndex = opening[0].length;
		for (let end = glossEnd.exec(sentence); end; end = glossEnd.exec(sentence)) {
			if (notAParagraph.test(sentence.slice(0, end.index))) continue;
			this.gloss(glossed, sentence.slice(opening[0].length, end.index));
			this.at += end.index + end[0].length;
			return this.startsUnit();
		}
		this.gloss(glossed, sentence.slice(opening[0].length));
		this.at += sentence.length;
		return false;
	}

	private gloss(from: number, topic: string): number {
		for (const unit of this.units.slice(from)) unit.topic = topic.trim().replace(/[.,;]$/, '');
		return this.units.length;
	}
}

function endOfSentence(text: string): number {
	const end = /\.(?= [\p{Lu}“"]|$)/u.exec(text);
	return end ? end.index : text.length;
}
