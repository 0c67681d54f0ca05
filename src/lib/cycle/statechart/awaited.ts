import type { Duty } from '../deadline.ts';
import type { StateDefinition } from './definition.ts';

/**
 * What every duty has while it is owed: a deadline that runs or is past, and beside it an extension that was
 * asked for or not. Asking moves nothing; granting sets the deadline running again.
 * @param name what the state is called, so that the ids in it are its own
 */
export function awaited(
	name: string,
	duty: Duty,
	on: StateDefinition['on'],
	onceOverdue: StateDefinition['on'] = {}
): StateDefinition {
	const { states, ...rest } = awaitedWithoutExtension(name, duty, on, onceOverdue);
	return { ...rest, states: { ...states, extension: extension(name, duty) } };
}

/** The same where no extension is foreseen. */
export function awaitedWithoutExtension(
	name: string,
	duty: Duty,
	on: StateDefinition['on'],
	onceOverdue: StateDefinition['on'] = {}
): StateDefinition {
	return {
		parallel: true,
		on: { ...on, [`ReminderSent.${duty}`]: 'stay' },
		states: {
			deadline: {
				initial: 'running',
				states: {
					running: {
						id: `${name}Running`,
						on: {
							[`DeadlinePassed.${duty}`]: { target: 'overdue' },
							[`DeadlineMoved.${duty}`]: { target: 'running' }
						}
					},
					overdue: { on: { ...onceOverdue, [`DeadlineMoved.${duty}`]: { target: 'running' } } }
				}
			}
		}
	};
}

function extension(name: string, duty: Duty): StateDefinition {
	const [running, none] = [`${name}Running`, `${name}WithoutExtension`];
	return {
		initial: 'notRequested',
		states: {
			notRequested: {
				id: none,
				// The request itself may not have been recorded.
				on: {
					[`ExtensionRequested.${duty}`]: { target: 'requested' },
					[`ExtensionGranted.${duty}`]: { target: [`#${running}`, `#${none}`] },
					[`ExtensionRefused.${duty}`]: 'stay'
				}
			},
			requested: {
				on: {
					[`ExtensionGranted.${duty}`]: { target: [`#${running}`, `#${none}`] },
					[`ExtensionRefused.${duty}`]: { target: 'notRequested' }
				}
			}
		}
	};
}
