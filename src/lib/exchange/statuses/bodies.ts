/** Treaties by their usual short names, and the body that watches over each. */
const treaties: Readonly<Record<string, string>> = {
	ICCPR: 'CCPR',
	HRC: 'CCPR',
	ICESCR: 'CESCR',
	ICERD: 'CERD',
	UNCAT: 'CAT',
	UNCRC: 'CRC',
	OPAC: 'CRC-OPAC',
	'CRC-OP-AC': 'CRC-OPAC',
	'OP-CRC-AC': 'CRC-OPAC',
	'CRC/OPAC': 'CRC-OPAC',
	OPSC: 'CRC-OPSC',
	'CRC-OP-SC': 'CRC-OPSC',
	'OP-CRC-SC': 'CRC-OPSC',
	'CRC/OPSC': 'CRC-OPSC',
	ICMW: 'CMW',
	ICRMW: 'CMW',
	UNCRPD: 'CRPD',
	ICPPED: 'CED',
	CPED: 'CED',
	OPCAT: 'SPT',
	'CAT-OP': 'SPT'
};

/** The body whose short name, or whose treaty's short name, a text is; the text itself in capitals otherwise. */
export const bodyByShortName = (text: string): string => {
	const name = text.trim().toUpperCase();
	return treaties[name] ?? name;
};
