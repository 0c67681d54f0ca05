/** The bodies, as their names begin in English, French and Spanish documents. */
const committees: readonly { body: string; name: RegExp }[] = [
	{
		body: 'CMW',
		name: /Protection of the Rights of All Migrant Workers|droits de tous les travailleurs migrants|derechos de todos los trabajadores migratorios/i
	},
	{
		body: 'CRPD',
		name: /Rights of Persons with Disabilities|droits des personnes handicapées|derechos de las personas con discapacidad/i
	},
	{
		body: 'CEDAW',
		name: /Elimination of Discrimination against Women|discrimination à l.égard des femmes|Discriminación contra la Mujer/i
	},
	{
		body: 'CERD',
		name: /Elimination of Racial Discrimination|discrimination raciale|discriminación racial/i
	},
	{
		body: 'CESCR',
		name: /Committee on Economic, Social and Cultural Rights|Comité des droits économiques|Comité de Derechos Económicos/i
	},
	{ body: 'CED', name: /Enforced Disappearances?|disparitions forcées|desapariciones forzadas/i },
	{ body: 'CRC', name: /Rights of the Child|droits de l.enfant|derechos del niño/i },
	{ body: 'CAT', name: /Committee against Torture|Comité contre la torture|Comité contra la Tortura/i },
	{
		body: 'CCPR',
		name: /Human Rights Committee|Comité des droits de l.homme|Comité de Derechos Humanos|Civil and Political Rights/i
	},
	{
		body: 'SPT',
		name: /Subcommittee on Prevention|Sous-Comité pour la prévention|Subcomité para la Prevención/i
	},
	{ body: 'UPR', name: /Universal Periodic Review|Examen périodique universel|Examen Periódico Universal/i }
];

/** The protocols under which the Committee on the Rights of the Child reads reports of their own. */
const protocols: readonly { body: string; name: RegExp }[] = [
	{
		body: 'CRC-OPSC',
		name: /protoco\p{L}+ .{0,120}(?:sale of children|vente d.enfants|venta de niños)/iu
	},
	{
		body: 'CRC-OPAC',
		name: /protoco\p{L}+ .{0,120}(?:armed conflict|conflits armés|conflictos armados)/iu
	}
];

/** The body that a text names first; a protocol where the text goes on to name one. */
export function committeeNamed(text: string): { body: string; from: number; to: number } | undefined {
	const named = first(committees, text);
	return named?.body === 'CRC' ? (first(protocols, text) ?? named) : named;
}

function first(bodies: typeof committees, text: string): ReturnType<typeof committeeNamed> {
	return bodies
		.flatMap(({ body, name }) => {
			const match = name.exec(text);
			return match ? [{ body, from: match.index, to: match.index + match[0].length }] : [];
		})
		.sort((one, other) => one.from - other.from)[0];
}
