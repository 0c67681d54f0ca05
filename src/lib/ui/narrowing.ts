/** Letters without their accents and cases; spaces as one. */
const plain = (text: string): string =>
	text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/\s+/g, ' ').trim();

/**
 * Whether a text holds every word typed. A number is the beginning of one in the text, so that `6` does not find 16.
 */
export function holdsAll(text: string, typed: string): boolean {
	const within = ` ${plain(text)}`;
	return plain(typed)
		.split(' ')
		.every((word) => within.includes(/^\d/.test(word) ? ` ${word}` : word));
}
