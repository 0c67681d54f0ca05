import type { Owed } from '#lib/cycle/timeline/owed.ts';
import type { Policy, Preferences } from './preferences.ts';

/** The policy for an obligation: its own where it has one, else that of its kind; null: nothing is said of it. */
export function policyOf(
	{ id, duty }: Pick<Owed, 'id' | 'duty'>,
	{ own, policies }: Pick<Preferences, 'own' | 'policies'>
): Policy | null {
	return Object.hasOwn(own, id) ? own[id]! : policies[duty];
}
