import { chairsCalendar, simplifiedByDefault } from './common.ts';
import type { Procedure } from './procedure.ts';

/** Committee on Economic, Social and Cultural Rights. */
export const cescr: Procedure = {
	body: 'CESCR',
	version: 1,
	reporting: {
		article: 'ICESCR, arts. 16 and 17',
		initialReportWithin: [
			{
				value: 'P2Y',
				validFrom: null,
				validTo: null,
				source: 'Economic and Social Council resolution 1988/4',
				verified: false
			}
		],
		periodicReportEvery: {
			value: 'P5Y',
			validFrom: null,
			validTo: null,
			source: 'OHCHR pages on the Committee; Economic and Social Council resolution 1988/4',
			verified: true
		},
		calendar: chairsCalendar,
		combinedReports: null,
		foldedInto: null,
		additionalInformationEvery: null
	},
	simplifiedReporting: simplifiedByDefault,
	followUp: {
		interval: [
			{
				value: { length: 'P24M', convention: 'correspondingDay' },
				validFrom: '2019-10-01',
				validTo: null,
				source: 'OHCHR page on the follow-up of the Committee; the first day it holds is not verified',
				verified: false
			},
			{
				value: { length: 'P18M', convention: 'correspondingDay' },
				validFrom: null,
				validTo: '2019-09-30',
				source: 'OHCHR page on the follow-up of the Committee; its last day is not verified',
				verified: false
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
			source: 'The last mark of the scale, no response',
			verified: false
		},
		scales: [
			{
				id: 'CESCR-2017',
				grades: [
					{ letter: 'Sufficient progress', meaning: 'sufficientProgress' },
					{ letter: 'Insufficient progress', meaning: 'insufficientProgress' },
					{ letter: 'Lack of sufficient information to make an assessment', meaning: 'lackOfInformation' },
					{ letter: 'No response', meaning: 'noResponse' }
				],
				rule: {
					value: 'scale',
					validFrom: null,
					validTo: null,
					source: 'Assessments of the Committee, not checked against a text',
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
		source: 'OHCHR pages on the Committee: initial reports long overdue',
		verified: false
	},
	reportAfterNotice: null
};
