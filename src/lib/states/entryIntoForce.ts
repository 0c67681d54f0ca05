/**
 * The day on which each treaty itself entered into force, by its body. No State is bound by it before. Source: the
 * United Nations Treaty Collection, chapter IV.
 */
const treaties: Readonly<Record<string, `${number}-${number}-${number}`>> = {
	CCPR: '1976-03-23',
	CESCR: '1976-01-03',
	CERD: '1969-01-04',
	CEDAW: '1981-09-03',
	CAT: '1987-06-26',
	SPT: '2006-06-22',
	CRC: '1990-09-02',
	'CRC-OPAC': '2002-02-12',
	'CRC-OPSC': '2002-01-18',
	CMW: '2003-07-01',
	CRPD: '2008-05-03',
	CED: '2010-12-23'
};

/** The day on which a treaty itself entered into force; undefined for a body without one. */
export const treatyInForceSince = (body: string): `${number}-${number}-${number}` | undefined =>
	treaties[body];

/** When a treaty entered into force for a State, as far as the year of its ratification tells. */
export interface Entry {
	/** One year, or two that follow one another. */
	years: readonly number[];
	/** The day of the treaty itself, where the State ratified in a year before it. */
	treaty: `${number}-${number}-${number}` | null;
}

/**
 * The years in which a treaty can have entered into force for a State. Each treaty binds a State some weeks after its
 * ratification (one to four months), so in that year or the next; and nobody before the treaty itself entered into
 * force. Never a day: that is not known.
 * @param body whose treaty it is @param since the year of ratification, accession or succession
 * @returns null for a body without a treaty
 */
export function entryIntoForce(body: string, since: number): Entry | null {
	const treaty = treatyInForceSince(body);
	if (!treaty) return null;
	const first = Number(treaty.slice(0, 4));
	if (since < first) return { years: [first], treaty };
	return { years: [since, since + 1], treaty: null };
}
