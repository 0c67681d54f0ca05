import type { Procedure } from './procedure.ts';

/** Subcommittee on Prevention of Torture: it visits, and reads no reports. */
export const spt: Procedure = {
	body: 'SPT',
	version: 1,
	reporting: null,
	simplifiedReporting: null,
	followUp: null,
	visits: {
		article: 'OPCAT, arts. 11 to 13',
		every: {
			value: 'P8Y',
			validFrom: '2022-06-03',
			validTo: null,
			source:
				'Conclusions of the Chairs of the human rights treaty bodies at their 34th meeting, 30 May to 3 June 2022: on average',
			verified: true
		},
		replyWithin: [
			{
				value: { length: 'P6M', convention: 'correspondingDay' },
				validFrom: null,
				validTo: null,
				source: 'CAT/OP/NZL/1, para. 6, and the practice of the Subcommittee elsewhere',
				verified: true
			}
		],
		mechanismWithin: [
			{
				value: 'P1Y',
				validFrom: null,
				validTo: null,
				source: 'OPCAT, art. 17',
				verified: true
			}
		]
	},
	reviewWithoutReport: {
		value: false,
		validFrom: null,
		validTo: null,
		source: 'OPCAT knows no reports of States',
		verified: true
	},
	reportAfterNotice: null
};
