import type { Region } from '#lib/states/regions.ts';
import { m } from './catalogue/messages.js';

const names: Readonly<Record<Region | 'none', readonly [whole: () => string, short: () => string]>> = {
	africa: [m.monitor_region_africa, m.monitor_region_africa_short],
	asiaPacific: [m.monitor_region_asia_pacific, m.monitor_region_asia_pacific_short],
	easternEurope: [m.monitor_region_eastern_europe, m.monitor_region_eastern_europe_short],
	latinAmericaAndCaribbean: [m.monitor_region_latin_america, m.monitor_region_latin_america_short],
	westernEuropeAndOthers: [m.monitor_region_western_europe, m.monitor_region_western_europe_short],
	none: [m.monitor_region_none, m.monitor_region_none_short]
};

/** A regional group by its name: "Latin American and Caribbean Group". */
export const regionName = (region: Region | 'none'): string => names[region][0]();

/** The same as it is abbreviated where there is little room: "GRULAC". */
export const regionShort = (region: Region | 'none'): string => names[region][1]();
