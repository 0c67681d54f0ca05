import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

/**
 * The messages and the code agree. Without a network the compiler of the messages can succeed with none at all,
 * so the number is looked at too.
 */
const src = join(import.meta.dirname, '../src');
const words = join(src, 'lib/words');
const {
	baseLocale,
	locales,
	'plugin.inlang.messageFormat': plugin
} = JSON.parse(readFileSync(join(words, 'project.inlang/settings.json'), 'utf8'));

/** The keys of the messages in one language, from all of its files. */
function written(locale: string): string[] {
	const files = [plugin.pathPattern]
		.flat()
		.map((pattern: string) => join(words, pattern.replace('{locale}', locale)));
	return files
		.filter((file) => existsSync(file))
		.flatMap((file) => Object.keys(JSON.parse(readFileSync(file, 'utf8'))))
		.filter((key) => key !== '$schema');
}

/** All code that can show a message, as one text. */
function code(): string {
	return readdirSync(src, { recursive: true, encoding: 'utf8' })
		.filter((file) => /\.(ts|js|svelte)$/.test(file) && !/\.test\.ts$/.test(file))
		.filter((file) => !file.replaceAll('\\', '/').startsWith('lib/words/catalogue/'))
		.map((file) => readFileSync(join(src, file), 'utf8'))
		.join('\n');
}

describe('messages', () => {
	const keys = written(baseLocale);

	it('are all in the compiled catalogue, and nothing else is', async () => {
		const { m } = await import('#lib/words/catalogue/messages.js');
		expect(keys.length).toBeGreaterThan(0);
		expect(Object.keys(m).sort()).toEqual([...keys].sort());
	});

	it('are written once', () => {
		expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([]);
	});

	it('are all used', () => {
		const text = code();
		const named = new Set(text.match(/\w+/g));
		// `event_${type}` uses every message whose key begins like this.
		const begun = [...text.matchAll(/`(\w+_)\$\{/g)].map(([, beginning = '']) => beginning);
		const unused = keys.filter(
			(key) => !named.has(key) && !begun.some((beginning) => key.startsWith(beginning))
		);
		expect(unused).toEqual([]);
	});

	const translations: string[] = locales.filter((locale: string) => locale !== baseLocale);
	it.for(translations)('in %s are known ones', (locale) => {
		expect(written(locale).filter((key) => !keys.includes(key))).toEqual([]);
	});
});
