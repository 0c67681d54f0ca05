import { describe, expect, test } from 'vitest';
import type { Outline } from '#lib/cycle/outline/outline.ts';
import { ok } from '#lib/result.ts';
import type { Projection } from '#lib/workspace/projection.ts';
import { Knowledge } from './knowledge.svelte.ts';

const outline = (place: number, ending: string | null): Outline => {
	const stream = `CMW/AZE/${place}`;
	const dates = [{ due: '2023-11-01', certainty: 'exact', basis: 'stated', from: '2021-10-08' }];
	const how = ending && { how: 'met', on: ending };
	const obligation = {
		id: `${stream}#followUp-1`,
		stream,
		openedBy: { on: '2021-10-08' },
		dates,
		ending: how
	};
	return {
		stream,
		obligations: [obligation],
		spells: { states: [], text: '' },
		anomalies: 0
	} as unknown as Outline;
};
/** So many cycles, of which every tenth has come to an end. */
const known = (cycles: number, ending: string | null) =>
	new Map(
		Array.from({ length: cycles }, (_, place) => outline(place, place % 10 ? null : ending)).map((one) => [
			one.stream,
			one
		])
	);
const workspaceOf = (then: ReadonlyMap<string, Outline>, now: ReadonlyMap<string, Outline>) => ({
	outlinesNow: now,
	knownUntil: async () => ok({ outlines: then } as Projection)
});

describe('what changed in what is known', () => {
	test('is found among thousands of cycles, in the order of their streams', async () => {
		const knowledge = new Knowledge(workspaceOf(known(15_000, null), known(15_000, '2024-01-17')));
		await knowledge.find('2022-01-01T00:00:00.000Z', null);
		await knowledge.compare('2024-02-01');
		const streams = knowledge.differences!.map(({ stream }) => stream);
		expect(streams).toHaveLength(1_500);
		expect(streams).toEqual(streams.toSorted());
		expect(knowledge.outline(streams[0]!)?.obligations[0]?.ending).toMatchObject({ how: 'met' });
	});

	test('an answer to an earlier asking is not taken', async () => {
		const knowledge = new Knowledge(workspaceOf(known(1_000, null), known(1_000, '2024-01-17')));
		const first = knowledge.find('2022-01-01T00:00:00.000Z', null);
		await knowledge.find('2022-01-02T00:00:00.000Z', '2022-01-03T00:00:00.000Z');
		await first;
		await knowledge.compare('2024-02-01');
		expect(knowledge.differences).toEqual([]);
	});
});
