import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

/**
 * Weighs what a browser must fetch and run before the first page stands: the entries, the nodes of the layout
 * and of `/`, and everything these import. What is imported later by `import()` is not in it.
 *
 * Run it after a build: `node tests/first-load.ts`. It fails above the limit.
 */
const limit = 90_000;

const kit = join(import.meta.dirname, '../.svelte-kit');
const client = join(kit, 'output/client');
const generated = '.svelte-kit/generated/client-optimized';

type Chunk = { file: string; name?: string; imports?: string[]; css?: string[] };

function manifest(): Record<string, Chunk> {
	const path = join(client, '.vite/manifest.json');
	if (!existsSync(path)) throw new Error('Nothing is built yet: npm run build');
	return JSON.parse(readFileSync(path, 'utf8'));
}

/** The nodes that make up `/`. The framework fetches the first two, layout and error page, for every address. */
function nodesOfFirstPage(): number[] {
	const app = readFileSync(join(kit, 'generated/client-optimized/app.js'), 'utf8');
	// "/": [2] or, within groups of routes, "/(desk)": [2,[0,3]]
	const entry = /"\/(?:\([^)"]*\)\/?)*": (\[.*\]),?$/m.exec(app);
	if (!entry?.[1]) throw new Error('The framework no longer says which nodes make up “/”');
	return [0, 1, ...(entry[1].match(/\d+/g) ?? []).map(Number)];
}

const chunks = manifest();
const entries = Object.keys(chunks).filter((key) => /^entry\/(start|app)$/.test(chunks[key]?.name ?? ''));
if (entries.length !== 2) throw new Error(`Two entries were expected, not ${entries.length}`);

const wanted = [...entries, ...nodesOfFirstPage().map((node) => `${generated}/nodes/${node}.js`)];
const scripts = new Set<string>();
const styles = new Set<string>();

function follow(key: string): void {
	const chunk = chunks[key];
	if (!chunk) throw new Error(`${key} is not in the build`);
	if (scripts.has(chunk.file)) return;
	scripts.add(chunk.file);
	chunk.css?.forEach((file) => styles.add(file));
	chunk.imports?.forEach(follow);
}
wanted.forEach(follow);

const weigh = (files: Iterable<string>) =>
	[...files].reduce((sum, file) => sum + gzipSync(readFileSync(join(client, file))).length, 0);
const bytes = (number: number) => `${number.toLocaleString('en-GB')} bytes`;

const weight = weigh(scripts);
const all = readdirSync(join(client, '_app/immutable'), { recursive: true, encoding: 'utf8' });
console.log(`First page: ${bytes(weight)} of script in ${scripts.size} files (gzip; limit ${bytes(limit)}).`);
console.log(
	`Beside it ${bytes(weigh(styles))} of style. The whole build has ${all.filter((file) => file.endsWith('.js')).length} scripts.`
);

if (weight > limit) {
	console.error(`Too heavy by ${bytes(weight - limit)}. The heaviest:`);
	const byWeight = [...scripts].map((file) => [weigh([file]), file] as const).sort(([a], [b]) => b - a);
	for (const [own, file] of byWeight.slice(0, 8)) console.error(`  ${bytes(own).padStart(14)}  ${file}`);
	process.exitCode = 1;
}
