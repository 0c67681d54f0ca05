import { chairsCalendar, missingAnswersUngraded, simplifiedByDefault } from './common.ts';
import type { Procedure } from './procedure.ts';

/** Committee on the Rights of Persons with Disabilities. What it asks for at once, as urgent measures, has no date. */
export const crpd: Procedure = {
	body: 'CRPD',
	version: 1,
	reporting: {
		article: 'CRPD, art. 35',
		initialReportWithin: [
			{
				value: 'P2Y',
				validFrom: null,
				validTo: null,
				source: 'CRPD, art. 35 (1)',
				verified: true
			}
		],
		periodicReportEvery: {
			value: 'P4Y',
			validFrom: null,
			validTo: null,
			source: 'CRPD, art. 35 (2)',
			verified: true
		},
		calendar: chairsCalendar,
		combinedReports: {
			value: true,
			validFrom: null,
			validTo: null,
			source: 'CRPD/C/AZE/CO/2-3 and others: reports are asked for and reviewed combined',
			verified: true
		},
		foldedInto: null,
		additionalInformationEvery: null
	},
	simplifiedReporting: simplifiedByDefault,
	followUp: {
		interval: [
			{
				value: { length: 'P12M', convention: 'correspondingDay' },
				validFrom: '2013-01-01',
				validTo: '2018-12-31',
				source:
					'Concluding observations of 2013 to 2018; the OHCHR page has it end in 2016, and its first and last days are not verified',
				verified: false
			}
		],
		maximumParagraphs: null,
		assessedWithoutAnswer: missingAnswersUngraded,
		scales: []
	},
	visits: null,
	reviewWithoutReport: {
		value: true,
		validFrom: null,
		validTo: null,
		source: 'CRPD, art. 36 (2)',
		verified: true
	},
	reportAfterNotice: [
		{
			value: { length: 'P3M', convention: 'correspondingDay' },
			validFrom: null,
			validTo: null,
			source: 'CRPD, art. 36 (2)',
			verified: true
		}
	]
};
