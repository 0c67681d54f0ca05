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
				'OHCHR page on the 34th meeting of the Chairs of the treaty bodies, 30 May to 3 June 2022, on what ICPPED, art. 29 (4), lets the Committee ask for',
			verified: true,
			datesVerified: false
		}
	},
	simplifiedReporting: null,
	followUp: {
		interval: [
			{
				value: { length: 'P12M', convention: 'correspondingDay' },
				validFrom: null,
				validTo: null,
				source: 'CED/C/22/4, para. 2',
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
		assessedWithoutAnswer: {
			value: true,
			validFrom: null,
			validTo: null,
			source:
				'CED/C/11/2, para. 3: the grade D, for no reply after reminders; whether the scale of 2022 has it too was not read',
			verified: false
		},
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
					source: 'CED/C/22/4, para. 3; the first day it holds is not known here',
					verified: true,
					datesVerified: false
				}
			},
			// Its D is not the D of today.
			{
				id: 'CED-before-2022',
				grades: [
					{ letter: 'A', meaning: 'satisfactory' },
					{ letter: 'B', meaning: 'partiallySatisfactory' },
					{ letter: 'C', meaning: 'notSatisfactory' },
					{ letter: 'D', meaning: 'noCooperation' },
					{ letter: 'E', meaning: 'contraryToTheRecommendation' }
				],
				rule: {
					value: 'scale',
					validFrom: null,
					validTo: '2021-12-31',
					source: 'CED/C/11/2, para. 3, of 2016; its last day is not known here',
					verified: true,
					datesVerified: false
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
