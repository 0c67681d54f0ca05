import type { StateNode } from 'xstate';
import type { Procedure } from '#lib/procedures/procedure.ts';
import { machineOf, type StatePath } from './chart.ts';
import type { ChartEventType } from './definition.ts';

/** A state as the picture draws it, read off the machine itself. */
export interface PictureState {
	path: StatePath;
	kind: 'simple' | 'compound' | 'parallel' | 'final';
	/** Whether its region begins in it. */
	initial: boolean;
	states: readonly PictureState[];
}

/** An arrow of the picture. A fact that moves nothing has none. */
export interface PictureArrow {
	from: StatePath;
	to: StatePath;
	type: ChartEventType;
}

export interface Picture {
	states: readonly PictureState[];
	arrows: readonly PictureArrow[];
}

/** The picture of a procedure's statechart: its states as they lie in one another, and the arrows between them. */
export function pictureOf(procedure: Procedure): Picture {
	const { root } = machineOf(procedure);
	return { states: drawInner(root), arrows: allNodes(root).flatMap(arrowsFrom) };
}

function drawInner(node: StateNode): PictureState[] {
	// Regions that run side by side all begin: there the machine names none.
	const initial = node.initial.target;
	return Object.values(node.states).map((inner) => ({
		path: pathOf(inner),
		kind:
			inner.type === 'parallel' || inner.type === 'compound' || inner.type === 'final'
				? inner.type
				: 'simple',
		initial: initial.includes(inner),
		states: drawInner(inner)
	}));
}

function arrowsFrom(node: StateNode): PictureArrow[] {
	return [...node.transitions.values()].flat().flatMap(({ target, eventType }) =>
		(target ?? []).map((to) => ({
			from: pathOf(node),
			to: pathOf(to),
			type: eventType as ChartEventType
		}))
	);
}

const allNodes = (node: StateNode): StateNode[] => [node, ...Object.values(node.states).flatMap(allNodes)];
const pathOf = ({ path }: StateNode): StatePath => path.join('.');
