import { defineConfig } from 'vitest/config';

/**
 * A mutation run does the properties hundreds of times over, so each is tried with few examples. How many it is
 * tried with otherwise stands in the tests themselves.
 *
 * @type {import('vite').Plugin}
 */
const fewExamples = {
	name: 'servanda:few-examples',
	enforce: 'pre',
	transform: (code, file) =>
		file.endsWith('.test.ts') ? code.replaceAll(/\bnumRuns: [\d_]+/g, 'numRuns: 60') : undefined
};

/** The tests that stand by the mutated code. Nothing of it is Svelte, so Svelte's plugin stays away. */
export default defineConfig({
	plugins: [fewExamples],
	test: {
		environment: 'node',
		// A busy machine must not look like a test that noticed; what hangs is ended by Stryker.
		testTimeout: 120_000,
		setupFiles: ['tests/calendar-ready.ts', 'tests/support/same-examples.ts'],
		include: [
			'src/lib/{calendar,cycle,envelope}/**/*.test.ts',
			'src/lib/log/{commit,incoming,segment,stored,verify,verification,read,workedExample}.test.ts',
			'tests/properties/{cycle,knowledge,outline,packed}.test.ts'
		]
	}
});
