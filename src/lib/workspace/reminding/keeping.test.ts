import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { beforeEach, describe, expect, test } from 'vitest';
import { openLog, type Log } from '#lib/log/index.ts';
import { inboxOf } from '#lib/reminders/ledger.ts';
import { defaultPreferences } from '#lib/reminders/presets.ts';
import type { Result } from '#lib/result.ts';
import { anEntry, aTransition } from '../testing/reminders.ts';
import {
	claim,
	keepPreferences,
	keepRun,
	note,
	putOff,
	readLedger,
	readPreferences,
	readRun,
	takeUpAgain
} from './keeping.ts';

function valueOf<Value>(result: Result<Value, unknown>): Value {
	if (!result.ok) throw new Error(JSON.stringify(result.error));
	return result.value;
}
const aLog = async (): Promise<Log> => valueOf(await openLog());

const at = '2026-11-23T09:00:00.000Z';
const entry = anEntry('CMW/AZE/3');
const snooze = { obligation: 'CMW/AZE/3#followUp-1', due: '2026-12-23', until: '2026-11-24', at } as const;
const refused = { ok: false, error: { kind: 'closed' } };

let log: Log;
beforeEach(async () => {
	globalThis.indexedDB = new IDBFactory();
	log = await aLog();
});

describe('a claim', () => {
	test('goes to one of several, whoever asks, and none is lost', async () => {
		const others = await Promise.all([aLog(), aLog(), aLog()]);
		const entries = ['AZE', 'FRA', 'MEX', 'PER', 'TGO'].map((state) => anEntry(`CMW/${state}/3`));
		await fc.assert(
			fc.asyncProperty(
				fc.array(fc.subarray(entries, { minLength: 1 }), { minLength: 2, maxLength: 8 }),
				async (asked) => {
					valueOf(await log.ledger.forget(entries.map(({ key }) => key)));
					const given = await Promise.all(
						asked.map(async (some, by) => valueOf(await claim(others[by % 3]!, some, at)))
					);
					const keys = given.flat().map(({ key }) => key);
					expect(keys.toSorted()).toEqual([...new Set(asked.flat().map(({ key }) => key))].sort());
				}
			),
			{ numRuns: 20 }
		);
	});

	test('is given anew an hour later where nothing was shown, and never where it was', async () => {
		await claim(log, [entry], at);
		expect(valueOf(await claim(log, [entry], '2026-11-23T09:59:59.999Z'))).toEqual([]);
		const later = '2026-11-23T10:00:00.000Z';
		expect(valueOf(await claim(log, [{ ...entry, at: later }], later))).toHaveLength(1);
		await note(log, [entry.key], { shown: true });
		expect(valueOf(await claim(log, [entry], '2027-11-23T10:00:00.000Z'))).toEqual([]);
	});

	test('is given where what stands there cannot be understood', async () => {
		await log.ledger.change([entry.key], () => ({ at: 'of another making' }));
		expect(valueOf(await claim(log, [entry], at))).toEqual([entry]);
		expect(valueOf(await readLedger(log)).entries.get(entry.key)).toEqual(entry);
	});

	test('of nothing writes nothing', async () => {
		log.close();
		expect(await claim(log, [], at)).toEqual({ ok: true, value: [] });
	});
});

describe('the ledger', () => {
	test('gives what was said and what was put off, and passes over all else', async () => {
		const transition = aTransition('CMW/FRA/2');
		await claim(log, [entry, transition], at);
		await putOff(log, [snooze]);
		// What a test of the reminders puts down, and what no version of Servanda has written.
		const odd: Record<string, unknown> = {
			test: at,
			number: 1,
			empty: {},
			'no reminder': { ...entry, told: { kind: 'reminder' } },
			'no day': { ...entry, told: { ...entry.told, due: 'soon' } },
			'no states': { ...transition, told: { ...transition.told, states: 'all' } },
			'no instant': { ...entry, at: 'yesterday' },
			'snooze text': 'tomorrow',
			'snooze odd': { obligation: 'odd', due: '2026-12-23', until: 'tomorrow' }
		};
		await log.ledger.change(Object.keys(odd), (_, key) => odd[key]);
		const ledger = valueOf(await readLedger(log));
		expect([...ledger.entries.values()]).toEqual([entry, transition]);
		expect([...ledger.snoozes]).toEqual([['CMW/AZE/3#followUp-1', snooze]]);
		expect(inboxOf(ledger, [], '2026-11-23')).toHaveLength(2);
		expect(valueOf(await log.ledger.all()).get('test')).toBe(at);
	});

	test('takes back that something was put off, and notes what was read of what is there', async () => {
		await claim(log, [entry], at);
		await putOff(log, [snooze]);
		await takeUpAgain(log, [snooze.obligation]);
		await note(log, [entry.key, 'never there', 'test'], { read: true });
		const { entries, snoozes } = valueOf(await readLedger(log));
		expect(snoozes.size).toBe(0);
		expect([...entries]).toEqual([[entry.key, { ...entry, read: true }]]);
	});
});

describe('preferences', () => {
	test('are the usual where nobody set any, and those that somebody did', async () => {
		expect(valueOf(await readPreferences(log))).toEqual(defaultPreferences);
		const own = { ...defaultPreferences, digestAfter: 9, own: { 'CMW/AZE/3#followUp-1': null } };
		await keepPreferences(log, own);
		expect(valueOf(await readPreferences(await aLog()))).toEqual(own);
	});

	test.each([{ policies: {} }, 'quiet', null, { ...defaultPreferences, voice: 'loud' }])(
		'that cannot be understood are not followed, and stay as they are: %j',
		async (odd) => {
			await log.device.set('reminders', odd);
			expect(valueOf(await readPreferences(log))).toEqual(defaultPreferences);
			expect(valueOf(await log.device.get('reminders'))).toEqual(odd);
		}
	);
});

describe('the last look', () => {
	test('is kept of page and worker apart', async () => {
		await keepRun(log, 'worker', { at, said: 2 });
		expect(valueOf(await readRun(log, 'worker'))).toEqual({ at, said: 2 });
		expect(valueOf(await readRun(log, 'page'))).toBeNull();
	});

	test.each([at, { at }, { at: 'then', said: 1 }])('of another form is none: %j', async (odd) => {
		await log.device.set('remindersPage', odd);
		expect(valueOf(await readRun(log, 'page'))).toBeNull();
	});
});

test('what a log refuses is handed on', async () => {
	log.close();
	expect(
		await Promise.all([
			readLedger(log),
			readPreferences(log),
			readRun(log, 'page'),
			keepPreferences(log, defaultPreferences),
			keepRun(log, 'page', { at, said: 0 }),
			claim(log, [entry], at),
			note(log, [entry.key], { shown: true }),
			putOff(log, [snooze]),
			takeUpAgain(log, [snooze.obligation])
		])
	).toEqual(Array.from({ length: 9 }, () => refused));
});
