import { resolve } from 'node:path';
import { ESLint } from 'eslint';
import { describe, expect, it } from 'vitest';

/**
 * The design's walls, said a second time and by hand, so that the table behind the lint can be wrong.
 * Each row is a room that imports: `y` may, `t` may import types only, `.` may not, `=` is the room itself.
 */
const design = `
                result states calendar envelope procedures cycle documents reminders exchange log words workspace install ui
 result.ts      =      .      .        .        .          .     .         .         .        .   .     .         .       .
 states         y      =      .        .        .          .     .         .         .        .   .     .         .       .
 calendar       y      .      =        .        .          .     .         .         .        .   .     .         .       .
 envelope       y      y      y        =        .          .     .         .         .        .   .     .         .       .
 procedures     y      y      y        y        =          .     .         .         .        .   .     .         .       .
 cycle          y      y      y        y        y          =     .         .         .        .   .     .         .       .
 documents      y      y      y        y        y          y     =         .         .        .   .     .         .       .
 reminders      y      y      y        y        y          y     .         =         .        .   .     .         .       .
 exchange       y      y      y        y        y          y     .         .         =        .   .     .         .       .
 log            y      .      y        y        .          .     .         .         .        =   .     .         .       .
 words          y      y      y        y        y          y     y         t         y        t   =     .         .       .
 workspace      y      y      y        y        y          y     y         y         y        y   .     =         .       .
 install        y      .      y        .        .          .     .         .         .        .   .     .         =       .
 ui             y      y      y        t        y          y     t         t         t        .   y     .         .       =
 routes         y      y      y        y        y          y     y         y         y        .   y     y         y       y
 service-worker y      y      y        y        y          y     y         y         y        y   y     y         .       .
 command-line   y      y      y        y        y          y     y         y         y        .   y     .         .       .
`;

const root = resolve(import.meta.dirname, '..');
const eslint = new ESLint({ cwd: root, overrideConfigFile: resolve(root, '.config/eslint.config.js') });

/** The rules that hold the walls; a snippet may well offend others (an import that is not used). */
const walls = /^(no-restricted-|servanda\/)/;

/** What the walls say of a piece of code, if it stood in this file: line and message. */
async function refusals(file: string, code: string): Promise<{ line: number; message: string }[]> {
	const [result] = await eslint.lintText(code, { filePath: resolve(root, file) });
	const fatal = result?.messages.find((message) => message.fatal);
	if (fatal) throw new Error(`${file}: ${fatal.message}`);
	return (result?.messages ?? []).filter(({ ruleId }) => walls.test(ruleId ?? ''));
}

const passes = async (file: string, code: string) => expect(await refusals(file, code)).toEqual([]);
const fails = async (file: string, code: string, why: RegExp) => {
	const messages = (await refusals(file, code)).map(({ message }) => message);
	expect(messages.join('\n')).toMatch(why);
};

const [head = '', ...rows] = design.trim().split('\n');
const columns = head.trim().split(/\s+/);
const matrix = rows.map((row) => {
	const [room = '', ...cells] = row.trim().split(/\s+/);
	return { room, cells };
});

const entrances = ['routes', 'service-worker', 'command-line'];
const fileIn = (room: string, name = 'snippet.ts') =>
	room === 'result.ts' ? 'src/lib/result.ts' : `src/${entrances.includes(room) ? '' : 'lib/'}${room}/${name}`;
const address = (room: string) => (room === 'result' ? '#lib/result.ts' : `#lib/${room}/thing.ts`);

/** The columns whose line was refused, when each column's room is imported on a line of its own. */
async function refusedColumns(file: string, line: (address: string) => string) {
	const found = await refusals(file, columns.map((column) => line(address(column))).join('\n'));
	return columns.filter((_, index) => found.some((message) => message.line === index + 1));
}

