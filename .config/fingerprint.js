import { createHash } from 'node:crypto';
import { globSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';

const root = join(import.meta.dirname, '..');

/** Where everything lies that makes a cycle of its events. */
const rooms = ['calendar', 'states', 'envelope', 'procedures', 'cycle'];

/**
 * The hash of the code and the procedures that fold a cycle, and of the statechart engine. What was folded by
 * others is folded again.
 */
export function fingerprint() {
	const hash = createHash('sha256');
	for (const room of rooms)
		for (const file of globSync(`src/lib/${room}/**/*.ts`, { cwd: root }).sort()) {
			if (file.endsWith('.test.ts') || file.includes(`${sep}testing${sep}`)) continue;
			hash
				.update(file.replaceAll(sep, '/'))
				.update('\0')
				.update(readFileSync(join(root, file)));
		}
	for (const engine of ['xstate', 'valibot'])
		hash.update(JSON.parse(readFileSync(join(root, 'node_modules', engine, 'package.json'), 'utf8')).version);
	return hash.digest('hex').slice(0, 16);
}
