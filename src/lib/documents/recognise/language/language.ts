import type { Language } from '../../types.ts';

/** Small words that only one of the languages has, and the scripts of the others. */
const marks: Readonly<Record<Language, RegExp>> = {
	ar: /[\u0600-\u06ff]{3,}/g,
	zh: /[\u4e00-\u9fff]{2,}/g,
	en: /\b(?:the|and|of|with)\b/gi,
	fr: /\b(?:le|les|des|et|du|dans)\b/gi,
	ru: /[\u0400-\u04ff]{4,}/g,
	es: /\b(?:el|los|las|y|del|con)\b/gi
};

/** A language is told from no more of a text than this. */
const sample = 20_000;

/** The language a text is written in: the one with most marks of its own. */
export function languageOf(text: string): Language {
	const start = text.slice(0, sample);
	const counts = Object.entries(marks).map(([language, mark]) => ({
		language: language as Language,
		count: start.match(mark)?.length ?? 0
	}));
	return counts.reduce((best, one) => (one.count > best.count ? one : best), {
		language: 'en' as Language,
		count: 0
	}).language;
}

const names: Readonly<Record<string, Language>> = {
	arabic: 'ar',
	arabe: 'ar',
	árabe: 'ar',
	chinese: 'zh',
	chinois: 'zh',
	chino: 'zh',
	english: 'en',
	anglais: 'en',
	inglés: 'en',
	french: 'fr',
	français: 'fr',
	francés: 'fr',
	russian: 'ru',
	russe: 'ru',
	ruso: 'ru',
	spanish: 'es',
	espagnol: 'es',
	español: 'es'
};

/** The language that a name in English, French or Spanish means. */
export const languageNamed = (name: string): Language | undefined => names[name.toLowerCase()];
