import { describe, expect, test } from 'vitest';
import { ccpr } from '#lib/procedures/ccpr.ts';
import { cmw } from '#lib/procedures/cmw.ts';
import { allStates } from './chart.ts';
import { pictureOf, type PictureState } from './picture.ts';

const withInner = (states: readonly PictureState[]): PictureState[] =>
	states.flatMap((state) => [state, ...withInner(state.states)]);

describe.each([cmw, ccpr])('the picture of $body', (procedure) => {
	const look = () => {
		const { states, arrows } = pictureOf(procedure);
		const all = withInner(states);
		return { all, arrows, byPath: new Map(all.map((state) => [state.path, state])) };
	};

	test('has every state once, each in the one it lies in', () => {
		const { all, byPath } = look();
		const innermost = all.filter((state) => state.states.length === 0).map(({ path }) => path);
		expect(innermost).toEqual(allStates(procedure));
		expect(byPath.size).toBe(all.length);
		for (const { path, states: inner } of all)
			for (const { path: innerPath } of inner) expect(innerPath.startsWith(`${path}.`)).toBe(true);
	});

	test('says of each what it is and whether its region begins in it', () => {
		const { byPath } = look();
		const told = (path: string) => [byPath.get(path)?.kind, byPath.get(path)?.initial];
		expect(told('beforeReview')).toEqual(['compound', true]);
		expect(told('beforeReview.reportAwaited')).toEqual(['simple', true]);
		expect(told('beforeReview.listOfIssues')).toEqual(['parallel', false]);
		expect(told('dialogueHeld')).toEqual(['simple', false]);
		expect(told('afterAdoption')).toEqual(['parallel', false]);
		// Regions that run side by side all begin, so none of them is marked.
		expect(told('afterAdoption.followUp')).toEqual(['compound', false]);
		expect(told('afterAdoption.followUp.closed')).toEqual(['final', false]);
		expect(told('afterAdoption.nextReport.notRequested')).toEqual(['simple', true]);
		expect(told('afterAdoption.nextReport.submitted')).toEqual(['final', false]);
	});

	test('has an arrow for every move, also from a state with others in it, and one for each end', () => {
		const { arrows } = look();
		expect(arrows).toContainEqual({ from: 'beforeReview', to: 'dialogueHeld', type: 'DialogueHeld' });
		expect(arrows).toContainEqual({
			from: 'afterAdoption.nextReport.awaited',
			to: 'afterAdoption.nextReport.submitted',
			type: 'NextReportSubmitted'
		});
		const from = 'afterAdoption.followUp.awaited.extension.requested';
		expect(arrows.filter((arrow) => arrow.from === from).map(({ to, type }) => [type, to])).toEqual([
			['ExtensionGranted.followUp', 'afterAdoption.followUp.awaited.deadline.running'],
			['ExtensionGranted.followUp', 'afterAdoption.followUp.awaited.extension.notRequested'],
			['ExtensionRefused.followUp', 'afterAdoption.followUp.awaited.extension.notRequested']
		]);
	});

	test('has none for what moves nothing, and none that leads nowhere', () => {
		const { arrows, byPath } = look();
		expect(arrows.filter(({ type }) => type === 'RecommendationsMade')).toEqual([]);
		for (const { from, to } of arrows) {
			expect(byPath.has(from)).toBe(true);
			expect(byPath.has(to)).toBe(true);
		}
	});
});
