import { resolve } from 'node:path';
import js from '@eslint/js';
import { defineConfig, globalIgnores } from 'eslint/config';
import svelte from 'eslint-plugin-svelte';
import globals from 'globals';
import typescript from 'typescript-eslint';
import svelteConfig from '../svelte.config.js';
import * as cssParser from './rules/css-parser.js';
import logicalCss from './rules/logical-css.js';
import noBareWords from './rules/no-bare-words.js';
import { walls } from './walls.js';

const root = resolve(import.meta.dirname, '..');
const servanda = { rules: { 'logical-css': logicalCss, 'no-bare-words': noBareWords } };

export default defineConfig(
	{
		basePath: root,
		extends: [globalIgnores(['build/', '.svelte-kit/', 'src/lib/words/catalogue/', 'test-results/'])]
	},
	{
		basePath: root,
		files: ['**/*.{js,ts,svelte}'],
		extends: [js.configs.recommended, typescript.configs.strict, svelte.configs.recommended],
		languageOptions: { globals: { ...globals.browser, ...globals.node } },
		linterOptions: { reportUnusedDisableDirectives: 'error' },
		rules: {
			'no-undef': 'off', // TypeScript knows better.
			// An index that cannot miss (a group of a pattern that matched) is said with `!`: the compiler is
			// stricter about indices here than the rule reckons with, and the alternatives hide the assumption.
			'@typescript-eslint/no-non-null-assertion': 'off',
			// It knows an address only where resolve() is called, not where one is handed on; .config/walls.js
			// refuses those that begin at the root.
			'svelte/no-navigation-without-resolve': 'off',
			'@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
			'@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }]
		}
	},
	{
		basePath: root,
		files: ['**/*.svelte', '**/*.svelte.ts', '**/*.svelte.test.ts'],
		languageOptions: { parserOptions: { parser: typescript.parser, svelteConfig } }
	},
	{
		basePath: root,
		files: ['**/*.svelte.ts'],
		// A state module builds maps and sets that are no state: it fills them and hands them out.
		rules: { 'svelte/prefer-svelte-reactivity': 'off' }
	},
	{
		basePath: root,
		files: ['**/*.svelte'],
		plugins: { servanda },
		rules: { 'servanda/no-bare-words': 'error' }
	},
	{
		basePath: root,
		files: ['**/*.svelte'],
		plugins: { servanda },
		rules: { 'servanda/logical-css': 'error' }
	},
	{
		basePath: root,
		files: ['**/*.css'],
		plugins: { servanda },
		languageOptions: { parser: cssParser },
		rules: { 'servanda/logical-css': 'error' }
	},
	...walls.map((config) => ({ basePath: root, ...config }))
);
