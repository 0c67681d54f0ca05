/** Names of the months by number, as documents in English, French and Spanish write them, short forms included. */
const names: readonly (readonly string[])[] = [
	['january', 'jan', 'janvier', 'janv', 'enero', 'ene'],
	['february', 'feb', 'février', 'févr', 'febrero'],
	['march', 'mar', 'mars', 'marzo'],
	['april', 'apr', 'avril', 'avr', 'abril', 'abr'],
	['may', 'mai', 'mayo'],
	['june', 'jun', 'juin', 'junio'],
	['july', 'jul', 'juillet', 'juil', 'julio'],
	['august', 'aug', 'août', 'agosto', 'ago'],
	['september', 'sept', 'sep', 'septembre', 'septiembre', 'setiembre'],
	['october', 'oct', 'octobre', 'octubre'],
	['november', 'nov', 'novembre', 'noviembre'],
	['december', 'dec', 'décembre', 'déc', 'diciembre', 'dic']
];

const numbers = new Map(
	names.flatMap((forms, index) => forms.map((form): [string, number] => [form, index + 1]))
);

/** 1 to 12 for a month's name, full or short; undefined for any other word. */
export const monthNumber = (name: string): number | undefined => numbers.get(name.toLowerCase());

/** Matches any month's name; longer names come first. */
export const monthPattern = [...numbers.keys()].sort((one, other) => other.length - one.length).join('|');
