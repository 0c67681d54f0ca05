/** The regional groups of the United Nations. */
export const regions = [
	'africa',
	'asiaPacific',
	'easternEurope',
	'latinAmericaAndCaribbean',
	'westernEuropeAndOthers'
] as const;
export type Region = (typeof regions)[number];

/**
 * The States of each group. Source: the regional groups of Member States as the General Assembly's department lists
 * them. Kiribati, the United States and Türkiye are counted where they take part in elections.
 */
const members: Readonly<Record<Region, string>> = {
	africa:
		'AGO BDI BEN BFA BWA CAF CIV CMR COD COG COM CPV DJI DZA EGY ERI ETH GAB GHA GIN GMB GNB GNQ KEN LBR LBY LSO ' +
		'MAR MDG MLI MOZ MRT MUS MWI NAM NER NGA RWA SDN SEN SLE SOM SSD STP SWZ SYC TCD TGO TUN TZA UGA ZAF ZMB ZWE',
	asiaPacific:
		'AFG ARE BGD BHR BRN BTN CHN CYP FJI FSM IDN IND IRN IRQ JOR JPN KAZ KGZ KHM KIR KOR KWT LAO LBN LKA MDV MHL ' +
		'MMR MNG MYS NPL NRU OMN PAK PHL PLW PNG PRK PSE QAT SAU SGP SLB SYR THA TJK TKM TLS TON TUV UZB VNM VUT WSM YEM',
	easternEurope:
		'ALB ARM AZE BGR BIH BLR CZE EST GEO HRV HUN LTU LVA MDA MKD MNE POL ROU RUS SRB SVK SVN UKR',
	latinAmericaAndCaribbean:
		'ARG ATG BHS BLZ BOL BRA BRB CHL COL CRI CUB DMA DOM ECU GRD GTM GUY HND HTI JAM KNA LCA MEX NIC PAN PER PRY ' +
		'SLV SUR TTO URY VCT VEN',
	westernEuropeAndOthers:
		'AND AUS AUT BEL CAN CHE DEU DNK ESP FIN FRA GBR GRC IRL ISL ISR ITA LIE LUX MCO MLT NLD NOR NZL PRT SMR SWE ' +
		'TUR USA'
};

const regionOfState: ReadonlyMap<string, Region> = new Map(
	regions.flatMap((region) => members[region].split(' ').map((state): [string, Region] => [state, region]))
);

/** The regional group of a State; null for those that belong to none, as the Holy See or the European Union. */
export const regionOf = (state: string): Region | null => regionOfState.get(state) ?? null;

/** Whether a State is a Member of the United Nations; the State of Palestine takes part in a group without being one. */
export const isMember = (state: string): boolean => regionOf(state) !== null && state !== 'PSE';
