import { chairsCalendar, simplifiedByDefault } from './common.ts';
import type { Procedure } from './procedure.ts';

/** Committee on the Rights of the Child. It asks for no follow-up. */
export const crc: Procedure = {
	body: 'CRC',
	version: 1,
	reporting: {
		article: 'CRC, art. 44',
		initialReportWithin: {
			value: 'P2Y',
			validFrom: null,
			validTo: null,
			source: 'CRC, art. 44 (1) (a)',
			verified: true
		},
		periodicReportEvery: {
			value: 'P5Y',
			validFrom: null,
			validTo: null,
			source: 'CRC, art. 44 (1) (b)',
			verified: true
		},
		calendar: chairsCalendar,
		combinedReports: null,
		foldedInto: null,
		additionalInformationEvery: null
	},
	simplifiedReporting: {
		...simplifiedByDefault,
		mode: {
			value: 'byDefault',
			validFrom: '2019-09-01',
			validTo: null,
			source: 'OHCHR page on the simplified reporting procedure of the Committee',
			verified: true
		}
	},
	followUp: null,
	visits: null,
	reviewWithoutReport: {
		value: true,
		validFrom: null,
		validTo: null,
		source: 'Rules of procedure of the Committee, not checked against their text',
		verified: false
	},
	reportAfterNotice: null
};

/** Committee on the Rights of the Child, on children in armed conflict: one report, then a part of those under the Convention. */
export const opac: Procedure = {
	body: 'CRC-OPAC',
	version: 1,
	reporting: {
		article: 'OPAC, art. 8',
		initialReportWithin: {
			value: 'P2Y',
			validFrom: null,
			validTo: null,
			source: 'OPAC, art. 8 (1)',
			verified: false
		},
		periodicReportEvery: null,
		calendar: null,
		combinedReports: null,
		foldedInto: {
			value: 'CRC',
			validFrom: null,
			validTo: null,
			source: 'OPAC, art. 8 (2)',
			verified: false
		},
		additionalInformationEvery: null
	},
	simplifiedReporting: null,
	followUp: null,
	visits: null,
	reviewWithoutReport: {
		value: true,
		validFrom: null,
		validTo: null,
		source: 'Rules of procedure of the Committee, not checked against their text',
		verified: false
	},
	reportAfterNotice: null
};

/** Committee on the Rights of the Child, on the sale of children: one report, then a part of those under the Convention. */
export const opsc: Procedure = {
	body: 'CRC-OPSC',
	version: 1,
	reporting: {
		article: 'OPSC, art. 12',
		initialReportWithin: {
			value: 'P2Y',
			validFrom: null,
			validTo: null,
			source: 'OPSC, art. 12 (1)',
			verified: false
		},
		periodicReportEvery: null,
		calendar: null,
		combinedReports: null,
		foldedInto: {
			value: 'CRC',
			validFrom: null,
			validTo: null,
			source: 'OPSC, art. 12 (2)',
			verified: false
		},
		additionalInformationEvery: null
	},
	simplifiedReporting: null,
	followUp: null,
	visits: null,
	reviewWithoutReport: {
		value: true,
		validFrom: null,
		validTo: null,
		source: 'Rules of procedure of the Committee, not checked against their text',
		verified: false
	},
	reportAfterNotice: null
};
