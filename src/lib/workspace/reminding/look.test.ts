import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { openLog, type Log } from '#lib/log/index.ts';
import type { Entry } from '#lib/reminders/entry.ts';
import type { Preferences } from '#lib/reminders/preferences.ts';
import { refuse } from '#lib/result.ts';
import { anEntry, atAnyTime, followUpOf, outlinesWith } from '../testing/reminders.ts';
import { keepPreferences, keepRun, readLedger, readRun } from './keeping.ts';
import { look, silent, tell, type Look, type Voice } from './look.ts';

// A Monday, ten in the morning in Geneva.
const at = '2026-11-23T09:00:00.000Z';
const anHourLater = '2026-11-23T10:00:00.000Z';
const atNight = '2026-11-23T22:00:00.000Z';
const inAMonth = (state: string) => followUpOf(`CMW/${state}/3`, '2026-12-23');
const keyOf = (state: string) => `CMW/${state}/3#followUp-1~2026-12-23~P1M`;

let log: Log;
/** What was said, as one or each by itself, and what the ledger held at that moment. */
let said: { keys: string[]; asOne: boolean; shown: (boolean | undefined)[] }[];

async function entries(): Promise<Entry[]> {
	const ledger = await readLedger(log);
	return ledger.ok ? [...ledger.value.entries.values()] : [];
}

/** @param reaches whether what it says is known to have been shown */
const aVoice = (disturbs: boolean, reaches: (key: string) => boolean = () => true): Voice => ({
	channel: disturbs ? 'notification' : 'page',
	disturbs,
	async say(toSay, asOne) {
		const kept = new Map((await entries()).map((entry) => [entry.key, entry.shown]));
		const keys = toSay.map(({ key }) => key);
		said.push({ keys, asOne, shown: keys.map((key) => kept.get(key)) });
		return keys.filter(reaches);
	}
});

const lookWith = (given: Partial<Look> = {}) =>
	look({
		log,
		looker: 'page',
		outlines: outlinesWith(inAMonth('AZE')),
		at,
		zone: 'Europe/Zurich',
		voice: aVoice(false),
		badge: async () => {},
		...given
	});

const keep = (preferences: Preferences) => keepPreferences(log, preferences);

beforeEach(async () => {
	globalThis.indexedDB = new IDBFactory();
	const opened = await openLog();
	if (!opened.ok) throw new Error(opened.error.kind);
	log = opened.value;
	said = [];
});

describe('a look', () => {
	test('puts down what is due, says it, and notes that it was shown: in this order, and once', async () => {
		const looked = await lookWith();
		expect(looked).toMatchObject({ ok: true, value: [{ key: keyOf('AZE') }] });
		expect(said).toEqual([{ keys: [keyOf('AZE')], asOne: false, shown: [false] }]);
		expect(await entries()).toContainEqual(
			expect.objectContaining({ key: keyOf('AZE'), channel: 'page', shown: true, read: false })
		);
		expect(await lookWith()).toEqual({ ok: true, value: [] });
		expect(said).toHaveLength(1);
	});

	test('says once what two look for at the same moment', async () => {
		await Promise.all([lookWith(), lookWith({ looker: 'worker', voice: aVoice(true) }), lookWith()]);
		expect(said.flatMap(({ keys }) => keys)).toEqual([keyOf('AZE')]);
	});

	test('says again an hour later what was not shown, and does not count it as said', async () => {
		const deaf = aVoice(false, () => false);
		expect(await lookWith({ voice: deaf })).toEqual({ ok: true, value: [] });
		await lookWith({ voice: deaf });
		expect(said).toHaveLength(1);
		expect(await lookWith({ at: anHourLater })).toMatchObject({ ok: true, value: [{ key: keyOf('AZE') }] });
	});

	test('was killed while it said something: an hour later it is said again', async () => {
		const killed: Voice = { ...aVoice(false), say: () => Promise.reject(new Error('killed')) };
		await expect(lookWith({ voice: killed })).rejects.toThrow('killed');
		await lookWith();
		expect(said).toEqual([]);
		await lookWith({ at: anHourLater });
		expect(said).toHaveLength(1);
	});

	test('with several, of which only some are shown, notes those', async () => {
		const outlines = outlinesWith(inAMonth('AZE'), inAMonth('FRA'));
		const looked = await lookWith({ outlines, voice: aVoice(true, (key) => key === keyOf('FRA')) });
		expect(looked).toMatchObject({ ok: true, value: [{ key: keyOf('FRA') }] });
		const shown = (await entries()).filter(({ shown }) => shown);
		expect(shown.map(({ key }) => key)).toEqual([keyOf('FRA')]);
	});

	test('tells as one what has gathered for days, and says so in the ledger', async () => {
		await keepRun(log, 'page', { at: '2026-11-20T09:00:00.000Z', said: 0 });
		await lookWith({ outlines: outlinesWith(inAMonth('AZE'), inAMonth('FRA')) });
		expect(said).toMatchObject([{ asOne: true }]);
		expect(said[0]!.keys).toHaveLength(2);
		expect((await entries()).map(({ channel }) => channel)).toEqual(['digest', 'digest']);
	});

	test('sets the badge and remembers that it looked, also where nothing can be said', async () => {
		const badge = vi.fn(async () => {});
		const outlines = outlinesWith(followUpOf('CMW/AZE/3', '2026-11-30'), inAMonth('FRA'));
		await lookWith({ voice: null, badge, outlines });
		expect(badge.mock.calls).toEqual([[1]]);
		expect(await readRun(log, 'page')).toEqual({ ok: true, value: { at, said: 0 } });
		expect(await entries()).toEqual([]);
		await lookWith({ outlines });
		expect(await readRun(log, 'page')).toMatchObject({ value: { said: 2 } });
	});

	test('forgets what is long over, and leaves what is not', async () => {
		const met = { ...inAMonth('FRA'), ending: { how: 'met', on: '2024-02-01' } } as const;
		const old = { ...anEntry('CMW/FRA/3'), shown: true, at: '2024-01-01T09:00:00.000Z' };
		await log.ledger.change([old.key, 'test'], (_, key) => (key === 'test' ? at : old));
		await lookWith({ outlines: outlinesWith(inAMonth('AZE'), met) });
		const kept = await log.ledger.all();
		expect(
			kept.ok && [kept.value.has(old.key), kept.value.has('test'), kept.value.has(keyOf('AZE'))]
		).toEqual([false, true, true]);
	});
});

