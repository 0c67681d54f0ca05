import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Names every built file in the manifest of the build. The service worker keeps what the manifest names, and
 * Vite leaves out the parts that a web worker imports later (the one that reads PDF, the polyfill for dates):
 * offline they would be missing.
 *
 * @returns {import('vite').Plugin}
 */
export function listEveryFile() {
	return {
		name: 'servanda:list-every-file',
		apply: 'build',
		writeBundle: {
			order: 'post',
			handler({ dir = '' }, bundle) {
				if (this.environment.name !== 'client') return;
				const path = join(dir, '.vite/manifest.json');
				/** @type {Record<string, { file: string, css?: string[], assets?: string[] }>} */
				const manifest = JSON.parse(readFileSync(path, 'utf8'));
				const named = new Set(
					Object.values(manifest).flatMap(({ file, css = [], assets = [] }) => [file, ...css, ...assets])
				);
				for (const file of Object.keys(bundle))
					if (file.startsWith('_app/immutable/') && !named.has(file)) manifest[file] = { file };
				writeFileSync(path, JSON.stringify(manifest, null, '\t'));
			}
		}
	};
}
