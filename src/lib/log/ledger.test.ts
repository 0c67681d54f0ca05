import 'fake-indexeddb/auto';
import { expect, it } from 'vitest';
import { newId } from '#lib/envelope/envelope.ts';
import { aLog, everythingIn, valueOf } from './fixtures.ts';

const claim = (by: string) => (before: unknown) => (before === undefined ? by : undefined);

it('keeps what was said, beside the log and through a restart', async () => {
	const name = newId();
	const log = await aLog(name);
	const before = await everythingIn(log);
	expect(valueOf(await log.ledger.all())).toEqual(new Map());
	expect(valueOf(await log.ledger.change(['a', 'b'], (_, key) => key + key))).toEqual(new Set(['a', 'b']));
	expect(valueOf(await log.ledger.change(['b', 'c'], (said) => said && 'again'))).toEqual(new Set(['b']));
	valueOf(await log.ledger.forget(['a', 'never there']));
	expect(await everythingIn(log)).toEqual(before);
	log.close();
	expect(valueOf(await (await aLog(name)).ledger.all())).toEqual(new Map([['b', 'again']]));
});

it('lets one of many be the first, whoever asks', async () => {
	const name = newId();
	const logs = await Promise.all([aLog(name), aLog(name), aLog(name)]);
	const keys = Array.from({ length: 20 }, (_, index) => `key ${index}`);
	const claimed = await Promise.all(
		keys.flatMap((key) =>
			logs.map(async (log, by) => valueOf(await log.ledger.change([key], claim(`${by}`))).size)
		)
	);
	expect(claimed.reduce((sum, one) => sum + one)).toBe(keys.length);
});

it('writes all or nothing', async () => {
	const log = await aLog();
	const refused = await log.ledger.change(['a', 'b'], (_, key) => (key === 'b' ? () => {} : key));
	expect(refused).toMatchObject({ ok: false, error: { kind: 'notWritten' } });
	expect(valueOf(await log.ledger.all())).toEqual(new Map());
});
