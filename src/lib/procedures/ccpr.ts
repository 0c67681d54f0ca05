import { simplifiedByDefault } from './common.ts';
import type { Procedure } from './procedure.ts';

/** Human Rights Committee. */
export const ccpr: Procedure = {
	body: 'CCPR',
	version: 1,
	reporting: {
		article: 'ICCPR, art. 40',
		initialReportWithin: [
			{
				value: 'P1Y',
				validFrom: null,
				validTo: null,
				source: 'ICCPR, art. 40 (1) (a)',
				verified: false
			}
		],
		periodicReportEvery: {
			value: 'P8Y',
			validFrom: '2020-01-01',
			validTo: null,
			source: 'OHCHR page on the predictable review cycle',
			verified: true
		},
		calendar: {
			value: 'P8Y',
			validFrom: '2020-01-01',
			validTo: null,
			source: 'OHCHR page on the predictable review cycle',
			verified: true
		},
		combinedReports: null,
		foldedInto: null,
		additionalInformationEvery: null
	},
	simplifiedReporting: {
		mode: {
			value: 'byDefault',
			validFrom: '2020-01-01',
			validTo: null,
			source: 'OHCHR page on the simplified reporting procedure of the Committee',
			verified: true
		},
		repliesWithin: simplifiedByDefault.repliesWithin
	},
	followUp: {
		interval: [
			{
				value: { length: 'P36M', convention: 'correspondingDay' },
				validFrom: '2020-01-01',
				validTo: null,
				source: 'OHCHR page on the follow-up of the Committee; the first day it holds is not verified',
				verified: false
			},
			{
				value: { length: 'P12M', convention: 'correspondingDay' },
				validFrom: null,
				validTo: '2019-12-31',
				source: 'OHCHR page on follow-up to concluding observations; its last day is not verified',
				verified: false
			}
		],
		maximumParagraphs: {
			value: 4,
			validFrom: null,
			validTo: null,
			source: 'OHCHR page on the follow-up of the Committee',
			verified: true
		},
		assessedWithoutAnswer: {
			value: true,
			validFrom: null,
			validTo: null,
			source: 'The grade D of the scale: nothing received after reminders',
			verified: true
		},
		scales: [
			{
				id: 'CCPR-2016',
				grades: [
					{ letter: 'A', meaning: 'largelySatisfactory' },
					{ letter: 'B', meaning: 'partiallySatisfactory' },
					{ letter: 'C', meaning: 'notSatisfactory' },
					{ letter: 'D', meaning: 'noCooperation' },
					{ letter: 'E', meaning: 'contraryToTheRecommendation' }
				],
				rule: {
					value: 'scale',
					validFrom: '2016-01-01',
					validTo: null,
					source: 'OHCHR page on the follow-up of the Committee; the first day it holds is not verified',
					verified: false
				}
			},
			{
				id: 'CCPR-before-2016',
				grades: [
					{ letter: 'A', meaning: 'satisfactory' },
					{ letter: 'B1', meaning: 'moreInformationRequired' },
					{ letter: 'B2', meaning: 'moreMeasuresRequired' },
					{ letter: 'C1', meaning: 'notImplementing' },
					{ letter: 'C2', meaning: 'notRelevant' },
					{ letter: 'D1', meaning: 'noReplyByTheDeadline' },
					{ letter: 'D2', meaning: 'noReplyAfterReminders' },
					{ letter: 'E', meaning: 'contraryToTheRecommendation' }
				],
				rule: {
					value: 'scale',
					validFrom: null,
					validTo: '2015-12-31',
					source: 'CCPR/C/108/2; what the letters say and the last day it holds are not verified',
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
		source: 'Rules of procedure of the Committee, rule 71',
		verified: false
	},
	reportAfterNotice: null
};
