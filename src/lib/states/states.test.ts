import { describe, expect, it, test } from 'vitest';
import { stateByCode, stateCodes } from './codes.ts';
import { stateName, stateNameInText } from './name.ts';
import { stateByName, stateNamedFirst } from './recognise.ts';

describe('stateName', () => {
	it.each([
		['TUR', 'en', 'Türkiye'],
		['BOL', 'en-GB', 'Bolivia (Plurinational State of)'],
		['VAT', 'en', 'Holy See'],
		['PSE', 'en', 'State of Palestine'],
		['COK', 'en', 'Cook Islands'],
		['NIU', 'en', 'Niue'],
		['EU', 'en', 'European Union'],
		['CHN-HKG', 'en', 'Hong Kong (China)'],
		['CHN-MAC', 'es', 'RAE de Macao (China)'],
		['AZE', 'fr', 'Azerbaïdjan'],
		['NOR', 'es', 'Noruega'],
		['XXX', 'en', 'XXX']
	])('%s in %s is %s', (code, locale, name) => {
		expect(stateName(code, locale)).toBe(name);
	});
});

describe('stateNameInText', () => {
	it.each([
		['AGO', 'en-GB', 'Angola'],
		['PHL', 'en-GB', 'the Philippines'],
		['IRN', 'en-GB', 'the Islamic Republic of Iran'],
		['KNA', 'en-GB', 'Saint Kitts and Nevis'],
		['PHL', 'es', 'Filipinas']
	])('%s in %s is %s', (code, locale, name) => {
		expect(stateNameInText(code, locale)).toBe(name);
	});

	it('has no brackets', () => {
		for (const code of stateCodes) expect(stateNameInText(code, 'en-GB')).not.toMatch(/[()]/);
	});
});

describe('stateByName', () => {
	it('knows every State again by its name in each official language', () => {
		for (const code of stateCodes)
			for (const locale of ['en', 'fr', 'es', 'ar', 'ru', 'zh'])
				expect(stateByName(stateName(code, locale)), `${code} ${locale}`).toBe(code);
	});

	it.each([
		['Turkey', 'TUR'],
		['Iran (Islamic Republic of)', 'IRN'],
		['the Republic of Korea', 'KOR'],
		["Lao People's Democratic Republic", 'LAO'],
		['Czech Republic', 'CZE'],
		['la Norvège', 'NOR'],
		['los Países Bajos', 'NLD'],
		['the Niger', 'NER'],
		['Hong Kong', 'CHN-HKG'],
		['and', undefined],
		['Atlantis', undefined]
	])('%s', (name, code) => {
		expect(stateByName(name)).toBe(code);
	});
});

test.each([
	['AZE', 'AZE'],
	['CHN-HKG', 'CHN-HKG'],
	['HKG', 'CHN-HKG'],
	['XXX-HKG', undefined],
	['aze', undefined]
])('what is meant by the code %s', (written, code) => {
	expect(stateByCode(written)).toBe(code);
});

describe('stateNamedFirst', () => {
	it('takes the longest name that the words begin with', () => {
		expect(stateNamedFirst('Guinea-Bissau*, adopted')).toBe('GNB');
		expect(stateNamedFirst('the Democratic Republic of the Congo on follow-up')).toBe('COD');
		expect(stateNamedFirst('its combined reports')).toBeUndefined();
	});
});
