import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vitest/config';
import { fingerprint } from './.config/fingerprint.js';
import { listEveryFile } from './.config/list-every-file.js';

export default defineConfig({
	plugins: [sveltekit(), listEveryFile()],
	build: { target: 'es2022' },
	define: { __FINGERPRINT__: JSON.stringify(fingerprint()) },
	// Workers are modules, so that the heavy part of one (reading a PDF) can wait until it is needed.
	worker: { format: 'es' },
	test: {
		setupFiles: ['tests/calendar-ready.ts'],
		projects: [
			{
				extends: true,
				test: {
					name: 'plain',
					environment: 'node',
					include: ['src/**/*.test.ts', 'tests/**/*.test.ts'],
					exclude: ['**/node_modules/**', '**/*.svelte.test.ts']
				}
			},
			{
				extends: true,
				// Runes react in the browser's build of Svelte only.
				resolve: { conditions: ['browser'] },
				test: {
					name: 'runes',
					environment: './tests/support/runes.ts',
					include: ['src/**/*.svelte.test.ts', 'tests/**/*.svelte.test.ts']
				}
			}
		]
	}
});
