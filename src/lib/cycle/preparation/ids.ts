/** The id of a step among all that is owed: `CMW/AZE/3#followUp-1/draft`. */
export const idOfStep = (obligation: string, step: string): string => `${obligation}/${step}`;

/** The id of the obligation that a step is for; null where the id is that of an obligation itself. */
export function servedById(id: string): string | null {
	const end = id.indexOf('/', id.indexOf('#'));
	return id.includes('#') && end >= 0 ? id.slice(0, end) : null;
}

/** The name of the place where the plan for an obligation stands on a page: `plan-CMW-AZE-3-followUp-1`. */
export const planAnchor = (obligation: string): string => `plan-${obligation.replace(/[/#]/g, '-')}`;

/** Whether a text can be the id of a step: safe in an address and in the name of a calendar's event. */
export const isStepId = (text: string): boolean => /^[\w-]{1,64}$/.test(text);
