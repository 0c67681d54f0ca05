import 'fake-indexeddb/auto';
import { expect, it } from 'vitest';
import { ok, refuse } from '#lib/result.ts';
import { writeCommit } from './commit.ts';
import { Connection } from './connection.ts';
import { aLog, anEvent, everythingIn } from './fixtures.ts';
import { write } from './transaction.ts';

const over = (name: string): Connection => new Connection(name, () => {});

it('takes back what was written where the work refuses in the end', async () => {
	const result = await write(over('refused'), 'log', async (transaction) => {
		await writeCommit(transaction, 'person', [anEvent()]);
		return refuse('after all, no');
	});
	expect(result).toEqual({ ok: false, error: 'after all, no' });
	expect(await everythingIn(await aLog('refused'))).toMatchObject({ events: [], heads: {}, position: 0 });
});

it('cannot write an id twice, even where nobody looked', async () => {
	const event = anEvent();
	const result = await write(over('twice'), 'log', async (transaction) => {
		await writeCommit(transaction, 'person', [event]);
		return ok(await writeCommit(transaction, 'person', [event]));
	});
	expect(result).toMatchObject({
		error: { kind: 'notWritten', reason: expect.stringContaining('Constraint') }
	});
	expect(await everythingIn(await aLog('twice'))).toMatchObject({ events: [], heads: {}, position: 0 });
});
