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
	simplifiedReporting: {
		mode: [
			{
				...simplifiedByDefault,
				source: `${simplifiedByDefault.source}: in CRPD/C/AND/CO/1, of 2023, it is still on offer`
			},
			{
				value: 'onOffer',
				validFrom: null,
				validTo: '2022-06-02',
				source: 'CRPD/C/CZE/CO/1, para. 67, of 2015, and CRPD/C/DZA/CO/1, of 2018',
				verified: true,
				datesVerified: false
			}
		],
		listAhead: {
			value: 'P1Y',
			validFrom: null,
			validTo: null,
			source: 'CRPD/C/AZE/CO/2-3, para. 75',
			verified: true
		},
		repliesWithin: [
			{
				value: { length: 'P1Y', convention: 'correspondingDay' },
				validFrom: null,
				validTo: null,
				source: 'CRPD/C/ARG/CO/2-3, para. 69',
				verified: true
			}
		]
	},
	followUp: {
		interval: [
			{
				value: null,
				validFrom: '2018-09-13',
				validTo: null,
				source:
					'CRPD/C/DZA/CO/1, para. 58, the first of those read that draws attention to urgent measures and names no time; CRPD/C/AZE/CO/2-3, para. 71',
				verified: true,
				datesVerified: false
			},
			{
				value: { length: 'P12M', convention: 'correspondingDay' },
				validFrom: '2013-01-01',
				validTo: '2018-09-12',
				source:
					'CRPD/C/CZE/CO/1, para. 66, and CRPD/C/LUX/CO/1, para. 60, of 2017. The OHCHR page has it begin in 2013 and end in September 2016; its first and last days are not known here',
				verified: true,
				datesVerified: false
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
