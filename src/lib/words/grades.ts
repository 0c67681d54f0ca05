import type { Grade, GradeMeaning, GradeScale } from '#lib/procedures/procedure.ts';
import { m } from './catalogue/messages.js';

const meanings: Readonly<Record<GradeMeaning, () => string>> = {
	largelySatisfactory: m.grade_largely_satisfactory,
	partiallySatisfactory: m.grade_partially_satisfactory,
	notSatisfactory: m.grade_not_satisfactory,
	noCooperation: m.grade_no_cooperation,
	contraryToTheRecommendation: m.grade_contrary_to_the_recommendation,
	satisfactory: m.grade_satisfactory,
	moreInformationRequired: m.grade_more_information_required,
	moreMeasuresRequired: m.grade_more_measures_required,
	notImplementing: m.grade_not_implementing,
	notRelevant: m.grade_not_relevant,
	noReplyByTheDeadline: m.grade_no_reply_by_the_deadline,
	noReplyAfterReminders: m.grade_no_reply_after_reminders,
	noReplyOnTheRecommendation: m.grade_no_reply_on_the_recommendation,
	noInformation: m.grade_no_information,
	noResponse: m.grade_no_response,
	sufficientProgress: m.grade_sufficient_progress,
	insufficientProgress: m.grade_insufficient_progress,
	lackOfInformation: m.grade_lack_of_information,
	implemented: m.grade_implemented,
	substantiallyImplemented: m.grade_substantially_implemented,
	partiallyImplemented: m.grade_partially_implemented,
	notImplemented: m.grade_not_implemented
};

/** A grade with what it says: "B: partially satisfactory"; its words alone where the committee gives no letters. */
export const gradeWords = ({ letter, meaning }: Grade): string =>
	/^[A-Z]\d?$/.test(letter)
		? m.cycle_grade_option({ letter, meaning: meanings[meaning]() })
		: meanings[meaning]();

/** A grade as it was given, in the words of the scale of its day; itself where that scale does not have it. */
export function gradeOnScale(given: string, scale: GradeScale | null): string {
	const known = scale?.grades.find(({ letter }) => letter === given);
	return known ? gradeWords(known) : given;
}
