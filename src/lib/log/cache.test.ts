import 'fake-indexeddb/auto';
import { expect, it } from 'vitest';
import { aLog, anEvent, everythingIn, record, someEvents, valueOf } from './fixtures.ts';
import { segmentSize } from './segment.ts';

const parts = (given: Record<string, unknown>) => new Map(Object.entries(given));

it('keeps a whole and parts, also when the log is opened again', async () => {
	const log = await aLog('kept');
	expect(valueOf(await log.cache.get())).toEqual({ whole: undefined, parts: new Map() });
	valueOf(await log.cache.set({ json: '[]' }));
	valueOf(await log.cache.setParts(parts({ 'CMW/AZE/3': 1, 'CRPD/EU/1': [2] })));
	valueOf(await log.cache.setParts(parts({ 'CRPD/EU/1': { three: 3 } })));
	log.close();
	expect(valueOf(await (await aLog('kept')).cache.get())).toEqual({
		whole: { json: '[]' },
		parts: parts({ 'CMW/AZE/3': 1, 'CRPD/EU/1': { three: 3 } })
	});
});

it('forgets the parts that were made before a new whole', async () => {
	const log = await aLog();
	valueOf(await log.cache.setParts(parts({ 'CMW/AZE/3': 1 })));
	valueOf(await log.cache.set('whole'));
	expect(valueOf(await log.cache.get())).toEqual({ whole: 'whole', parts: new Map() });
});

it('keeps what was there where something cannot be stored', async () => {
	const log = await aLog();
	valueOf(await log.cache.set('whole'));
	valueOf(await log.cache.setParts(parts({ 'CMW/AZE/3': 1 })));
	const unstorable = () => {};
	const notWritten = { ok: false, error: { kind: 'notWritten' } };
	expect(await log.cache.set(unstorable)).toMatchObject(notWritten);
	expect(await log.cache.setParts(parts({ 'CMW/AZE/3': 2, 'CRPD/EU/1': unstorable }))).toMatchObject(
		notWritten
	);
	expect(valueOf(await log.cache.get())).toEqual({ whole: 'whole', parts: parts({ 'CMW/AZE/3': 1 }) });
});

it('lies beside the log, and stays when that is written and packed', async () => {
	const log = await aLog();
	await record(log, anEvent());
	const before = await everythingIn(log);
	valueOf(await log.cache.set('whole'));
	expect(await everythingIn(log)).toEqual(before);
	await record(log, ...someEvents(segmentSize));
	valueOf(await log.tidy());
	valueOf(await log.importEvents({ events: [anEvent()] }));
	expect(valueOf(await log.cache.get()).whole).toBe('whole');
});
