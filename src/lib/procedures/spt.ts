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
				'OHCHR page on the 34th meeting of the Chairs of the treaty bodies, 30 May to 3 June 2022: on average; since when the Subcommittee keeps to it is not known here',
			verified: true,
			datesVerified: false
		},
		replyWithin: [
			{
				value: { length: 'P6M', convention: 'correspondingDay' },
				validFrom: null,
				validTo: null,
				source: 'CAT/OP/NZL/1, para. 6, asks it of one State; that it is asked of all is not verified',
				verified: false
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
