import { chairsCalendar, missingAnswersUngraded, simplifiedReporting } from './common.ts';
import type { Procedure } from './procedure.ts';

/** Committee on the Elimination of Discrimination against Women. */
export const cedaw: Procedure = {
	body: 'CEDAW',
	version: 1,
	reporting: {
		article: 'CEDAW, art. 18',
		initialReportWithin: [
			{
				value: 'P1Y',
				validFrom: null,
				validTo: null,
				source: 'CEDAW, art. 18 (1) (a)',
				verified: false
			}
		],
		periodicReportEvery: {
			value: 'P4Y',
			validFrom: null,
			validTo: null,
			source: 'CEDAW, art. 18 (1) (b)',
			verified: false
		},
		calendar: chairsCalendar,
		combinedReports: null,
		foldedInto: null,
		additionalInformationEvery: null
	},
	simplifiedReporting,
	followUp: {
		interval: [
			{
				value: { length: 'P24M', convention: 'correspondingDay' },
				validFrom: null,
				validTo: null,
				source: 'OHCHR page on the follow-up of the Committee',
				verified: true
			}
		],
		maximumParagraphs: {
			value: 4,
			validFrom: '2016-07-01',
			validTo: null,
			source: 'OHCHR page on the follow-up of the Committee: at most four sub-paragraphs since July 2016',
			verified: true
		},
		assessedWithoutAnswer: missingAnswersUngraded,
		scales: [
			{
				id: 'CEDAW',
				grades: [
					{ letter: 'Implemented', meaning: 'implemented' },
					{ letter: 'Substantially implemented', meaning: 'substantiallyImplemented' },
					{ letter: 'Partially implemented', meaning: 'partiallyImplemented' },
					{ letter: 'Not implemented', meaning: 'notImplemented' },
					{ letter: 'Lack of sufficient information', meaning: 'lackOfInformation' },
					{ letter: 'Contrary to the recommendation', meaning: 'contraryToTheRecommendation' }
				],
				rule: {
					value: 'scale',
					validFrom: null,
					validTo: null,
					source: 'Practice of the Committee, not checked against a text',
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
		source: 'Practice of the Committee, not checked against a text; it may also ask for exceptional reports',
		verified: false
	},
	reportAfterNotice: null
};
