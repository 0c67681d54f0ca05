import type { GradeMeaning } from '#lib/procedures/procedure.ts';
import { m } from './catalogue/messages.js';

const meanings: Readonly<Record<GradeMeaning, () => string>> = {
	largelySatisfactory: m.grade_largely_satisfactory,
	partiallySatisfactory: m.grade_partially_satisfactory,
	notSatisfactory: m.grade_not_satisfactory,
	noCooperation: m.grade_no_cooperation,
	contraryToTheRecommendation: m.grade_contrary_to_the_recommendation
};

/** What a grade says: "partially satisfactory". */
export const gradeMeaning = (meaning: GradeMeaning): string => meanings[meaning]();
