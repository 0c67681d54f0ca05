import { chairsCalendar, missingAnswersUngraded, simplifiedReporting } from './common.ts';
import type { Procedure } from './procedure.ts';

/** Committee on the Elimination of Racial Discrimination. */
export const cerd: Procedure = {
	body: 'CERD',
	version: 1,
	reporting: {
		article: 'ICERD, art. 9',
		initialReportWithin: [
			{
				value: 'P1Y',
				validFrom: null,
				validTo: null,
				source: 'ICERD, art. 9 (1) (a)',
				verified: true
			}
		],
		periodicReportEvery: {
			value: 'P2Y',
			validFrom: null,
			validTo: null,
			source: 'ICERD, art. 9 (1) (b)',
			verified: true
		},
		calendar: chairsCalendar,
		combinedReports: {
			value: true,
			validFrom: null,
			validTo: null,
			source: 'CERD/C/GBR/CO/21-23 and CERD/C/USA/CO/7-9, each on three reports in one',
			verified: true
		},
		foldedInto: null,
		additionalInformationEvery: null
	},
	simplifiedReporting,
	followUp: {
		interval: [
			{
				value: { length: 'P12M', convention: 'correspondingDay' },
				validFrom: null,
				validTo: null,
				source: 'Rules of procedure of the Committee, rule 65',
				verified: true
			}
		],
		maximumParagraphs: null,
		assessedWithoutAnswer: missingAnswersUngraded,
		scales: [
			{
				id: 'CERD',
				grades: [
					{ letter: 'Satisfactory', meaning: 'satisfactory' },
					{ letter: 'Partially satisfactory', meaning: 'partiallySatisfactory' },
					{ letter: 'Unsatisfactory', meaning: 'notSatisfactory' },
					{ letter: 'No information', meaning: 'noInformation' }
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
		source: 'The review procedure of the Committee for reports overdue by more than five years',
		verified: false
	},
	reportAfterNotice: null
};