describe('the walls between rooms', () => {
	it('are all in the table', () => {
		expect(matrix.map(({ room }) => room).length).toBe(17);
		for (const { room, cells } of matrix) expect(cells, room).toHaveLength(columns.length);
	});

	for (const { room, cells } of matrix) {
		const open = (allowed: string) => columns.filter((_, index) => !allowed.includes(cells[index] ?? '.'));

		it(`${room} imports only what the design opens to it`, async () => {
			const refused = await refusedColumns(fileIn(room), (from) => `import '${from}';`);
			expect(refused).toEqual(open('y='));
		});

		it(`${room} imports types only from where it may`, async () => {
			const refused = await refusedColumns(fileIn(room), (from) => `import type { Thing } from '${from}';`);
			expect(refused).toEqual(open('yt='));
		});

		it(`${room} passes nothing on that it may not import`, async () => {
			const refused = await refusedColumns(fileIn(room), (from) => `export * from '${from}';`);
			expect(refused).toEqual(open('y='));
		});

		it(`${room} gets round no wall by import()`, async () => {
			const refused = await refusedColumns(fileIn(room), (from) => `void import('${from}');`);
			expect(refused).toEqual(open('y='));
		});

		if (!entrances.includes(room) && room !== 'result.ts')
			it(`${room} has the same walls in its folders and in its tests`, async () => {
				const line = (from: string) => `import '${from}';`;
				expect(await refusedColumns(fileIn(room, 'in/folders/snippet.ts'), line)).toEqual(open('y='));
				expect(await refusedColumns(fileIn(room, 'snippet.test.ts'), line)).toEqual(open('y='));
			});
	}

	it('let no file stand outside of every room', async () => {
		await fails('src/lib/utils/snippet.ts', 'export {};', /no room/);
		await fails('src/lib/stray.ts', 'export {};', /no room/);
		await fails('src/lib/cycle/a/b/c/d/e.ts', 'export {};', /no room/);
	});

	it.each([
		['src/lib/cycle/snippet.ts', '../calendar/date.ts'],
		['src/lib/cycle/snippet.ts', './../calendar/date.ts'],
		['src/lib/cycle/snippet.ts', './events/../../calendar/date.ts'],
		['src/lib/cycle/events/snippet.ts', '../../calendar/date.ts'],
		['src/lib/result.ts', './calendar/date.ts'],
		['src/routes/+page.svelte', '../lib/cycle/units.ts'],
		['src/routes/cycles/[id]/+page.ts', '../../../lib/cycle/units.ts']
	])('%s does not climb out by %s', async (file, from) => {
		const code = `import '${from}';`;
		await fails(file, file.endsWith('.svelte') ? `<script lang="ts">${code}</script>` : code, /#lib\//);
	});

	it.each([
		['src/lib/cycle/snippet.ts', './units.ts'],
		['src/lib/cycle/events/snippet.ts', '../units.ts'],
		['src/lib/cycle/a/b/snippet.ts', '../../units.ts'],
		['src/routes/cycles/+page.ts', '../order.ts']
	])('%s may import %s', (file, from) => passes(file, `import '${from}';`));

	it.each(['`#lib/${where}`', 'where', '"#lib/" + where'])(
		'import(%s) is not read, so it is refused',
		(what) =>
			fails('src/lib/cycle/snippet.ts', `declare const where: string; void import(${what});`, /plain words/)
	);

	it('import.meta.glob is no way round', () =>
		fails('src/lib/cycle/snippet.ts', "import.meta.glob('../log/*.ts');", /by name/));
});

describe('libraries', () => {
	it.each([
		['temporal-polyfill', 'calendar'],
		['temporal-polyfill/global', 'calendar'],
		['xstate', 'cycle'],
		['xstate/graph', 'cycle'],
		['@xstate/svelte', 'cycle'],
		['idb', 'log'],
		['uuid', 'envelope']
	])('%s is imported by %s alone', async (library, owner) => {
		const code = `import '${library}';\nvoid import('${library}');`;
		for (const { room } of matrix) {
			const lines = (await refusals(fileIn(room), code)).map(({ line }) => line);
			expect([...new Set(lines)], `${library} in ${room}`).toEqual(room === owner ? [] : [1, 2]);
		}
	});

	it('svelte stays where components are', async () => {
		const at = ['ui', 'workspace', 'install', 'routes'];
		for (const { room } of matrix)
			for (const library of ['svelte', 'svelte/reactivity', '$app/state']) {
				const found = await refusals(fileIn(room), `import '${library}';`);
				expect(found.length === 0, `${library} in ${room}`).toBe(at.includes(room));
			}
		await passes('src/lib/reminders/snippet.svelte.ts', "import 'svelte/reactivity';");
	});

	it('node: stays in tests and on the command line', async () => {
		const code = "import 'node:fs';";
		for (const { room } of matrix) {
			const found = await refusals(fileIn(room), code);
			expect(found.length === 0, room).toBe(room === 'command-line');
		}
		await passes('src/lib/documents/snippet.test.ts', code);
	});

	it.each([
		["import '$lib/cycle/units.ts';", /#lib/],
		["import { page } from '$app/stores';", /\$app\/state/],
		["import { browser } from '$app/environment';", /\$app\/env/],
		["import { base } from '$app/paths';", /resolve/],
		["import { KEY } from '$env/static/public';", /environment/],
		["import { writable } from 'svelte/store';", /Runes/],
		["import { files } from '$service-worker';", /service worker/]
	])('%s is refused in pages', (code, why) => fails('src/routes/+layout.ts', code, why));

	it('what SvelteKit keeps may be used in pages', () =>
		passes(
			'src/routes/+layout.ts',
			"import { page } from '$app/state'; import { browser } from '$app/env'; import { resolve } from '$app/paths';"
		));
});

describe('pure rooms', () => {
	const pure = [
		'result.ts',
		'states',
		'calendar',
		'envelope',
		'procedures',
		'cycle',
		'documents',
		'exchange',
		'words'
	];
	const others = ['log', 'reminders', 'workspace', 'install', 'ui', 'routes', 'service-worker'];

	const browser = [
		'window',
		'document',
		'navigator',
		'indexedDB',
		'localStorage',
		'sessionStorage',
		'fetch',
		'location',
		'history',
		'caches',
		'self',
		'BroadcastChannel',
		'Notification',
		'globalThis.document'
	];
	const timeAndChance = [
		'Date.now()',
		'new Date()',
		'Date()',
		'Math.random()',
		'crypto.randomUUID()',
		'performance.now()'
	];
	const code = [...browser, ...timeAndChance].map((expression) => `void ${expression};`).join('\n');

	it.each(pure)('%s knows no browser, no clock and no chance', async (room) => {
		const found = new Set((await refusals(fileIn(room), code)).map(({ line }) => line));
		expect(found.size).toBe(browser.length + timeAndChance.length);
	});

	it.each(others)('%s may', (room) => passes(fileIn(room), code));

	it('take a date as an argument', () =>
		passes('src/lib/cycle/snippet.ts', "void new Date('2026-11-01'); void Date.UTC(2026, 10, 1);"));

	it('have doors for time and chance, which open on no browser', async () => {
		await passes('src/lib/envelope/envelope.ts', "import { v7 } from 'uuid'; v7(); void Math.random();");
		await passes('src/lib/calendar/today.ts', 'void Temporal.Now.instant();');
		await fails('src/lib/calendar/today.ts', 'void document.title;', /knows no browser/);
		await fails('src/lib/calendar/today.ts', "import '#lib/cycle/units.ts';", /may not import cycle/);
	});

	it('may be tested with a staged browser', () => passes('src/lib/cycle/snippet.test.ts', code));

	it('Temporal stays in the calendar', async () => {
		await passes('src/lib/calendar/snippet.ts', "Temporal.PlainDate.from('2026-11-01');");
		for (const room of ['cycle', 'log', 'ui', 'workspace', 'routes'])
			await fails(fileIn(room), "Temporal.PlainDate.from('2026-11-01');", /Only calendar/);
	});
});

describe('components', () => {
	const component = 'src/lib/ui/Snippet.svelte';

	it.each([
		'<p>Overdue</p>',
		'<p>{count} days</p>',
		'<p>截止</p>',
		'<p>{"Overdue"}</p>',
		'<p>{late ? "Overdue" : ""}</p>',
		'<p>{`${days} days`}</p>',
		'<p>{name ?? "unknown"}</p>',
		'<button aria-label="Close">×</button>',
		'<button title={late ? "Late" : name}>×</button>',
		'<input placeholder="Date" />',
		'<img alt="A chart" src={picture} />',
		'<Field label="Date" />',
		'<svelte:head><title>Cycles</title></svelte:head>',
		'{#if late}late{/if}',
		'{#snippet row()}none{/snippet}'
	])('%s is written straight into the page', (markup) => fails(component, markup, /from the messages/));

	it.each([
		'<p>{m.overdue({ days })}</p>',
		'<p>· → — ×&nbsp;&middot; {count} (1) 62</p>',
		'<button aria-label={m.close()} class="close" type="button" id="close">×</button>',
		'<p>{format(day, "long")}</p>',
		'<p class={late ? "late" : "met"} data-kind="late">{text}</p>',
		'<!-- a comment --><style>p { color: red; }</style>',
		'<script lang="ts">const kind = "overdue";</script><p>{kind}</p>'
	])('%s is not', (markup) => passes(component, markup));

	it.each([
		'margin-left: 1rem',
		'padding-right: 0',
		'left: 0',
		'right: auto',
		'text-align: left',
		'float: right',
		'border-left: 1px solid',
		'border-top-right-radius: 2px',
		'border-left-color: red',
		'margin: 0 1rem 0 2rem',
		'inset: 0 auto 0 0',
		'scroll-margin-left: 1px'
	])('“%s” does not turn round', async (declaration) => {
		await fails(component, `<p></p><style>p { ${declaration}; }</style>`, /start and end/);
		await fails('src/routes/app.css', `p { ${declaration}; }`, /start and end/);
	});

	it.each([
		'margin-inline-start: 1rem',
		'margin: 0 1rem',
		'margin: 0 1rem 2rem',
		'margin: 1px 2px 3px 2px',
		'text-align: start',
		'inset-inline-start: 0',
		'padding: 0 calc(1px + 2px) 0 calc(1px + 2px)',
		'--left: 0',
		'top: 0',
		'transition: left 100ms'
	])('“%s” does', async (declaration) => {
		await passes(component, `<p></p><style>p { ${declaration}; }</style>`);
		await passes('src/routes/app.css', `p { ${declaration}; }`);
	});

	it('carry no style attribute', async () => {
		await fails(component, '<p style="color: red"></p>', /content security policy/);
		await passes(component, '<p style:inset-inline-start="{x}px"></p>');
	});

	it.each([
		'<a href="/log">×</a>',
		"<a href={'/log'}>×</a>",
		'<a href={`/cycles/${id}`}>×</a>',
		'<a href="/cycles/{id}">×</a>',
		'<img src="/icons/a.png" alt="" />',
		"<script>import { goto } from '$app/navigation'; goto('/log');</script>",
		"<script>import { goto } from '$app/navigation'; goto(`/log/${id}`);</script>"
	])('%s would lead out of a deployment below a path', (markup) => fails(component, markup, /resolve\(\)/));

	it.each([
		"<a href={resolve('/log')}>×</a>",
		'<a href={path}>×</a>',
		'<a href="#main">×</a>',
		"<a href={`${resolve('/log')}?day=${day}`}>×</a>",
		'<svg><path d="M0 0" /></svg>'
	])('%s stays in it', (markup) => passes(component, markup));

	it('stand behind the same walls', async () => {
		const script = (from: string) => `<script lang="ts">import { a } from '${from}';</script>`;
		await fails(component, script('#lib/log/read.ts'), /may not import log/);
		await fails('src/routes/+page.svelte', script('#lib/log/read.ts'), /may not import log/);
		await passes(component, script('#lib/words/dates.ts'));
	});
});
