import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chunkSize, containerLine, tagSize, type ContainerHeader } from './container.ts';
import { decrypt } from './decrypt.ts';
import { encrypt, encryptAs, shortestPassphrase, type EncryptionProgress } from './encrypt.ts';
import { lengthOf, todaysCost } from './key.ts';

const passphrase = 'eight words that nobody else has in mind';
/** A key that costs next to nothing, for what has to be tried many times. */
const cheap: ContainerHeader = {
	derivation: { memory: 8, passes: 1, lanes: 1, salt: '0'.repeat(32) },
	nonce: '0'.repeat(14)
};
const headerSize = containerLine(cheap).length;
const cheaply = async (...parts: BlobPart[]): Promise<Blob> => {
	const encrypted = await encryptAs(cheap, new Blob(parts), passphrase, () => {});
	if (!encrypted.ok) throw new Error(encrypted.error.kind);
	return encrypted.value;
};
const bytesOf = async (file: Blob) => new Uint8Array(await file.arrayBuffer());
/** What a file says, or why it is not read. */
async function opened(file: Blob | Uint8Array<ArrayBuffer>, by = passphrase) {
	const result = await decrypt(new Blob([file]), by);
	return result.ok ? bytesOf(result.value) : result.error.kind;
}
/** Bytes that differ from place to place. */
const pattern = (length: number) =>
	Uint8Array.from({ length }, (_, index) => (index * 31 + (index >> 8)) % 251);
let counter = 0;
const random = (length: number) => Uint8Array.from({ length }, () => (counter += 1) % 256);

describe('an encrypted file', { timeout: 60_000 }, () => {
	it('opens with its passphrase, and with no other', async () => {
		const encrypted = await encrypt(new Blob(['What was agreed must be kept.']), passphrase, random);
		if (!encrypted.ok) throw new Error(encrypted.error.kind);
		const text = await encrypted.value.text();
		expect(text).toContain(
			`"derivation":{"name":"argon2id","memory":${todaysCost.memory},"passes":1,"lanes":1,`
		);
		expect(text).not.toContain('agreed');
		expect(await opened(encrypted.value)).toEqual(new TextEncoder().encode('What was agreed must be kept.'));
		expect(await opened(encrypted.value, `${passphrase}.`)).toBe('wrongPassphraseOrDamaged');
		expect(await opened(encrypted.value, '')).toBe('wrongPassphraseOrDamaged');
	});

	it('has a salt and a nonce of its own each time', async () => {
		const headers = await Promise.all(
			[1, 2].map(async () => {
				const encrypted = await encrypt(new Blob(['the same']), passphrase, random);
				return encrypted.ok && JSON.parse((await encrypted.value.text()).split('\n')[0]!);
			})
		);
		expect(headers[0].derivation.salt).not.toBe(headers[1].derivation.salt);
		expect(headers[0].cipher.nonce).not.toBe(headers[1].cipher.nonce);
	});

	it.each([0, 1, chunkSize - 1, chunkSize, chunkSize + 1, 2 * chunkSize, 2 * chunkSize + 7])(
		'gives back %i bytes',
		async (length) => {
			const given = pattern(length);
			const encrypted = await cheaply(given);
			expect(encrypted.size).toBe(headerSize + length + tagSize * Math.max(1, Math.ceil(length / chunkSize)));
			// Not by toEqual, which takes minutes over a million numbers.
			expect(Buffer.compare((await opened(encrypted)) as Uint8Array, given)).toBe(0);
		}
	);

	it('opens however a keyboard composes the passphrase', async () => {
		const composed = 'dépôt à Genève ﬁn';
		const encrypted = await encryptAs(cheap, new Blob(['kept']), composed, () => {});
		expect(encrypted.ok && (await opened(encrypted.value, composed.normalize('NFD')))).toHaveLength(4);
		expect(encrypted.ok && (await opened(encrypted.value, 'dépôt à Genève fin'))).toHaveLength(4);
	});

	it('tells how far it is, the key first', async () => {
		const [told, file] = [[] as EncryptionProgress[], await cheaply(pattern(2 * chunkSize))];
		await decrypt(file, passphrase, (progress) => told.push(progress));
		expect(told[0]!.step).toBe('key');
		expect(told.slice(-2)).toEqual([
			{ step: 'file', part: 0.5 },
			{ step: 'file', part: 1 }
		]);
	});
});

describe('a passphrase', () => {
	it.each(['', 'a', 'elevenchars', '🇦🇿🇦🇿🇦🇿🇦🇿', 'é'.normalize('NFD').repeat(11)])(
		'is too short: %j',
		async (short) => {
			expect(await encrypt(new Blob(['kept']), short, random)).toEqual({
				ok: false,
				error: { kind: 'passphraseTooShort', least: shortestPassphrase, given: lengthOf(short) }
			});
			expect(lengthOf(short)).toBeLessThan(shortestPassphrase);
		}
	);
});

