import type { Procedure } from './procedure.ts';

/** Universal Periodic Review of the Human Rights Council: of every State, by other States, under no treaty. */
export const upr: Procedure = {
	body: 'UPR',
	version: 1,
	reporting: {
		article: 'Human Rights Council resolutions 5/1 and 16/21',
		// Every State has been reviewed since 2008, so no report is counted from an entry into force.
		initialReportWithin: null,
		periodicReportEvery: {
			value: 'P54M',
			validFrom: null,
			validTo: null,
			source: 'Human Rights Council resolution 16/21: four and a half years, not checked against its text',
			verified: false
		},
		calendar: null,
		combinedReports: null,
		foldedInto: null,
		additionalInformationEvery: null
	},
	simplifiedReporting: null,
	// A mid-term report is the State's own choice.
	followUp: null,
	visits: null,
	reviewWithoutReport: {
		value: false,
		validFrom: null,
		validTo: null,
		source: 'No rule for a review without a national report was found',
		verified: false
	},
	reportAfterNotice: null
};
