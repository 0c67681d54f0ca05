import { alpha2 } from './codes.ts';

const names = new Map<string, Intl.DisplayNames>();

function namesIn(locale: string): Intl.DisplayNames {
	let known = names.get(locale);
	if (!known) {
		known = new Intl.DisplayNames([locale], { type: 'region' });
		names.set(locale, known);
	}
	return known;
}

/** UN short names where the platform's name for an English reader differs from the United Nations' own. */
const unitedNationsNames: Readonly<Record<string, string>> = {
	ATG: 'Antigua and Barbuda',
	BIH: 'Bosnia and Herzegovina',
	BOL: 'Bolivia (Plurinational State of)',
	BRN: 'Brunei Darussalam',
	'CHN-HKG': 'Hong Kong (China)',
	'CHN-MAC': 'Macao (China)',
	CIV: 'Côte d’Ivoire',
	COD: 'Democratic Republic of the Congo',
	COG: 'Congo',
	CPV: 'Cabo Verde',
	FSM: 'Micronesia (Federated States of)',
	GBR: 'United Kingdom of Great Britain and Northern Ireland',
	IRN: 'Iran (Islamic Republic of)',
	KNA: 'Saint Kitts and Nevis',
	KOR: 'Republic of Korea',
	LAO: 'Lao People’s Democratic Republic',
	LCA: 'Saint Lucia',
	MDA: 'Republic of Moldova',
	MMR: 'Myanmar',
	NLD: 'Netherlands (Kingdom of the)',
	PRK: 'Democratic People’s Republic of Korea',
	PSE: 'State of Palestine',
	RUS: 'Russian Federation',
	STP: 'Sao Tome and Principe',
	SYR: 'Syrian Arab Republic',
	TTO: 'Trinidad and Tobago',
	TUR: 'Türkiye',
	TZA: 'United Republic of Tanzania',
	USA: 'United States of America',
	VAT: 'Holy See',
	VCT: 'Saint Vincent and the Grenadines',
	VEN: 'Venezuela (Bolivarian Republic of)',
	VNM: 'Viet Nam'
};

/** States whose name has an article in an English sentence, as documents of the United Nations write it. */
const withArticle = new Set(
	'ARE BHS CAF COD COG COK COM DOM EU GBR GMB KOR LAO MDA MHL NER PHL PRK PSE RUS SDN SYR TZA USA VAT'.split(
		' '
	)
);

/** What stands in a sentence where the short name, made for lists, has a part in brackets. */
const inFull: Readonly<Record<string, string>> = {
	BOL: 'the Plurinational State of Bolivia',
	'CHN-HKG': 'Hong Kong, China',
	'CHN-MAC': 'Macao, China',
	FSM: 'the Federated States of Micronesia',
	IRN: 'the Islamic Republic of Iran',
	NLD: 'the Kingdom of the Netherlands',
	VEN: 'the Bolivarian Republic of Venezuela'
};

/**
 * A State's name for a reader: the United Nations' short name in English, the platform's in other languages.
 * @param iso3 ISO 3166-1 alpha-3, or as symbols have it: `EU`, `CHN-HKG`
 * @returns the code itself where no name is known
 */
export function stateName(iso3: string, locale: string): string {
	const official = locale.startsWith('en') ? unitedNationsNames[iso3] : undefined;
	if (official) return official;
	const code = alpha2(iso3);
	return (code && namesIn(locale).of(code)) ?? iso3;
}

/** A State's name in the middle of a sentence: "the Islamic Republic of Iran", "the Philippines", "Angola". */
export function stateNameInText(iso3: string, locale: string): string {
	if (!locale.startsWith('en')) return stateName(iso3, locale);
	return inFull[iso3] ?? `${withArticle.has(iso3) ? 'the ' : ''}${stateName(iso3, locale)}`;
}