describe('quiet hours', () => {
	test('hold what disturbs until they are over, and then it comes', async () => {
		await lookWith({ at: atNight, voice: aVoice(true) });
		expect(said).toEqual([]);
		expect(await entries()).toEqual([]);
		await lookWith({ at: '2026-11-24T05:59:00.000Z', voice: aVoice(true) });
		expect(said).toEqual([]);
		await lookWith({ at: '2026-11-24T06:00:00.000Z', voice: aVoice(true) });
		expect(said).toHaveLength(1);
	});

	test('are those of the reader’s clock', async () => {
		await lookWith({ at: atNight, zone: 'Asia/Tokyo', voice: aVoice(true) });
		expect(said).toHaveLength(1);
	});

	test('do not hold what stands on the page', async () => {
		await lookWith({ at: atNight });
		expect(said).toHaveLength(1);
	});

	test('days of rest hold as they do', async () => {
		await keep({ ...atAnyTime, nonWorkingDays: [{ on: '2026-11-23', name: 'A holiday' }] });
		const onTheDay = { outlines: outlinesWith(followUpOf('CMW/AZE/3', '2026-11-22')), voice: aVoice(true) };
		await lookWith(onTheDay);
		expect(said).toEqual([]);
		await keep(atAnyTime);
		await lookWith(onTheDay);
		expect(said).toHaveLength(1);
	});
});

describe('what a log refuses is handed on, and nothing is said', () => {
	const notRead = async () => refuse({ kind: 'notRead', reason: 'a bad disk' } as const);
	const notWritten = async () => refuse({ kind: 'storageFull' } as const);

	test.each([
		['the ledger is not read', () => vi.spyOn(log.ledger, 'all').mockImplementation(notRead)],
		['the device is not read', () => vi.spyOn(log.device, 'get').mockImplementation(notRead)],
		[
			'the last look is not read',
			() => {
				const { get } = log.device;
				vi.spyOn(log.device, 'get').mockImplementation((key) =>
					key === 'remindersPage' ? notRead() : get(key)
				);
			}
		],
		['the ledger is not written', () => vi.spyOn(log.ledger, 'change').mockImplementation(notWritten)]
	])('%s', async (_, breakIt) => {
		breakIt();
		const looked = await lookWith();
		expect(looked).toMatchObject({ ok: false });
		expect(said).toEqual([]);
	});

	test('where only that it was shown is not noted, that is told, and it comes again', async () => {
		const { change } = log.ledger;
		vi.spyOn(log.ledger, 'change').mockImplementationOnce(change).mockImplementationOnce(notWritten);
		expect(await lookWith()).toEqual({ ok: false, error: { kind: 'storageFull' } });
		await lookWith({ at: anHourLater });
		expect(said).toHaveLength(2);
	});

	test('that it looked cannot be kept', async () => {
		vi.spyOn(log.device, 'set').mockImplementation(notWritten);
		expect(await lookWith()).toEqual({ ok: false, error: { kind: 'storageFull' } });
	});
});

describe('telling', () => {
	test('with nobody to hear it, it stands in the inbox as shown', async () => {
		await tell(log, [anEntry('CMW/AZE/3')], silent, at, false);
		expect(await entries()).toMatchObject([{ shown: true, read: false }]);
	});

	test('does not say what is put down as shown, and says nothing where another was first', async () => {
		const here = anEntry('CMW/AZE/3', { shown: true, channel: 'here' });
		expect(await tell(log, [here], aVoice(false), at, false)).toEqual({ ok: true, value: [] });
		expect(await tell(log, [anEntry('CMW/AZE/3')], aVoice(false), at, false)).toEqual({
			ok: true,
			value: []
		});
		expect(said).toEqual([]);
	});
});
