import {
	chairsCalendar,
	missingAnswersUngraded,
	simplifiedByDefault,
	simplifiedReporting
} from './common.ts';
import type { Procedure } from './procedure.ts';

/** Committee against Torture. */
export const cat: Procedure = {
	body: 'CAT',
	version: 1,
	reporting: {
		article: 'CAT, art. 19',
		initialReportWithin: [
			{
				value: 'P1Y',
				validFrom: null,
				validTo: null,
				source: 'CAT, art. 19 (1)',
				verified: true
			}
		],
		periodicReportEvery: {
			value: 'P4Y',
			validFrom: null,
			validTo: null,
			source: 'CAT, art. 19 (1)',
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
				validFrom: '2007-01-01',
				validTo: '2022-06-02',
				source: 'Practice of the Committee since 2007, not checked against a text',
				verified: false
			}
		]
	},
	followUp: {
		interval: [
			{
				value: { length: 'P12M', convention: 'correspondingDay' },
				validFrom: null,
				validTo: null,
				source: 'OHCHR page on the follow-up of the Committee, which goes by CAT/C/55/3',
				verified: true
			}
		],
		maximumParagraphs: {
			value: 4,
			validFrom: null,
			validTo: null,
			source: 'OHCHR page on the follow-up of the Committee, which goes by CAT/C/55/3',
			verified: true
		},
		assessedWithoutAnswer: missingAnswersUngraded,
		// Its marks were not read, so grading is free text.
		scales: [
			{
				id: 'CAT',
				grades: [],
				rule: {
					value: 'scale',
					validFrom: null,
					validTo: null,
					source: 'CAT/C/55/3, of which the marks were not read',
					verified: false
				}
			}
		]
	},
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
