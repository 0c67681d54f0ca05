/**
 * `npm run mutation` changes the calendar, the cycle and what is pure of the log in small ways, one at a time, and
 * asks whether a test notices.
 * What no test notices is either a hole in the tests or a change that changes nothing.
 *
 * A part of it: `npm run mutation -- --mutate src/lib/cycle/gate.ts,src/lib/cycle/units.ts`.
 *
 * @type {import('@stryker-mutator/api/core').PartialStrykerOptions}
 */
export default {
	mutate: [
		'src/lib/{calendar,cycle}/**/*.ts',
		'src/lib/envelope/{canonical,chain,same}.ts',
		'src/lib/log/{commit,incoming,segment,stored,verify}.ts',
		'!**/*.test.ts',
		'!**/testing/**'
	],
	testRunner: 'vitest',
	vitest: { configFile: '.config/mutation.vitest.js' },
	coverageAnalysis: 'perTest',
	// What runs while it is loaded (the catalogue of events, the units) makes most of the time. It is asked about all
	// the same, and must be: a statechart is compiled once and kept, so a change of it that comes later comes too late.
	ignoreStatic: false,
	// Vitest does not look at types.
	disableTypeChecks: false,
	// What an ordinary machine carries beside other work.
	concurrency: 2,
	timeoutMS: 20_000,
	// Stryker leaves .svelte-kit out by itself, but tsconfig.json extends what is in it.
	ignorePatterns: ['!/.svelte-kit', '/.svelte-kit/output', '/build', '/static', '/test-results', '/.readme'],
	// Nothing is left outside of what git ignores.
	tempDirName: 'test-results/mutation/sandbox',
	reporters: ['clear-text', 'html', 'json'],
	clearTextReporter: { allowColor: false, logTests: false, reportTests: false },
	htmlReporter: { fileName: 'test-results/mutation/report.html' },
	jsonReporter: { fileName: 'test-results/mutation/report.json' },
	thresholds: { high: 95, low: 85, break: 85 }
};
