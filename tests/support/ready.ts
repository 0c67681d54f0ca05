import { existsSync } from 'node:fs';
import { haveChromium } from './chromium.ts';
import { built } from './site.ts';

/** Runs once, before all browser tests: there is a browser to test in, and something built to test. */
export default function ready(): void {
	if (!existsSync(built)) throw new Error('Nothing is built yet: npm run build');
	console.log(`Browser: ${haveChromium()}`);
}
