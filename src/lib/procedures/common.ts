import type { Interval } from '#lib/calendar/interval.ts';
import type { Rule, SimplifiedReportingProcedure } from './procedure.ts';

/** What the Chairs agreed for the eight committees that have periodic reviews: a full review every eight years. */
export const chairsCalendar: Rule<Interval> = {
	value: 'P8Y',
	validFrom: '2022-06-03',
	validTo: null,
	source:
		'Conclusions of the Chairs of the human rights treaty bodies at their 34th meeting, 30 May to 3 June 2022',
	verified: true
};

/** The simplified reporting procedure as most committees have it today: by default, with the choice to opt out. */
export const simplifiedByDefault: SimplifiedReportingProcedure = {
	mode: {
		value: 'byDefault',
		validFrom: null,
		validTo: null,
		source:
			'OHCHR page on the simplified reporting procedure; since when it is the default is not known here',
		verified: true
	},
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
