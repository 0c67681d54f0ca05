import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import config from '../svelte.config.js';

describe('the content security policy', () => {
	const directives = config.kit?.csp?.directives ?? {};

	it('lets the framework’s own inline style through, and no other', () => {
		const kit = dirname(createRequire(import.meta.url).resolve('@sveltejs/kit/package.json'));
		const root = readFileSync(join(kit, 'src/core/sync/write_root.js'), 'utf8');
		const styles = [...root.matchAll(/\sstyle="([^"]*)"/g)].map(([, style = '']) => style);
		const hashes = styles.map((style) => `sha256-${createHash('sha256').update(style).digest('base64')}`);
		expect(directives['style-src']).toEqual(['self', 'unsafe-hashes', ...hashes]);
	});

	it('names no address but Servanda’s own', () => {
		const sources = Object.values(directives).flat();
		expect(
			sources.filter((source) => !/^(none|self|unsafe-hashes|sha256-.{44})$/.test(String(source)))
		).toEqual([]);
	});

	it('has everything that it does not name forbidden', () =>
		expect(directives['default-src']).toEqual(['none']));
});
