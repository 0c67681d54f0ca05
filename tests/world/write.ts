import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ReadableStream } from 'node:stream/web';
import '#lib/calendar/temporalAtOnce.ts';
import { writeBundle } from '#lib/exchange/bundle/write.ts';
import { full, headsOf, worldOf } from './world.ts';

/** Writes the whole invented world as a file that Servanda takes in: `node tests/world/write.ts world.jsonl`. */
const [target] = process.argv.slice(2);
if (!target) throw new Error('Name the file to write');
const events = worldOf(full);
const bundle = await writeBundle({ events, scope: { kind: 'everything' }, heads: headsOf(events) });
await pipeline(Readable.fromWeb(bundle.stream() as ReadableStream), createWriteStream(target));
