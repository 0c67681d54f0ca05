/** Whether a character is white space, as `\s` has it; by its code, since whole documents are walked. */
export function isSpace(code: number): boolean {
	if (code < 0x80) return code === 0x20 || (code >= 0x09 && code <= 0x0d);
	if (code === 0xa0) return true;
	if (code < 0x1680) return false;
	return (
		code === 0x1680 ||
		(code >= 0x2000 && code <= 0x200a) ||
		code === 0x2028 ||
		code === 0x2029 ||
		code === 0x202f ||
		code === 0x205f ||
		code === 0x3000
	);
}

/** Marks that tell how to set the words and are no words: soft hyphen, zero-width and direction marks. */
export function isInvisible(code: number): boolean {
	if (code < 0x200b) return code === 0xad;
	return (
		code <= 0x200f ||
		(code >= 0x202a && code <= 0x202e) ||
		(code >= 0x2060 && code <= 0x2069) ||
		code === 0xfeff
	);
}
