/**
 * Whether a replica records what never happened. Its id is one of the instant 1970-01-01T00:00Z (UUIDv7, RFC 9562,
 * section 5.7), which no installation's clock can give: so an invented world is known for one wherever it travels, and
 * no real record can be taken for one.
 */
export const isInvented = (replica: string): boolean => replica.startsWith('00000000-0000-7');
