import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { serve } from './serve.js';

/**
 * Serves the built app with an invented world beside it (`npm run demo:world`). It has a port of its own, since a
 * browser keeps a record for each: what one records for real stays apart.
 */
const root = join(import.meta.dirname, '..');
const folder = mkdtempSync(join(tmpdir(), 'servanda-world-'));
process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
cpSync(join(root, 'build'), folder, { recursive: true });

const name = 'invented-world.jsonl';
console.log('The world is being invented: 15,000 cycles, 250,000 events.');
const { status } = spawnSync(process.execPath, ['tests/world/write.ts', join(folder, name)], {
	cwd: root,
	stdio: 'inherit'
});
if (status !== 0) process.exit(status ?? 1);

const port = await serve(folder, 4273);
console.log(`\nOpen http://localhost:${port}/exchange?file=${name}#import and fetch it.\nCtrl+C ends it.\n`);
