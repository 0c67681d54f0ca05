import { stateCodes } from './codes.ts';
import { stateName } from './name.ts';

/** Names that documents use and neither the United Nations nor the platform gives, English first. */
const aliases: Readonly<Record<string, readonly string[]>> = {
	BIH: ['Bosnia and Herzegovina'],
	BOL: [
		'Bolivia',
		'Plurinational State of Bolivia',
		'État plurinational de Bolivie',
		'Estado Plurinacional de Bolivia'
	],
	BRN: ['Brunei'],
	CAF: ['Central African Republic'],
	CHN: ['China', "People's Republic of China"],
	'CHN-HKG': ['Hong Kong, China', 'Hong Kong', 'Hong Kong Special Administrative Region'],
	'CHN-MAC': ['Macao, China', 'Macao', 'Macau', 'Macao Special Administrative Region'],
	CIV: ["Cote d'Ivoire", 'Ivory Coast'],
	COD: [
		'Congo (Democratic Republic of the)',
		'Congo - Kinshasa',
		'République démocratique du Congo',
		'República Democrática del Congo'
	],
	COG: ['Republic of the Congo', 'Congo - Brazzaville'],
	CPV: ['Cape Verde', 'Cabo Verde'],
	CZE: ['Czech Republic', 'Czechia', 'République tchèque', 'República Checa'],
	FSM: ['Micronesia', 'Federated States of Micronesia'],
	GBR: ['United Kingdom', 'Great Britain', 'Royaume-Uni', 'Reino Unido'],
	GMB: ['Gambia', 'The Gambia'],
	IRN: ['Iran', 'Islamic Republic of Iran', 'République islamique d’Iran', 'República Islámica del Irán'],
	KGZ: ['Kyrgyz Republic', 'Kyrgyzstan', 'Kirghizistan'],
	KOR: ['South Korea', 'République de Corée', 'República de Corea'],
	LAO: ['Laos', 'République démocratique populaire lao', 'República Democrática Popular Lao'],
	MDA: ['Moldova', 'République de Moldova', 'República de Moldova'],
	MKD: ['North Macedonia', 'The former Yugoslav Republic of Macedonia', 'Macedonia'],
	MMR: ['Burma', 'Myanmar'],
	NLD: ['Netherlands', 'Kingdom of the Netherlands', 'The Netherlands', 'Pays-Bas', 'Países Bajos'],
	PRK: [
		'North Korea',
		'République populaire démocratique de Corée',
		'República Popular Democrática de Corea'
	],
	PSE: ['Palestine', 'État de Palestine', 'Estado de Palestina'],
	RUS: ['Russia', 'Fédération de Russie', 'Federación de Rusia'],
	SRB: ['Serbia', 'Republic of Serbia'],
	SWZ: ['Swaziland', 'Eswatini'],
	SYR: ['Syria', 'République arabe syrienne', 'República Árabe Siria'],
	TLS: ['Timor-Leste', 'East Timor'],
	TUR: ['Turkey', 'Türkiye'],
	TZA: ['Tanzania', 'République-Unie de Tanzanie', 'República Unida de Tanzanía'],
	USA: ['United States', 'États-Unis d’Amérique', 'Estados Unidos de América'],
	VAT: ['Vatican City', 'Saint-Siège', 'Santa Sede'],
	VEN: [
		'Venezuela',
		'Bolivarian Republic of Venezuela',
		'République bolivarienne du Venezuela',
		'República Bolivariana de Venezuela'
	],
	VNM: ['Vietnam', 'Viet Nam']
};

/** Languages whose names for States are known from the platform. */
const languages = ['en', 'fr', 'es', 'ar', 'ru', 'zh'];

/** A leading article or "the Republic of": what a name may wear in a sentence. */
const dress =
	/^(?:the |la |le |les |l'|el |los |las |du |des |del |de la |de los |de las |de l'|d'|de )?(?:(?:republic|republique|republica) (?:of|de|d')(?: la| el| los)? ?)?/;

const fold = (text: string): string =>
	text
		.normalize('NFD')
		.replace(/\p{M}/gu, '')
		.replace(/[’‘`]/g, "'")
		.replace(/\s+/g, ' ')
		.trim()
		.toLowerCase();

let index: Map<string, string> | undefined;

/** Every spelling, folded, to its code. Made on first use: only recognition needs it. */
function namesToCodes(): Map<string, string> {
	if (index) return index;
	index = new Map();
	for (const code of stateCodes) {
		const spellings = [...languages.map((locale) => stateName(code, locale)), ...(aliases[code] ?? [])];
		for (const spelling of spellings) {
			const folded = fold(spelling);
			if (!index.has(folded)) index.set(folded, code);
			const undressed = folded.replace(dress, '');
			if (undressed && !index.has(undressed)) index.set(undressed, code);
		}
	}
	return index;
}

/**
 * The State a text names, in any official language, with or without its article; undefined when it names none.
 * @returns ISO 3166-1 alpha-3, or as symbols have it: `EU`, `CHN-HKG`
 */
export function stateByName(text: string): string | undefined {
	const known = namesToCodes();
	const folded = fold(text.slice(0, 200));
	return known.get(folded) ?? known.get(folded.replace(dress, ''));
}

/**
 * The State named where a title says whose report it is: the longest name that the words begin with.
 * @param text "Azerbaijan, adopted at …": what stands after "report of"
 */
export function stateNamedFirst(text: string): string | undefined {
	const words = text.slice(0, 120).split(' ').filter(Boolean).slice(0, 9);
	for (let count = words.length; count > 0; count -= 1) {
		const code = stateByName(
			words
				.slice(0, count)
				.join(' ')
				.replace(/[\s*,.;:\d[\]]+$/, '')
		);
		if (code) return code;
	}
	return undefined;
}
