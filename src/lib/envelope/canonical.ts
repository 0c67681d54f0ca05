/**
 * A JSON value as one string, always the same for the same content: keys sorted, no spaces, fields that are
 * `undefined` left out (RFC 8785, JSON Canonicalization Scheme).
 */
export function canonicalJson(value: unknown): string {
	if (Array.isArray(value)) return `[${value.map((item) => canonicalJson(item ?? null)).join(',')}]`;
	if (typeof value === 'object' && value !== null) {
		const fields = Object.entries(value)
			.filter(([, field]) => field !== undefined)
			// By UTF-16 code units, as the standard has it and as `<` compares.
			.sort(([a], [b]) => (a < b ? -1 : 1))
			.map(([key, field]) => `${JSON.stringify(key)}:${canonicalJson(field)}`);
		return `{${fields.join(',')}}`;
	}
	return JSON.stringify(value);
}
