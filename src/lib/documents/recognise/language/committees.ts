/** The treaty bodies, as their names begin in English, French and Spanish documents. */
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
	}
];

/** The treaty body that a text names first. */
export function committeeNamed(text: string): { body: string; from: number; to: number } | undefined {
	return committees
		.flatMap(({ body, name }) => {
			const match = name.exec(text);
			return match ? [{ body, from: match.index, to: match.index + match[0].length }] : [];
		})
		.sort((one, other) => one.from - other.from)[0];
}
