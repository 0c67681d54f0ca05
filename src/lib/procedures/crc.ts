import { chairsCalendar, simplifiedByDefault, simplifiedReporting } from './common.ts';
import type { Procedure, Rule } from './procedure.ts';

/** Of the Committee, whichever of its treaties a review is under. */
const reviewWithoutReport: Rule<boolean> = {
	value: true,
	validFrom: null,
	validTo: null,
	source: 'Rules of procedure of the Committee, not checked against their text',
	verified: false
};

/** Committee on the Rights of the Child. It asks for no follow-up. */
export const crc: Procedure = {
	body: 'CRC',
	version: 1,
	reporting: {
		article: 'CRC, art. 44',
		initialReportWithin: [
			{
				value: 'P2Y',
				validFrom: null,
				validTo: null,
				source: 'CRC, art. 44 (1) (a)',
				verified: true
			}
		],
		periodicReportEvery: {
			value: 'P5Y',
			validFrom: null,
			validTo: null,
			source: 'CRC, art. 44 (1) (b)',
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
				validFrom: '2019-09-01',
				validTo: '2022-06-02',
				source:
					'OHCHR page on the reporting procedure of the Committee: on its invitation, for reports due from this day on',
				verified: true,
				datesVerified: false
			}
		]
	},
	followUp: null,
	visits: null,
	reviewWithoutReport,
	reportAfterNotice: null
};

/**
 * A protocol to the Convention: one report of its own, then a part of those under the Convention.
 * @param article in which both stand, the first report in its paragraph 1 and the rest in paragraph 2
 */
const protocol = (body: string, article: string): Procedure => ({
	body,
	version: 1,
	reporting: {
		article,
		initialReportWithin: [
			{
				value: 'P2Y',
				validFrom: null,
				validTo: null,
				source: `${article} (1)`,
				verified: false
			}
		],
		periodicReportEvery: null,
		calendar: null,
		combinedReports: null,
		foldedInto: { value: 'CRC', validFrom: null, validTo: null, source: `${article} (2)`, verified: false },
		additionalInformationEvery: null
	},
	simplifiedReporting: null,
	followUp: null,
	visits: null,
	reviewWithoutReport,
	reportAfterNotice: null
});

/** Committee on the Rights of the Child, on children in armed conflict. */
export const opac: Procedure = protocol('CRC-OPAC', 'OPAC, art. 8');

/** Committee on the Rights of the Child, on the sale of children. */
export const opsc: Procedure = protocol('CRC-OPSC', 'OPSC, art. 12');
