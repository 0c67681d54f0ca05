import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { policiesFor } from './policies.ts';

const { id } = JSON.parse(
	readFileSync(join(import.meta.dirname, '../../../static/manifest.webmanifest'), 'utf8')
);

test('policies name the app by its address and by the id of its manifest, also below a path', () => {
	const policies = JSON.parse(policiesFor(new URL('https://example.org/servanda/app/')));
	expect(policies.WebAppInstallForceList[0].url).toBe('https://example.org/servanda/app/');
	expect(policies.WebAppSettings).toEqual([
		{ manifest_id: `https://example.org/${id}`, run_on_os_login: 'run_windowed' }
	]);
	expect(policies.NotificationsAllowedForUrls).toEqual(['https://example.org']);
});
