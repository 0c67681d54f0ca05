import type { Interval } from '#lib/calendar/interval.ts';
import type { Rule, SimplifiedReportingProcedure } from './procedure.ts';

/** What the Chairs agreed for the eight committees that have periodic reviews: a full review every eight years. */
export const chairsCalendar: Rule<Interval> = {
	value: 'P8Y',
	validFrom: '2022-06-03',
	validTo: null,
	source:
		'OHCHR page on the 34th meeting of the Chairs of the treaty bodies, 30 May to 3 June 2022, which agreed on it; since when the Committee keeps to it is not known here',
	verified: true,
	datesVerified: false
};

/** What the Chairs concluded of the simplified reporting procedure, for all but SPT and CED. */
export const simplifiedByDefault: Rule<'byDefault'> = {
	value: 'byDefault',
	validFrom: '2022-06-03',
	validTo: null,
	source:
		'OHCHR page on the simplified reporting procedure, which quotes A/77/228, para. 55; since when the Committee does so is not known here',
	verified: true,
	datesVerified: false
};

/** The simplified reporting procedure of a committee of which no more is known than what the Chairs concluded. */
export const simplifiedReporting: SimplifiedReportingProcedure = {
	mode: [simplifiedByDefault],
	listAhead: null,
	repliesWithin: [
		{
			value: { length: 'P1Y', convention: 'correspondingDay' },
			validFrom: null,
			validTo: null,
			source: 'Common practice of the committees under the simplified reporting procedure',
			verified: false
		}
	]
};

/** A committee of which nothing is known that grades a State for sending no answer. */
export const missingAnswersUngraded: Rule<boolean> = {
	value: false,
	validFrom: null,
	validTo: null,
	source: 'No published grading of missing answers was found',
	verified: false
};
