import { openAsBlob } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { eventTypes } from '#lib/cycle/events/catalogue.ts';
import { readEvents } from '#lib/cycle/events/read.ts';
import type { Bundle } from '#lib/exchange/bundle/bundle.ts';
import { readBundle } from '#lib/exchange/bundle/read.ts';
import { writeBundle } from '#lib/exchange/bundle/write.ts';
import { decrypt } from '#lib/exchange/encryption/decrypt.ts';

const passphrase = 'paper keeps what memory drops';
const at = (name: string): string => resolve(import.meta.dirname, name);
const expectedOf = async (name: string): Promise<Bundle> =>
	JSON.parse(await readFile(at(`${name}.expected.json`), 'utf8'));
const unreadOf = ({ events }: Bundle) => readEvents(events).unread.map(({ why }) => why.kind);

/**
 * What came later: further bodies, real cycles from public documents, changed rules, preparation, reviews to come, files
 * that leave preparation out, the simplified procedure with its clauses.
 */
const later = [
	'version-2-bodies',
	'version-2-public',
	'version-2-public-bodies',
	'version-2-rules',
	'version-2-preparation',
	'version-2-scheduled',
	'version-3-without-preparations',
	'version-2-simplified'
];

describe('what was once exported', () => {
	it.each(['version-1', 'version-2', 'version-2-state', 'version-2-cycle', ...later])(
		'is read for ever: %s',
		async (name) => {
			const read = await readBundle(await openAsBlob(at(`${name}.jsonl`)));
			expect(read).toEqual({ ok: true, value: await expectedOf(name) });
		}
	);

	it('is opened for ever by its passphrase', { timeout: 60_000 }, async () => {
		const encrypted = await openAsBlob(at('version-2-encrypted.bin'));
		expect(await readBundle(encrypted)).toEqual({ ok: false, error: { kind: 'encrypted' } });
		const opened = await decrypt(encrypted, passphrase);
		expect(opened.ok && (await opened.value.text())).toBe(await readFile(at('version-2.jsonl'), 'utf8'));
	});

	it.each(['version-2', 'version-2-state', 'version-2-cycle', ...later])(
		'is written the same today: %s',
		async (name) => {
			const written = await writeBundle(await expectedOf(name));
			expect(await written.text()).toBe(await readFile(at(`${name}.jsonl`), 'utf8'));
		}
	);

	it('has every type of event that there is', async () => {
		const bundles = await Promise.all(['version-1', 'version-2', ...later].map(expectedOf));
		const types = new Set(bundles.flatMap(({ events }) => events).map(({ type }) => type));
		expect(eventTypes.filter((type) => !types.has(type))).toEqual([]);
	});

	it('is understood, but for what came from a later version or was redacted', async () => {
		for (const name of ['version-1', ...later]) expect(unreadOf(await expectedOf(name))).toEqual([]);
		expect(unreadOf(await expectedOf('version-2'))).toEqual(['newerSchema', 'unknownType', 'redacted']);
	});
});
