import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Everything that `npm test` looks at, one after the other; a failure does not keep the rest from being looked
 * at. At the end it says how much passed and failed. The numbers are the runners' own: every test of vitest and
 * of Playwright counts as one, and so does every other check (a check has no parts that could be counted).
 */
const root = join(import.meta.dirname, '..');
const results = join(root, 'test-results');

/** @typedef {{ passed: number, failed: number, skipped: number, secondTry?: number }} Count */

/** @param {string} title @param {string} command @returns {boolean} whether it ended well */
function run(title, command) {
	console.log(`\n——— ${title}`);
	const { status } = spawnSync(command, { cwd: root, shell: true, stdio: ['ignore', 'inherit', 'inherit'] });
	return status === 0;
}

/** @type {(name: string) => any} What a runner wrote down; nothing if it never came to that. */
const written = (name) => {
	const file = join(results, name);
	return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined;
};

/** @type {(title: string, command: string) => Count} */
function check(title, command) {
	const passed = run(title, command);
	return { passed: Number(passed), failed: Number(!passed), skipped: 0 };
}

/**
 * A runner's own count. One that ended badly without a test that failed (a file it could not read, an error
 * outside of every test) has failed all the same: that counts as one.
 *
 * @type {(title: string, command: string, report: string, read: (report: any) => Count) => Count}
 */
function tests(title, command, report, read) {
	const endedWell = run(title, command);
	const content = written(report);
	const count = content ? read(content) : { passed: 0, failed: 0, skipped: 0 };
	const ranNothing = count.passed + count.failed === 0;
	return { ...count, failed: count.failed || Number(!endedWell || ranNothing) };
}

rmSync(results, { recursive: true, force: true });
mkdirSync(results);

const counts = [
	check('messages', 'npm run --silent messages'),
	check('format', 'prettier --check .'),
	check('lint', 'eslint --config .config/eslint.config.js .'),
	check('types', 'npm run --silent check'),
	tests(
		'unit tests',
		'vitest run --reporter=default --reporter=json --outputFile.json=test-results/unit.json',
		'unit.json',
		(report) => ({
			passed: report.numPassedTests,
			failed: report.numFailedTests,
			skipped: report.numPendingTests + report.numTodoTests
		})
	),
	check('build', 'npm run --silent build'),
	check('first load', 'node tests/first-load.ts'),
	tests('browser tests', 'npm run --silent browser', 'browser.json', ({ stats }) => ({
		passed: stats.expected + stats.flaky,
		failed: stats.unexpected,
		secondTry: stats.flaky,
		skipped: stats.skipped
	}))
];

/** @type {(key: keyof Count) => number} */
const sum = (key) => counts.reduce((total, count) => total + (count[key] ?? 0), 0);
const [skipped, secondTry] = [sum('skipped'), sum('secondTry')];
const notes = `${skipped ? `, ${skipped} skipped` : ''}${secondTry ? `, ${secondTry} at the second try` : ''}`;
const summary = `${sum('passed')} passed, ${sum('failed')} failed${notes}`;
writeFileSync(join(results, 'summary.txt'), `${summary}\n`);
console.log(`\n${summary}`);
process.exitCode = sum('failed') ? 1 : 0;