describe('an encrypted file that was damaged is refused', { timeout: 60_000 }, () => {
	it('at every byte that was changed', async () => {
		const whole = await bytesOf(await cheaply('What was agreed must be kept.'));
		await fc.assert(
			fc.asyncProperty(fc.nat(whole.length - 1), fc.integer({ min: 1, max: 255 }), async (place, change) => {
				const bytes = whole.slice();
				bytes[place]! ^= change;
				expect(await opened(bytes)).toBeTypeOf('string');
			}),
			{ numRuns: 1000 }
		);
	});

	it('wherever it was cut', async () => {
		const whole = await bytesOf(await cheaply('What was agreed must be kept.'));
		const kinds = new Set<unknown>();
		for (let length = 0; length < whole.length; length += 1) kinds.add(await opened(whole.slice(0, length)));
		expect(whole.length).toBeGreaterThan(250);
		expect([...kinds]).toEqual(['cut', 'wrongPassphraseOrDamaged']);
	});

	const large = cheaply(pattern(3 * chunkSize - 5));
	const [first, second, third] = [0, 1, 2].map((number) => headerSize + number * (chunkSize + tagSize));

	it.each([
		['at the end of a chunk', second, 'wrongPassphraseOrDamaged'],
		['at the end of the last but one', third, 'encryptedPartDamaged'],
		['in the last chunk', third! + 1000, 'encryptedPartDamaged'],
		['before the last byte', third! + chunkSize - 5 + tagSize - 1, 'encryptedPartDamaged']
	])('where it was cut %s', async (_title, length, kind) => {
		expect(await opened((await large).slice(0, length))).toBe(kind);
	});

	it('where chunks were swapped, doubled, dropped or added', async () => {
		const whole = await bytesOf(await large);
		const head = whole.slice(0, first);
		const chunks = [whole.slice(first, second), whole.slice(second, third), whole.slice(third)] as const;
		const [one, two, last] = chunks;
		expect(await opened(new Blob([head, ...chunks]))).toHaveLength(3 * chunkSize - 5);
		for (const parts of [
			[head, two, one, last],
			[head, one, one, two, last],
			[head, one, last],
			[head, two, last],
			[head, last],
			[head, one, two, last, last],
			[head, one, two, last, new Uint8Array(1)]
		])
			expect(await opened(new Blob(parts))).toMatch(/^(wrongPassphraseOrDamaged|encryptedPartDamaged)$/);
	});

	it('where its chunks are of another file with the same passphrase', async () => {
		const other = await encryptAs(
			{ ...cheap, nonce: '1'.repeat(14) },
			new Blob(['other']),
			passphrase,
			() => {}
		);
		const head = (await cheaply('what was')).slice(0, headerSize);
		expect(other.ok && (await opened(new Blob([head, other.value.slice(headerSize)])))).toBe(
			'wrongPassphraseOrDamaged'
		);
	});
});

describe('the header of an encrypted file', () => {
	const withHeader = (change: Partial<ContainerHeader['derivation']>) =>
		opened(
			new Blob([containerLine({ ...cheap, derivation: { ...cheap.derivation, ...change } }), 'x'.repeat(40)])
		);

	it.each([
		{ memory: 256 * 1024 + 1 },
		{ memory: 2 ** 31 },
		{ memory: 7 },
		{ memory: 15, lanes: 2 },
		{ passes: 17 },
		{ lanes: 5, memory: 1024 },
		{ memory: 256 * 1024, passes: 5 }
	])('is refused before anything is derived where it asks for %j', async (derivation) => {
		expect(await withHeader(derivation)).toBe('unreasonableDerivation');
	});

	it('is believed where it asks for more than today, within reason', { timeout: 60_000 }, async () => {
		expect(await withHeader({ memory: 64, passes: 16 })).toBe('wrongPassphraseOrDamaged');
		expect(await withHeader({ memory: 32, lanes: 4 })).toBe('wrongPassphraseOrDamaged');
	});

	const line = containerLine(cheap);
	it.each([
		['where it is of a later version', line.replace('"version":1', '"version":2'), 'unknownVersion'],
		['where it lacks the derivation', line.replace('derivation', 'derived'), 'unknownFormat'],
		['where it is of another cipher', line.replace('AES-256-GCM', 'ROT-13'), 'unknownFormat'],
		['where its salt is too short', line.replace('0'.repeat(32), '0'), 'unknownFormat'],
		['where it asks for a part of a pass', line.replace('"passes":1', '"passes":1.5'), 'unknownFormat'],
		['where it is of another kind of file', '{"format":"servanda-log","version":2}\n', 'unknownFormat'],
		['where it has no end', `{"format":"servanda-log-encrypted",${' '.repeat(2000)}`, 'cut'],
		['where it is a piece of something else', 'BEGIN', 'unknownFormat']
	])('is refused %s', async (_title, file, kind) => {
		expect(await opened(new Blob([file]))).toBe(kind);
	});
});

it('a file that cannot be read any more is refused, and not taken for damaged', async () => {
	const gone = new DOMException('It was moved.', 'NotFoundError');
	const file = { size: 9, slice: () => ({ arrayBuffer: () => Promise.reject(gone) }) } as unknown as Blob;
	const refusal = { ok: false, error: { kind: 'unreadableFile', reason: 'It was moved.' } };
	expect(await decrypt(file, passphrase)).toEqual(refusal);
	expect(await encryptAs(cheap, file, passphrase, () => {})).toEqual(refusal);
});
