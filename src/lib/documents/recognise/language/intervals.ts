import type { Interval } from '#lib/calendar/interval.ts';

const words: Readonly<Record<string, number>> = {
	one: 1,
	a: 1,
	two: 2,
	three: 3,
	four: 4,
	five: 5,
	six: 6,
	eight: 8,
	nine: 9,
	ten: 10,
	twelve: 12,
	eighteen: 18,
	'twenty-four': 24,
	'thirty-six': 36,
	un: 1,
	une: 1,
	deux: 2,
	trois: 3,
	quatre: 4,
	cinq: 5,
	huit: 8,
	douze: 12,
	'dix-huit': 18,
	'vingt-quatre': 24,
	'trente-six': 36,
	uno: 1,
	dos: 2,
	tres: 3,
	cuatro: 4,
	cinco: 5,
	seis: 6,
	doce: 12,
	dieciocho: 18,
	veinticuatro: 24
};
const units: Readonly<Record<string, 'Y' | 'M' | 'D'>> = {
	year: 'Y',
	years: 'Y',
	an: 'Y',
	ans: 'Y',
	année: 'Y',
	années: 'Y',
	año: 'Y',
	años: 'Y',
	month: 'M',
	months: 'M',
	mois: 'M',
	mes: 'M',
	meses: 'M',
	day: 'D',
	days: 'D',
	jour: 'D',
	jours: 'D',
	día: 'D',
	días: 'D'
};
const either = (table: Readonly<Record<string, unknown>>): string =>
	Object.keys(table)
		.sort((one, other) => other.length - one.length)
		.join('|');

/** "12 months", "one year", "deux ans", "un plazo de dos años", also "twenty-four (24) months". */
const pattern = new RegExp(
	String.raw`(?<![\p{L}\d/.-])(\d{1,3}|${either(words)})(?: \(\d{1,3}\))?[ -](${either(units)})(?![\p{L}])`,
	'giu'
);

export interface WrittenInterval {
	from: number;
	to: number;
	interval: Interval;
}

/** Every length of time written in a text. */
export function intervalsIn(text: string): WrittenInterval[] {
	return [...text.matchAll(pattern)].map((match) => {
		const count = words[match[1]!.toLowerCase()] ?? Number(match[1]);
		const unit = units[match[2]!.toLowerCase()]!;
		return { from: match.index, to: match.index + match[0].length, interval: `P${count}${unit}` as Interval };
	});
}
