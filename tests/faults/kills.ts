import { spawnSync } from 'node:child_process';

/** The kills of `kill.browser.ts`, as many as are worth waiting for: `npm run kills`. */
const command =
	'playwright test --config tests/playwright.config.ts --reporter=list tests/faults/kill.browser.ts';
const { status } = spawnSync(command, {
	shell: true,
	stdio: 'inherit',
	env: { SERVANDA_KILLS: '200', ...process.env }
});
process.exitCode = status ?? 1;
