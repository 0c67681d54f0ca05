import {
	chairsCalendar,
	missingAnswersUngraded,
	simplifiedByDefault,
	simplifiedReporting
} from './common.ts';
import type { Procedure } from './procedure.ts';

/** Committee on the Protection of the Rights of All Migrant Workers and Members of Their Families. */
export const cmw: Procedure = {
	body: 'CMW',
	version: 1,
	reporting: {
		article: 'ICRMW, art. 73',
		initialReportWithin: [
			{
				value: 'P1Y',
				validFrom: null,
				validTo: null,
				source: 'ICRMW, art. 73 (1) (a)',
				verified: true
			}
		],
		periodicReportEvery: {
			value: 'P5Y',
			validFrom: null,
			validTo: null,
			source: 'ICRMW, art. 73 (1) (b)',
			verified: true
		},
		calendar: chairsCalendar,
		combinedReports: null,
		foldedInto: null,
		additionalInformationEvery: null
	},
	simplifiedReporting: {
		...simplifiedReporting,
		mode: [
			simplifiedByDefault,
			{
				value: 'onOffer',
				validFrom: null,
				validTo: '2022-06-02',
				source: 'CMW/C/AZE/CO/3, para. 66, of 2021',
				verified: true,
				datesVerified: false
			}
		]
	},
	followUp: {
		interval: [
			{
				value: { length: 'P24M', convention: 'correspondingDay' },
				validFrom: null,
				validTo: null,
				source: 'CMW/C/AZE/CO/3, para. 65; OHCHR page on the follow-up of the Committee',
				verified: true
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
		source: 'CMW/C/2, rules 33 and 34',
		verified: true
	},
	reportAfterNotice: null
};
