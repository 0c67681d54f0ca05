/** Parses JSON; `undefined` where it is none, which no JSON text has as its value. */
export function parse(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
}
