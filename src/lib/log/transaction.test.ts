import 'fake-indexeddb/auto';
import { expect, it } from 'vitest';
import { ok, refuse } from '#lib/result.ts';
import { addToTail } from './commit.ts';
import { Connection } from './connection.ts';
import { aLog, anEvent, everythingIn } from './fixtures.ts';
import { newHead } from './schema.ts';
import { write } from './transaction.ts';

const over = (name: string): Connection => new Connection(name, () => {});
const nothing = { events: [], damaged: [], head: newHead };

it('takes back what was written where the work refuses in the end', async () => {
	const result = await write(over('refused'), 'log', async (transaction) => {
		await addToTail(transaction, newHead, 'person', [anEvent()]);
		return refuse('after all, no');
	});
	expect(result).toEqual({ ok: false, error: 'after all, no' });
	expect(await everythingIn(await aLog('refused'))).toEqual(nothing);
});

it('cannot write a position twice, even where nobody looked', async () => {
	const result = await write(over('twice'), 'log', async (transaction) => {
		await addToTail(transaction, newHead, 'person', [anEvent()]);
		return ok(await addToTail(transaction, newHead, 'person', [anEvent()]));
	});
	expect(result).toMatchObject({
		error: { kind: 'notWritten', reason: expect.stringContaining('Constraint') }
	});
	expect(await everythingIn(await aLog('twice'))).toEqual(nothing);
});
