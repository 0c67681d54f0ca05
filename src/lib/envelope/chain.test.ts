import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contentHash, eventHash, fitsItsLink, hashOf, linked, redact } from './chain.ts';
import { newId, newSalt, type Envelope, type NewEvent } from './envelope.ts';
import { faultOf } from './fault.ts';

const told: NewEvent = {
	id: '019a0000-0000-7000-8000-00000000000a',
	stream: 'CMW/AZE/3',
	type: 'FollowUpReceived',
	schema: 1,
	on: '2024-01-17',
	recordedAt: '2024-01-18T09:00:00.000Z',
	by: 'Leyla',
	replica: '019a0000-0000-7000-8000-000000000001',
	source: { document: 'CMW/C/AZE/FCO/3', paragraph: '1' },
	data: { units: ['16', '36'], b: 1, a: { d: null, c: 'Élargi' } }
};
const salt = '000102030405060708090a0b0c0d0e0f';
const first = linked(told, undefined, salt);
const second = linked({ ...told, id: newId() }, first.link, newSalt());
const sha256 = (text: string) => createHash('sha256').update(text, 'utf8').digest('hex');

describe('a hash', () => {
	it('is SHA-256 of the text in UTF-8', () => {
		fc.assert(
			fc.property(fc.string({ unit: 'grapheme' }), (text) => {
				expect(hashOf(text)).toBe(sha256(text));
			})
		);
		expect(hashOf('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
	});

	it('of a content is over its salt and its canonical JSON, written out here by hand', () => {
		const content =
			'[{"a":{"c":"Élargi","d":null},"b":1,"units":["16","36"]},{"document":"CMW/C/AZE/FCO/3","paragraph":"1"}]';
		expect(contentHash(first)).toBe(sha256(salt + content));
	});

	it('of an event is over its fields, its place and its content, written out here by hand', () => {
		const fields = (content: string, place: string) =>
			`{"by":"Leyla","content":"${content}","id":"${told.id}","on":"2024-01-17",${place}` +
			`"recordedAt":"2024-01-18T09:00:00.000Z","replica":"${told.replica}","schema":1,"stream":"CMW/AZE/3",` +
			'"type":"FollowUpReceived"}';
		const place = '"place":{"previous":null,"sequence":1},';
		expect(first.link.hash).toBe(sha256(fields(contentHash(first), place)));
		expect(eventHash(told)).toBe(sha256(fields(contentHash(told), '')));
		const corrected = { ...told, corrects: told.id };
		const withIt = fields(contentHash(told), '').replace('"id"', `"corrects":"${told.id}","id"`);
		expect(eventHash(corrected)).toBe(sha256(withIt));
	});

	it('is what it has been from the beginning', () => {
		// Of these very fields. Were it ever another, no log that anybody keeps would verify any more.
		expect(first.link.hash).toBe('188d96bd9f87608d3d595dd9098c02cfae716573126e5bb6e4a82a5da031d683');
	});

	it('of equal contents is another with another salt', () => {
		expect(contentHash(linked(told, undefined, newSalt()))).not.toBe(contentHash(first));
		expect(linked(told, undefined, newSalt()).link.hash).not.toBe(first.link.hash);
		expect(contentHash(linked(told, undefined, salt))).toBe(contentHash(first));
	});

	it('does not depend on the order in which fields were set', () => {
		const { data: _data, by, ...rest } = first;
		const other = { ...rest, data: { a: { c: 'Élargi', d: null }, b: 1, units: ['16', '36'] }, by };
		expect(eventHash(other)).toBe(first.link.hash);
	});
});

describe('an event in a chain', () => {
	it('has the place after the one before, and fits it', () => {
		expect(first.link).toMatchObject({ sequence: 1, previous: null, salt });
		expect(second.link).toMatchObject({ sequence: 2, previous: first.link.hash });
		for (const event of [first, second]) {
			expect(fitsItsLink(event)).toBe(true);
			expect(faultOf(event)).toBeUndefined();
		}
	});

	it.each<[string, Partial<Envelope>]>([
		['id', { id: newId() }],
		['stream', { stream: 'CMW/AZE/4' }],
		['type', { type: 'FollowUpRequested' }],
		['schema', { schema: 2 }],
		['on', { on: '2024-01-18' }],
		['recordedAt', { recordedAt: '2024-01-18T09:00:00.001Z' }],
		['by', { by: '' }],
		['replica', { replica: newId() }],
		['corrects', { corrects: newId() }],
		['source', { source: null }],
		['a field of the source', { source: { ...told.source, paragraph: '2' } }],
		['data', { data: {} }],
		['a field of the data', { data: { ...told.data, b: 2 } }],
		['place in the chain', { link: { ...second.link, sequence: 3 } }],
		['predecessor', { link: { ...second.link, previous: 'ab'.repeat(32) } }],
		['having one', { link: { ...second.link, previous: null } }],
		['salt', { link: { ...second.link, salt: newSalt() } }],
		['hash', { link: { ...second.link, hash: 'ab'.repeat(32) } }],
		['being redacted', { redacted: 'ab'.repeat(32) }]
	])('no longer fits once its %s is another', (_field, change) => {
		expect(fitsItsLink({ ...second, ...change })).toBe(false);
	});

	it('fits where it has no link, which says nothing', () => expect(fitsItsLink(told)).toBe(true));
});

describe('a redacted event', () => {
	it('keeps its hash and its place, and nothing of what it said nor of its salt', () => {
		const redacted = redact(second);
		expect(redacted).toEqual({
			...second,
			data: {},
			source: null,
			link: { sequence: 2, previous: first.link.hash, hash: second.link.hash },
			redacted: contentHash(second)
		});
		expect(eventHash(redacted)).toBe(second.link.hash);
		expect(fitsItsLink(redacted)).toBe(true);
		expect(faultOf(redacted)).toBeUndefined();
		expect(JSON.stringify(redacted)).not.toContain(second.link.salt);
	});

	it('keeps its hash also where it has no link', () => {
		expect(redact(told)).toEqual({ ...told, data: {}, source: null, redacted: contentHash(told) });
		expect(eventHash(redact(told))).toBe(eventHash(told));
	});

	it('redacted again is the same', () => expect(redact(redact(second))).toEqual(redact(second)));

	it('no longer fits once anything that is left of it is another', () => {
		const redacted = redact(second);
		for (const change of [{ by: '' }, { on: '2024-01-18' as const }, { redacted: contentHash(first) }])
			expect(fitsItsLink({ ...redacted, ...change })).toBe(false);
	});
});
