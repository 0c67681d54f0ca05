import { m } from '#lib/words/catalogue/messages.js';
import { count } from '#lib/words/dates.ts';

const units = [
	{ bytes: 1e9, words: m.desk_device_gigabytes },
	{ bytes: 1e6, words: m.desk_device_megabytes },
	{ bytes: 1e3, words: m.desk_device_kilobytes }
];

/** How much room something takes, in the largest unit that leaves a whole number; never less than 1 kB. */
export function sizeWords(bytes: number): string {
	const { bytes: unit, words } = units.find((one) => bytes >= one.bytes) ?? units.at(-1)!;
	return words({ number: count(Math.max(1, Math.round(bytes / unit))) });
}
