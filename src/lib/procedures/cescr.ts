import { chairsCalendar, simplifiedReporting } from './common.ts';
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
			source: 'OHCHR pages on the Committee',
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
			{
				value: 'byDefault',
				validFrom: '2022-06-03',
				validTo: null,
				source:
					'A/77/228, para. 55, has it so for all committees with periodic reviews; the report of this one on its sessions of 2024 still has a pilot phase',
				verified: false
			}
		]
	},
	followUp: {
		interval: [
			{
				value: { length: 'P24M', convention: 'correspondingDay' },
				validFrom: '2019-10-01',
				validTo: null,
				source: 'Practice of the Committee, not checked against a text; nor is its first day',
				verified: false
			},
			{
				value: { length: 'P18M', convention: 'correspondingDay' },
				validFrom: null,
				validTo: '2019-09-30',
				source: 'Practice of the Committee, not checked against a text; nor is its last day',
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
				id: 'CESCR',
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
