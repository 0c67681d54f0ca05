/** Ordinal words with their numbers, generated from the parts each language builds them of. */
const words = new Map<string, number>();

function add(number: number, ...forms: string[]): void {
	for (const form of forms) words.set(form, number);
}

const english =
	'first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth'.split(
		' '
	);
const french =
	'premier deuxième troisième quatrième cinquième sixième septième huitième neuvième dixième onzième douzième treizième quatorzième quinzième seizième dix-septième dix-huitième dix-neuvième'.split(
		' '
	);
const spanish =
	'primero segundo tercero cuarto quinto sexto séptimo octavo noveno décimo undécimo duodécimo decimotercero decimocuarto decimoquinto decimosexto decimoséptimo decimoctavo decimonoveno'.split(
		' '
	);
const tens: readonly { ten: number; english: string; french: string | null; spanish: string }[] = [
	{ ten: 20, english: 'twent', french: 'vingt', spanish: 'vigésim' },
	{ ten: 30, english: 'thirt', french: 'trente', spanish: 'trigésim' },
	{ ten: 40, english: 'fort', french: 'quarante', spanish: 'cuadragésim' },
	{ ten: 50, english: 'fift', french: 'cinquante', spanish: 'quincuagésim' },
	{ ten: 60, english: 'sixt', french: 'soixante', spanish: 'sexagésim' },
	// French counts on from 60 and from 80.
	{ ten: 70, english: 'sevent', french: null, spanish: 'septuagésim' },
	{ ten: 80, english: 'eight', french: 'quatre-vingt', spanish: 'octogésim' },
	{ ten: 90, english: 'ninet', french: null, spanish: 'nonagésim' }
];

const gendered = (form: string): string[] => [form, form.replace(/o$/, 'a'), form.replace(/ero$/, 'er')];

english.forEach((form, index) => add(index + 1, form));
french.forEach((form, index) => add(index + 1, form));
spanish.forEach((form, index) => add(index + 1, ...gendered(form)));
add(1, 'initial', 'inicial', 'première');
add(2, 'second', 'seconde');
for (const { ten, english: en, french: fr, spanish: es } of tens) {
	add(ten, `${en}ieth`, ...gendered(`${es}o`));
	for (let unit = 1; unit <= 9; unit += 1) {
		const feminine = `${es}a ${spanish[unit - 1]!.replace(/o$/, 'a')}`;
		add(ten + unit, `${en}y-${english[unit - 1]}`, ...gendered(`${es}o ${spanish[unit - 1]}`), feminine);
	}
	if (fr === null) continue;
	add(ten, `${fr.replace(/e$/, '')}ième`);
	const last = ten >= 60 ? 19 : 9;
	for (let unit = 2; unit <= last; unit += 1) add(ten + unit, `${fr}-${french[unit - 1]}`);
	add(ten + 1, `${fr} et unième`, `${fr}-unième`);
	if (ten === 60) add(71, `${fr} et onzième`);
}

const word = [...words.keys()].sort((one, other) => other.length - one.length).join('|');
const figure = String.raw`\d{1,2},?\d{3}(?:st|nd|rd|th|e|ª|º)|\d{1,4} ?(?:st|nd|rd|th|er|re|ème|e|ª|º|a\.|o\.)`;
const ordinal = String.raw`(?:${word}|${figure})`;
const joint = String.raw`(?:,? (?:and|y|e|et|to|a|al|à|au) (?:its |the |los |el )?|, | ?[–—-] ?)`;
const run = new RegExp(String.raw`(?<![\p{L}\d-])${ordinal}(?:${joint}${ordinal})*(?![\p{L}\d])`, 'giu');
const single = new RegExp(ordinal, 'giu');
const through = /^(?:,? (?:to|a|al|à|au) .*| ?[–—-] ?)$/i;

/** Ordinal numbers written together, "to" filled in: "fourth to sixth" is 4, 5 and 6. */
export interface OrdinalRun {
	from: number;
	to: number;
	numbers: number[];
}

/** Every run of ordinals in a text, in words (English, French, Spanish) or figures ("464th", "497ª", "455e"). */
export function ordinalsIn(text: string): OrdinalRun[] {
	return [...text.matchAll(run)].map((match) => ({
		from: match.index,
		to: match.index + match[0].length,
		numbers: numbersIn(match[0])
	}));
}

function numbersIn(written: string): number[] {
	const numbers: number[] = [];
	let end = 0;
	for (const match of written.matchAll(single)) {
		const number = words.get(match[0].toLowerCase()) ?? Number(match[0].replace(/\D/g, ''));
		const previous = numbers.at(-1);
		if (previous !== undefined && through.test(written.slice(end, match.index)) && number - previous < 20)
			for (let between = previous + 1; between < number; between += 1) numbers.push(between);
		numbers.push(number);
		end = match.index + match[0].length;
	}
	return numbers;
}
