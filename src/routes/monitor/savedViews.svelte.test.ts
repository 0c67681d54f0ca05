import { expect, test } from 'vitest';
import { ok, refuse } from '#lib/result.ts';
import { SavedViews } from './savedViews.svelte.ts';

function deviceWith(kept: unknown) {
	let value = kept;
	return {
		get: async () => ok(value),
		set: async (_: string, given: unknown) => {
			value = given;
			return ok(undefined);
		}
	};
}
const late = { name: 'Late', query: '?as=late' };

test('views come back in the order of their names', async () => {
	const device = deviceWith(undefined);
	const views = new SavedViews(device);
	await views.recall();
	await views.save(late);
	await views.save({ name: 'Africa', query: '?region=africa' });
	const again = new SavedViews(device);
	await again.recall();
	expect(again.all.map(({ name }) => name)).toEqual(['Africa', 'Late']);
});

test('a view takes the place of one of its name, and can be removed', async () => {
	const views = new SavedViews(deviceWith([late]));
	await views.recall();
	await views.save({ ...late, query: '?as=long' });
	expect(views.all).toEqual([{ ...late, query: '?as=long' }]);
	await views.remove('Late');
	expect(views.all).toEqual([]);
});

test('what another tab has saved since stays', async () => {
	const device = deviceWith([]);
	const [one, other] = [new SavedViews(device), new SavedViews(device)];
	await Promise.all([one.recall(), other.recall()]);
	await one.save(late);
	await other.save({ name: 'Africa', query: '?region=africa' });
	expect(other.all.map(({ name }) => name)).toEqual(['Africa', 'Late']);
	await one.remove('Late');
	expect(one.all.map(({ name }) => name)).toEqual(['Africa']);
});

test('what is kept and is no view is left out', async () => {
	for (const kept of ['views', null, [late, { name: 7, query: '' }, 'view', null]]) {
		const views = new SavedViews(deviceWith(kept));
		await views.recall();
		expect(views.all).toEqual(Array.isArray(kept) ? [late] : []);
	}
});

test('what could not be kept is refused, and not shown as if it were', async () => {
	const set = async () => refuse({ kind: 'storageFull' } as const);
	const views = new SavedViews({ ...deviceWith([]), set });
	expect(await views.save(late)).toMatchObject({ ok: false, error: { kind: 'storageFull' } });
	expect(views.all).toEqual([]);
});
