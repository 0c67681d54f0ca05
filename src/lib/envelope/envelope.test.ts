import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { envelopeSchema, newId, newSalt, type Envelope, type Link } from './envelope.ts';
import { faultOf, isEnvelope } from './fault.ts';

const good: Envelope = {
	id: newId(),
	stream: 'CMW/AZE/3',
	type: 'FollowUpReceived',
	schema: 1,
	on: '2024-01-17',
	recordedAt: '2024-01-18T09:00:00.000Z',
	by: '',
	replica: newId(),
	source: { document: 'CMW/C/AZE/FCO/3', paragraph: '1', quote: 'received on 17 January 2024', note: '' },
	data: { sections: [] }
};
const link: Link = { sequence: 2, previous: 'ab'.repeat(32), salt: newSalt(), hash: 'cd'.repeat(32) };
const { salt: _salt, ...unsalted } = link;
const without = (field: keyof Envelope): object => {
	const { [field]: _, ...rest } = good;
	return rest;
};

describe('an envelope', () => {
	it.each([
		['with everything', good],
		['without a source', { ...good, source: null }],
		['with an empty source', { ...good, source: {} }],
		['that corrects another', { ...good, corrects: newId() }],
		['of a type that nobody knows', { ...good, type: 'SomethingElseHappened', schema: 12 }],
		['of 29 February in a leap year', { ...good, on: '2024-02-29' }],
		['with its place in a chain', { ...good, link }],
		['that is the first of a chain', { ...good, link: { ...link, sequence: 1, previous: null } }],
		['that was redacted', { ...good, data: {}, source: null, link: unsalted, redacted: link.hash }],
		['that was redacted before there were chains', { ...good, data: {}, source: null, redacted: link.hash }]
	])('%s is taken', (_title, value) => {
		expect(faultOf(value)).toBeUndefined();
		expect(isEnvelope(value)).toBe(true);
		expect(v.parse(envelopeSchema, value)).toEqual(value);
	});

	it.each(['id', 'stream', 'type', 'schema', 'on', 'recordedAt', 'by', 'replica', 'source', 'data'] as const)(
		'without %s is none',
		(field) => expect(faultOf(without(field))).toBe(field)
	);

	it.each([
		['id', { id: '42' }],
		['version', { version: 1 }],
		['type', { type: 'followUpReceived' }],
		['type', { type: 'Follow up received' }],
		['schema', { schema: 0 }],
		['on', { on: '2023-02-29' }],
		['on', { on: '2023-06-31' }],
		['on', { on: '17 January 2024' }],
		['on', { on: '2024-1-17' }],
		['on', { on: '2024-01-17T00:00:00Z' }],
		['recordedAt', { recordedAt: '2024-01-18' }],
		['recordedAt', { recordedAt: '2024-01-18T09:00:00' }],
		['recordedAt', { recordedAt: '2024-01-18T09:00:00+02:00' }],
		['recordedAt', { recordedAt: '2024-01-18T09:00:00Z' }],
		['replica', { replica: 'my laptop' }],
		['source.quote', { source: { quote: 3 } }],
		['source.document', { source: { document: '' } }],
		['source.page', { source: { page: 3 } }],
		['data', { data: null }],
		['data', { data: 'text' }],
		['corrects', { corrects: 'the one before' }],
		['mood', { mood: 'good' }],
		['link.sequence', { link: { ...link, sequence: 0 } }],
		['link.sequence', { link: { ...link, sequence: 1.5 } }],
		['link.previous', { link: { ...link, previous: undefined } }],
		['link.previous', { link: { ...link, previous: '' } }],
		['link.salt', { link: { ...link, salt: 'salt' } }],
		['link.hash', { link: { ...link, hash: link.hash.toUpperCase() } }],
		['link.hash', { link: { ...link, hash: link.hash.slice(1) } }],
		['link.replica', { link: { ...link, replica: good.replica } }],
		['redacted', { redacted: true }]
	])('with a wrong %s is none: %j', (field, wrong) => {
		expect(faultOf({ ...good, ...wrong })).toBe(field);
		expect(isEnvelope({ ...good, ...wrong })).toBe(false);
	});

	it.each([null, undefined, 7, 'text'])('is not %j', (value) => expect(faultOf(value)).toBe(''));
});

describe('a stream', () => {
	it.each([
		'CMW/AZE/3',
		'CRPD/AZE/2-3',
		'CCPR/CHN-HKG/4',
		'CRPD/EU/1',
		'CED/FRA/1',
		'CAT/AZE/5',
		'CRC/AZE/5-6',
		'CRC-OPAC/AZE/1',
		'CRC-OPSC/AZE/1',
		'CERD/AZE/10-12',
		'CESCR/AZE/4',
		'CEDAW/AZE/6',
		'CRPD/PSE/1'
	])('is named like %s', (stream) => expect(faultOf({ ...good, stream })).toBeUndefined());

	it.each([
		'',
		'CMW/AZE',
		'CMW/AZE/',
		'CMW/AZE/three',
		'cmw/aze/3',
		'CMW/Azerbaijan/3',
		'CMW/AZE/3/4',
		'CMW AZE 3',
		'CMW/AZE/3\n',
		'/AZE/3'
	])('is not named like %j', (stream) => expect(faultOf({ ...good, stream })).toBe('stream'));
});

describe('a new id', () => {
	it('sorts after those made before', () => {
		const ids = Array.from({ length: 2000 }, newId);
		expect([...ids].sort()).toEqual(ids);
		expect(new Set(ids).size).toBe(2000);
	});
});

describe('a new salt', () => {
	it('is 16 bytes in hexadecimal, and another each time', () => {
		const salts = Array.from({ length: 200 }, newSalt);
		expect(new Set(salts).size).toBe(200);
		for (const salt of salts) expect(salt).toMatch(/^[0-9a-f]{32}$/);
		// Every digit of it is by chance: none is the same in all of them.
		for (let digit = 0; digit < 32; digit += 1)
			expect(new Set(salts.map((salt) => salt[digit])).size).toBeGreaterThan(1);
	});
});
