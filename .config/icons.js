import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { flags, haveChromium } from '../tests/support/chromium.ts';

/**
 * Draws Servanda's icons (`npm run icons`, after a change here; the drawings are kept in static/).
 *
 * The sign is the product's own picture made small: the horizon, today upright on it, and the length by which
 * something is late. It has nothing of the United Nations' emblem.
 */
const paper = '#fbfaf7';
const ink = '#1d2026';
const late = '#a3231f';

const sign = `
	<path d="M72 332h368" stroke="${ink}" stroke-width="24" stroke-linecap="round"/>
	<path d="M148 270h176" stroke="${late}" stroke-width="60"/>
	<path d="M336 112v288" stroke="${ink}" stroke-width="24" stroke-linecap="round"/>`;

/** @param {{ corner: number, scale?: number }} shape */
const drawing = ({ corner, scale = 1 }) =>
	`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 512 512"><rect width="512" height="512" rx="${corner}" fill="${paper}"/>` +
	`<g transform="translate(256 256) scale(${scale}) translate(-256 -256)">${sign}\n</g></svg>\n`;

const root = join(import.meta.dirname, '../static');
mkdirSync(join(root, 'icons'), { recursive: true });
writeFileSync(join(root, 'favicon.svg'), drawing({ corner: 96 }));

const icons = [
	{ file: 'servanda-192.png', size: 192, svg: drawing({ corner: 96 }) },
	{ file: 'servanda-512.png', size: 512, svg: drawing({ corner: 96 }) },
	// Systems cut these into a shape of their own: full to the edge, with the sign well inside.
	{ file: 'maskable-512.png', size: 512, svg: drawing({ corner: 0, scale: 0.72 }) },
	{ file: 'apple-touch-180.png', size: 180, svg: drawing({ corner: 0, scale: 0.86 }) }
];

const browser = await chromium.launch({ executablePath: haveChromium(), args: flags });
for (const { file, size, svg } of icons) {
	const page = await browser.newPage({ viewport: { width: size, height: size } });
	await page.setContent(`<style>body { margin: 0 } svg { display: block; width: 100vw }</style>${svg}`);
	await page.screenshot({ path: join(root, 'icons', file), omitBackground: true });
	await page.close();
}
await browser.close();
