import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from '@playwright/test';

/** Where computers keep a Chromium or Chrome of their own. */
const usual = [
	'/usr/bin/chromium',
	'/usr/bin/chromium-browser',
	'/usr/bin/google-chrome-stable',
	'/usr/bin/google-chrome',
	'/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
	'/Applications/Chromium.app/Contents/MacOS/Chromium',
	...['ProgramFiles', 'ProgramFiles(x86)', 'LocalAppData'].map((folder) =>
		join(process.env[folder] ?? '', 'Google/Chrome/Application/chrome.exe')
	)
];

/** A browser to test in: the computer's own, or else Playwright's. */
export function findChromium(): string | undefined {
	return [...usual, chromium.executablePath()].find((path) => existsSync(path));
}

/** The same, installed if there is none: from Debian where that is possible, from Playwright elsewhere. */
export function haveChromium(): string {
	const found = findChromium() ?? (fromDebian(), findChromium()) ?? (fromPlaywright(), findChromium());
	if (!found) throw new Error('No Chromium: install one, or run: npx playwright install chromium');
	return found;
}

function fromDebian(): void {
	if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return;
	console.log('Installing Chromium (apt-get) …');
	spawnSync('apt-get update && apt-get install -y --no-install-recommends chromium', {
		shell: true,
		stdio: ['ignore', 'inherit', 'inherit'],
		env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
	});
}

function fromPlaywright(): void {
	console.log('Installing Chromium (playwright) …');
	spawnSync('npx playwright install chromium', { shell: true, stdio: ['ignore', 'inherit', 'inherit'] });
}

/** Quiet: a browser under test asks nobody for anything but the page. */
export const flags = [
	'--no-sandbox',
	'--disable-background-networking',
	'--disable-component-update',
	'--disable-sync',
	'--no-first-run',
	'--disable-quic'
];
