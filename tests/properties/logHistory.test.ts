import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { newId } from '#lib/envelope/envelope.ts';
import { aLog, everythingIn, idsOf, valueOf, verified } from '#lib/log/fixtures.ts';
import { newVerification, type Log, type Verification } from '#lib/log/index.ts';
import { anyCommands, openTabs, type Tabs } from './logCommands.ts';
import { LogModel } from './logModel.ts';

// Segments of few events, so that a short history fills many.
vi.mock('#lib/log/segment.ts', async (real) =>
	(await import('#lib/log/smallSegments.fixtures.ts')).smallSegments(await real())
);

/** For a machine that is busy with other things. */
const timeout = 60_000;
/** Farther back than so many segments a log need not know what changed. */
const recentSegments = 16;

/** Holds a log against the model, in everything that it tells. */
async function compare(log: Log, model: LogModel): Promise<void> {
	const { events, damaged, head } = await everythingIn(log);
	expect(events).toEqual(model.events);
	expect(damaged).toEqual([]);
	const { hash, segments, ...stated } = head;
	expect(stated).toEqual(model.head());
	const last = model.commits.at(-1);
	if (last) last.hash = hash;
	expect(valueOf(await log.cache.get())).toEqual(model.cached);

	for (const stream of [...model.streams, 'CMW/XXX/1'])
		expect(valueOf(await log.readStreams([stream]))).toEqual(
			events.filter((event) => event.stream === stream)
		);
	const back: string[] = [];
	valueOf(await log.readBack((newest) => back.push(...idsOf(newest)) >= 0));
	expect(back).toEqual(idsOf(events).reverse());
	for (let position = 0; position <= model.commits.length; position += 1) {
		const recent = valueOf(await log.readAfter(position));
		if (recent === undefined) expect(segments).toBeGreaterThan(recentSegments);
		else {
			expect(recent.changed).toEqual(model.changedAfter(position));
			// A commit that stood at a place before another was written stands there still.
			expect(recent.hash).toBe(position === 0 ? '' : model.commits[position - 1]!.hash || recent.hash);
		}
	}
}

/** Each command, and after it a restart of this tab; the whole state is then held against the model. */
function withRestart(seen: { verification: Verification }) {
	return anyCommands.map((arbitrary) =>
		arbitrary.map((command) => ({
			check: (model: Readonly<LogModel>) => command.check(model),
			async run(model: LogModel, tabs: Tabs) {
				await command.run(model, tabs);
				tabs.log.close();
				tabs.log = await aLog(tabs.name);
				await compare(tabs.log, model);
				const anew = await verified(tabs.log);
				expect(anew).toMatchObject({ findings: [], events: model.events.length });
				// One that was begun at the start of the history goes on with it, step by step.
				seen.verification = await verified(tabs.other, seen.verification);
				expect(seen.verification).toMatchObject({ findings: [], hash: anew.hash });
			},
			toString: () => command.toString()
		}))
	);
}

test(
	'a log tells after every step of any history, and after a restart, what a plain list would',
	{ timeout },
	async () => {
		const seen = { verification: newVerification() };
		const reached = { segments: 0, steps: 0 };
		await fc.assert(
			fc.asyncProperty(fc.commands(withRestart(seen), { maxCommands: 25, size: '+1' }), async (commands) => {
				seen.verification = newVerification();
				const [model, tabs] = [new LogModel(), await openTabs(newId())];
				await fc.asyncModelRun(() => ({ model, real: tabs }), commands);
				reached.segments = Math.max(reached.segments, valueOf(await tabs.log.head()).segments);
				reached.steps += model.commits.length;
				tabs.log.close();
				tabs.other.close();
			}),
			{ numRuns: 60 }
		);
		expect(reached.segments, 'some history was long enough to fill many segments').toBeGreaterThan(5);
	}
);
