/** What a column of a table of statuses can say, in the order in which a form offers it. */
export const fields = [
	'state',
	'body',
	'report',
	'symbol',
	'entryIntoForce',
	'submitted',
	'considered',
	'adopted',
	'followUpUnits',
	'followUpDue',
	'followUpReceived',
	'nextReportDue',
	'nextReportDueInPrinciple',
	'duty',
	'due'
] as const;
export type Field = (typeof fields)[number];

/** The fields that are days. */
export const dateFields = [
	'entryIntoForce',
	'submitted',
	'considered',
	'adopted',
	'followUpDue',
	'followUpReceived',
	'nextReportDue',
	'nextReportDueInPrinciple',
	'due'
] as const satisfies readonly Field[];
export type DateField = (typeof dateFields)[number];

export const isDateField = (field: Field): field is DateField =>
	(dateFields as readonly Field[]).includes(field);

/** What each column of a table says; null for one that is passed over. */
export type Mapping = readonly (Field | null)[];

/** Words by which the heads of such tables are known, the most telling first: a head holds all words of one entry. */
const telling: readonly (readonly [Field, readonly string[]])[] = [
	['entryIntoForce', ['entry into force', 'entered into force', 'entree en vigueur', 'entrada en vigor']],
	['followUpReceived', ['follow up received', 'followup received', 'follow up submitted', 'suivi recu']],
	['followUpUnits', ['follow up paragraphs', 'followup paragraphs', 'paragraphs', 'paragraphes', 'parrafos']],
	['followUpDue', ['follow up due', 'followup due', 'follow up', 'followup', 'suivi', 'seguimiento']],
	['nextReportDueInPrinciple', ['in principle', 'provisional', 'en principe', 'en principio']],
	['nextReportDue', ['next report due', 'next report', 'next due', 'prochain rapport', 'proximo informe']],
	['adopted', ['adopted', 'adoption', 'concluding observations date', 'adoptees', 'aprobadas']],
	['considered', ['considered', 'consideration', 'dialogue', 'reviewed', 'review date', 'examen']],
	['submitted', ['submitted', 'submission', 'received', 'soumis', 'presentado']],
	['symbol', ['symbol', 'cote', 'signatura', 'document']],
	['body', ['body', 'committee', 'treaty', 'organe', 'comite', 'organo', 'comision']],
	['duty', ['duty', 'what is owed', 'obligation']],
	['report', ['report', 'cycle', 'rapport', 'informe', 'numbers']],
	['state', ['state', 'country', 'etat', 'pays', 'estado', 'pais', 'iso3', 'iso']],
	['due', ['due', 'deadline', 'echeance', 'plazo']]
];

/** Heads of columns with the codes of States. */
const codesOfStates = [
	'state code',
	'country code',
	'code etat',
	'code pays',
	'codigo estado',
	'codigo pais',
	'iso3'
];

/**
 * What each column most likely says, by the words at its head; every field once. A person looks at it before anything
 * is read by it.
 * @param words further heads in the language of the reader, by field
 */
export function guess(
	names: readonly string[],
	words: Readonly<Partial<Record<Field, string>>> = {}
): Mapping {
	const mapping: (Field | null)[] = names.map(() => null);
	const heads = names.map(folded);
	const give = (place: number, field: Field) => {
		if (mapping[place] === null && !mapping.includes(field)) mapping[place] = field;
	};
	// A code is surer than a name, where a table has both.
	heads.forEach((head, place) => {
		if (codesOfStates.some((entry) => hasWords(head, entry))) give(place, 'state');
	});
	heads.forEach((head, place) => {
		const field = fields.find((one) => folded(one) === head || folded(words[one] ?? '') === head);
		if (head && field) give(place, field);
	});
	for (const [field, entries] of telling)
		for (const entry of entries)
			heads.forEach((head, place) => {
				if (!/\bdays?\b|\breminders?\b/.test(head) && hasWords(head, entry)) give(place, field);
			});
	return mapping;
}

const hasWords = (head: string, entry: string): boolean =>
	entry.split(' ').every((word) => head.split(' ').includes(word));

/** `nextReportDue` and "Next report: due" are the same head. */
export const folded = (text: string): string =>
	text
		.replace(/(?<=\p{Ll})(?=\p{Lu})/gu, ' ')
		.normalize('NFD')
		.replace(/\p{M}/gu, '')
		.toLowerCase()
		.replace(/[^\p{L}\p{N}]+/gu, ' ')
		.trim();
