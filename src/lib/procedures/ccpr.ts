import { simplifiedReporting } from './common.ts';
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
			source:
				'OHCHR page on the predictable review cycle of the Committee: from 2020 on, and before that whenever the Committee asks',
			verified: true,
			datesVerified: false
		},
		calendar: {
			value: 'P8Y',
			validFrom: '2020-01-01',
			validTo: null,
			source: 'OHCHR page on the predictable review cycle of the Committee: from 2020 on',
			verified: true,
			datesVerified: false
		},
		combinedReports: null,
		foldedInto: null,
		additionalInformationEvery: null
	},
	simplifiedReporting: {
		mode: [
			{
				value: 'byDefault',
				validFrom: '2020-01-01',
				validTo: null,
				source:
					'OHCHR page on the predictable review cycle of the Committee: a State had until 31 December 2019 to keep to the standard procedure',
				verified: true
			},
			{
				value: 'onOffer',
				validFrom: null,
				validTo: '2019-12-31',
				source:
					'OHCHR page on the simplified reporting procedure of the Committee: decided on at its 97th session, in October 2009',
				verified: true
			}
		],
		listAhead: null,
		repliesWithin: simplifiedReporting.repliesWithin
	},
	followUp: {
		interval: [
			{
				value: { length: 'P36M', convention: 'correspondingDay' },
				validFrom: '2020-01-01',
				validTo: null,
				source:
					'OHCHR page on the follow-up of the Committee. Its first day is not known: an earlier page of the Centre for Civil and Political Rights has two years, at a time it does not say',
				verified: true,
				datesVerified: false
			},
			{
				value: { length: 'P12M', convention: 'correspondingDay' },
				validFrom: null,
				validTo: '2019-12-31',
				source: 'CCPR/C/95/3, section B, on rule 71 (5); its last day is not known here',
				verified: true,
				datesVerified: false
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
			source: 'CCPR/C/128/3, para. 2: the grade D, for nothing received after reminders',
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
					source: 'CCPR/C/128/3, para. 2; the first day it holds is not known here',
					verified: true,
					datesVerified: false
				}
			},
			{
				id: 'CCPR-before-2016',
				grades: [
					{ letter: 'A', meaning: 'largelySatisfactory' },
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
					source:
						'Pages of the Centre for Civil and Political Rights on the 114th and 115th sessions, of 2015, for the letters; what each of them says stands in CCPR/C/108/2, which was not read',
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
