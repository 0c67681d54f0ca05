import { createActor, setup, type AnyStateMachine, type StateNode, type StateValue } from 'xstate';
import type { Procedure } from '#lib/procedures/procedure.ts';
import type { Duty } from '../deadline.ts';
import { isFact } from '../events/catalogue.ts';
import type { KnownEvent } from '../events/read.ts';
import { defineCycle, factsAboutADuty, type ChartEventType, type StateDefinition } from './definition.ts';

/** The path of a state from the root: `afterAdoption.followUp.awaited.deadline.overdue`. */
export type StatePath = string;

/** The statechart engine, one running cycle of it. It knows no dates: those are the business of the fold. */
export interface RunningChart {
	/** The innermost states the cycle is in, in the order of the definition. */
	states(): StatePath[];
	/** What it would take now. */
	accepted(): ChartEventType[];
	/** Sends an event; gives whether the state it was in takes it. One that is not taken changes nothing. */
	send(type: ChartEventType): boolean;
}

const compiled = new WeakMap<Procedure, AnyStateMachine>();

/** The machine of a procedure, compiled once. */
export function machineOf(procedure: Procedure): AnyStateMachine {
	let machine = compiled.get(procedure);
	if (!machine) {
		machine = setup({
			// A fact that moves nothing is still taken: the action makes the engine say so.
			actions: { takeNote: () => {} }
		}).createMachine({ id: 'cycle', ...toConfiguration(defineCycle(procedure)) }) as AnyStateMachine;
		compiled.set(procedure, machine);
	}
	return machine;
}

/** Starts a cycle of a procedure at its beginning. */
export function startChart(procedure: Procedure): RunningChart {
	const machine = machineOf(procedure);
	const types = machine.events as ChartEventType[];
	const actor = createActor(machine).start();
	return {
		states: () => leavesOf(actor.getSnapshot().value),
		accepted: () => types.filter((type) => actor.getSnapshot().can({ type })),
		send(type) {
			const taken = actor.getSnapshot().can({ type });
			if (taken) actor.send({ type });
			return taken;
		}
	};
}

/** The name a fact goes by in the statechart; undefined for events that are not the cycle's (housekeeping). */
export function chartEventOf(event: Pick<KnownEvent, 'type' | 'data'>): ChartEventType | undefined {
	if (!isFact(event)) return undefined;
	const aboutADuty = (factsAboutADuty as readonly string[]).includes(event.type);
	return (aboutADuty ? `${event.type}.${(event.data as { duty: Duty }).duty}` : event.type) as ChartEventType;
}

/** The innermost states of a state value. */
export function leavesOf(value: StateValue, prefix = ''): StatePath[] {
	if (typeof value === 'string') return [prefix + value];
	return Object.entries(value).flatMap(([name, inner]) =>
		inner === undefined ? [] : leavesOf(inner, `${prefix}${name}.`)
	);
}

/** Every innermost state of a procedure's chart, reachable or not: what must have words. */
export function allStates(procedure: Procedure): StatePath[] {
	const walk = (node: StateNode): StateNode[] => {
		const inner = Object.values(node.states);
		return inner.length ? inner.flatMap(walk) : [node];
	};
	return walk(machineOf(procedure).root).map(({ path }) => path.join('.'));
}

function toConfiguration(definition: StateDefinition): object {
	const { id, initial, parallel, final, on, states } = definition;
	const transitions = Object.entries(on ?? {}).map(([type, transition]) => [
		type,
		transition === 'stay' ? { actions: 'takeNote' } : transition
	]);
	return {
		...(id && { id }),
		...(initial && { initial }),
		...(parallel && { type: 'parallel' }),
		...(final && { type: 'final' }),
		...(transitions.length && { on: Object.fromEntries(transitions) }),
		...(states && {
			states: Object.fromEntries(
				Object.entries(states).map(([name, inner]) => [name, toConfiguration(inner)])
			)
		})
	};
}
