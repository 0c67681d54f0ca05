import { expect, test } from 'vitest';
import { duties } from '#lib/cycle/deadline.ts';
import { policyOf } from './policyOf.ts';
import { defaultPreferences } from './presets.ts';

test.each([...duties, 'preparationStep' as const])(
	'there is a policy for %s on a device where nothing was set',
	(duty) =>
		expect(policyOf({ id: `CMW/AZE/3#${duty}-1`, duty }, defaultPreferences)?.before.length).toBeGreaterThan(
			0
		)
);

test('what was set for one obligation comes before that', () =>
	expect(policyOf({ id: 'x', duty: 'visitReply' }, { ...defaultPreferences, own: { x: null } })).toBeNull());
