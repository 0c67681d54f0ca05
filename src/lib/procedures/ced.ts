import { missingAnswersUngraded } from './common.ts';
import type { Procedure } from './procedure.ts';

/** Committee on Enforced Disappearances: one report, then additional information when the Committee asks for it. */
export const ced: Procedure = {
	body: 'CED',
	version: 1,
	reporting: {
		article: 'ICPPED, art. 29',
		initialReportWithin: [
			{
				value: 'P2Y',
				validFrom: null,
				validTo: null,
				source: 'ICPPED, art. 29 (1)',
				verified: true
			}
		],
		periodicReportEvery: null,
		calendar: null,
		combinedReports: null,
		foldedInto: null,
		additionalInformationEvery: {
			value: ['P2Y', 'P4Y', 'P8Y'],
			validFrom: '2022-06-03',
			validTo: null,
			source:
				'ICPPED, art. 29 (4); conclusions of the Chairs of the human rights treaty bodies at their 34th meeting, 2022',
			verified: true
		}
	},
	simplifiedReporting: null,
	followUp: {
		interval: [
			{
				value: { length: 'P12M', convention: 'correspondingDay' },
				validFrom: null,
				validTo: null,
				source: 'OHCHR page on the follow-up of the Committee',
				verified: true
			}
		],
		maximumParagraphs: {
			value: 3,
			validFrom: null,
			validTo: null,
			source: 'Practice of the Committee, not checked against a text',
			verified: false
		},
		assessedWithoutAnswer: missingAnswersUngraded,
		scales: [
			{
				id: 'CED-2022',
				grades: [
					{ letter: 'A', meaning: 'satisfactory' },
					{ letter: 'B', meaning: 'partiallySatisfactory' },
					{ letter: 'C', meaning: 'notSatisfactory' },
					{ letter: 'D', meaning: 'noReplyOnTheRecommendation' }
				],
				rule: {
					value: 'scale',
					validFrom: '2022-01-01',
					validTo: null,
					source: 'CED/C/22/4; the first day it holds is not verified',
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
