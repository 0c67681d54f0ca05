import type { Owed } from '#lib/cycle/timeline/owed.ts';
import type { Policy, PolicyKind, Preferences } from './preferences.ts';

/** Under which policy each duty falls: what takes a year to write is spoken of as a report is. */
export const policyKindOf: Readonly<Record<Owed['duty'], PolicyKind>> = {
	initialReport: 'nextReport',
	reportUnderNotice: 'replies',
	replies: 'replies',
	followUp: 'followUp',
	nextReport: 'nextReport',
	additionalInformation: 'nextReport',
	visitReply: 'replies',
	preventiveMechanism: 'nextReport',
	preparationStep: 'preparationStep'
};

/** The policy for an obligation: its own where it has one, else that of its kind; null: nothing is said of it. */
export function policyOf(
	{ id, duty }: Pick<Owed, 'id' | 'duty'>,
	{ own, policies }: Pick<Preferences, 'own' | 'policies'>
): Policy | null {
	return Object.hasOwn(own, id) ? own[id]! : policies[policyKindOf[duty]];
}
