/**
 * ISO 3166-1 alpha-3 codes of the States that can be party to a human rights treaty, each with the alpha-2
 * code that `Intl.DisplayNames` asks for: five letters a State. Source: ISO 3166-1; membership of the United
 * Nations; treaty parties that are not Members (COK, NIU, PSE, VAT).
 */
const table =
	'AFGAF ALBAL DZADZ ANDAD AGOAO ATGAG ARGAR ARMAM AUSAU AUTAT AZEAZ BHSBS BHRBH BGDBD BRBBB BLRBY BELBE ' +
	'BLZBZ BENBJ BTNBT BOLBO BIHBA BWABW BRABR BRNBN BGRBG BFABF BDIBI CPVCV KHMKH CMRCM CANCA CAFCF TCDTD ' +
	'CHLCL CHNCN COLCO COMKM COGCG CODCD COKCK CRICR CIVCI HRVHR CUBCU CYPCY CZECZ DNKDK DJIDJ DMADM DOMDO ' +
	'ECUEC EGYEG SLVSV GNQGQ ERIER ESTEE SWZSZ ETHET FJIFJ FINFI FRAFR GABGA GMBGM GEOGE DEUDE GHAGH GRCGR ' +
	'GRDGD GTMGT GINGN GNBGW GUYGY HTIHT HNDHN HUNHU ISLIS INDIN IDNID IRNIR IRQIQ IRLIE ISRIL ITAIT JAMJM ' +
	'JPNJP JORJO KAZKZ KENKE KIRKI PRKKP KORKR KWTKW KGZKG LAOLA LVALV LBNLB LSOLS LBRLR LBYLY LIELI LTULT ' +
	'LUXLU MDGMG MWIMW MYSMY MDVMV MLIML MLTMT MHLMH MRTMR MUSMU MEXMX FSMFM MDAMD MCOMC MNGMN MNEME MARMA ' +
	'MOZMZ MMRMM NAMNA NRUNR NPLNP NLDNL NZLNZ NICNI NERNE NGANG NIUNU MKDMK NORNO OMNOM PAKPK PLWPW PSEPS ' +
	'PANPA PNGPG PRYPY PERPE PHLPH POLPL PRTPT QATQA ROURO RUSRU RWARW KNAKN LCALC VCTVC WSMWS SMRSM STPST ' +
	'SAUSA SENSN SRBRS SYCSC SLESL SGPSG SVKSK SVNSI SLBSB SOMSO ZAFZA SSDSS ESPES LKALK SDNSD SURSR SWESE ' +
	'CHECH SYRSY TJKTJ THATH TLSTL TGOTG TONTO TTOTT TUNTN TURTR TKMTM TUVTV UGAUG UKRUA AREAE GBRGB TZATZ ' +
	'USAUS URYUY UZBUZ VUTVU VATVA VENVE VNMVN YEMYE ZMBZM ZWEZW';

const alpha2Of: ReadonlyMap<string, string> = new Map([
	...table.split(' ').map((pair): [string, string] => [pair.slice(0, 3), pair.slice(3)]),
	// As symbols write them: the European Union, and what reports apart from the State it is part of.
	['EU', 'EU'],
	['CHN-HKG', 'HK'],
	['CHN-MAC', 'MO']
]);

/** Parts of a State by their own codes alone, as tables have them and symbols before 2010: `CCPR/C/HKG/CO/2`. */
const parts: ReadonlyMap<string, string> = new Map([
	['HKG', 'CHN-HKG'],
	['MAC', 'CHN-MAC']
]);

/** Every code that is known, in no particular order. */
export const stateCodes: readonly string[] = [...alpha2Of.keys()];

/** Whether a code is that of a State, of a part of one, or of the European Union, that can report to a treaty body. */
export const isStateCode = (code: string): boolean => alpha2Of.has(code);

/** The code that something is meant by that stands where codes do: `AZE`, `CHN-HKG`, or `HKG` alone. */
export function stateByCode(written: string): string | undefined {
	const code = parts.get(written) ?? written;
	return isStateCode(code) ? code : undefined;
}

/** The alpha-2 code of a code. */
export const alpha2 = (code: string): string | undefined => alpha2Of.get(parts.get(code) ?? code);
