import 'fake-indexeddb/auto';
import { expect, it } from 'vitest';
import { aLog, everythingIn, valueOf } from './fixtures.ts';

it('keeps values on the device, and beside the log', async () => {
	const log = await aLog('device');
	expect(valueOf(await log.device.get('settings'))).toBeUndefined();
	const before = await everythingIn(log);
	valueOf(await log.device.set('settings', { locale: 'fr', desk: ['CMW'] }));
	valueOf(await log.device.set('by', 'Leyla'));
	valueOf(await log.device.set('by', 'Murad'));
	expect(await everythingIn(log)).toEqual(before);
	log.close();

	const again = await aLog('device');
	expect(valueOf(await again.device.get('settings'))).toEqual({ locale: 'fr', desk: ['CMW'] });
	expect(valueOf(await again.device.get('by'))).toBe('Murad');
});

it('refuses a value that cannot be stored, and keeps the one before', async () => {
	const log = await aLog();
	valueOf(await log.device.set('by', 'Leyla'));
	expect(await log.device.set('by', () => {})).toMatchObject({ ok: false, error: { kind: 'notWritten' } });
	expect(valueOf(await log.device.get('by'))).toBe('Leyla');
});
