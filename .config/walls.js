import globals from 'globals';
import { entrances, rooms, timeAndChanceEnterAt } from './rooms.js';

/**
 * Turns the table of rooms into ESLint's own rules.
 *
 * In ESLint a later config object replaces the options of a rule and never adds to them. So each kind of file
 * (room, depth, component or not, test or not) has one object that says everything that holds for it.
 *
 * @typedef {object} Wall  an import that is refused
 * @property {string} regex
 * @property {string} message
 * @property {boolean} [allowTypeImports]
 * @property {string[]} [importNames]
 *
 * @typedef {{ selector: string, message: string }} Forbidden  syntax that is refused
 */

/** Folders within folders that a room may have. A file any deeper belongs to no room, and is refused. */
const depths = [1, 2, 3, 4];
const sources = '*.{ts,js,svelte}';
const tests = '**/*.test.ts';
const components = ['**/*.svelte', '**/*.svelte.ts', '**/*.svelte.test.ts'];

/** @type {(text: string) => string} */
const escaped = (text) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

// ---- What is refused ---------------------------------------------------------------------------------------

/** @type {Wall[]} Nobody imports these: the next SvelteKit takes them away, or the house never had them. */
const goneOrGoing = [
	{ regex: '^\\$lib(/|$)', message: 'Write #lib/…; $lib goes with the next SvelteKit.' },
	{ regex: '^\\$app/stores$', message: 'Use $app/state.' },
	{ regex: '^\\$app/environment$', message: 'Use $app/env.' },
	{ regex: '^\\$env/', message: 'Nothing is configured by the environment.' },
	{ regex: '^svelte/(store|legacy)$', message: 'Runes only.' },
	{
		regex: '^\\$app/paths$',
		importNames: ['base', 'assets', 'resolveRoute'],
		message: 'Use resolve() and asset().'
	}
];

/** @type {Wall} */
const onlyTheWorker = { regex: '^\\$service-worker$', message: 'Only the service worker knows its files.' };
/** @type {Wall} */
const noNode = { regex: '^node:', message: 'This runs in a browser.' };
/** @type {Wall} */
const noSvelte = {
	regex: '^(svelte|\\$app)(/|$)',
	message: 'Svelte stays in components, ui, workspace, install and routes.'
};
/** @type {Wall} */
const byNameOnly = { regex: '^#(?!lib/)', message: 'Rooms are reached by #lib/.' };

/** @type {(room: string) => Wall[]} The libraries that are another room's business. */
const packageWalls = (room) =>
	rooms
		.filter((other) => other.room !== room)
		.flatMap(({ room: owner, packages = [] }) =>
			packages.map((name) => ({
				regex: `^@?${escaped(name)}(/|$)`,
				message: `Only ${owner} imports ${name}.`
			}))
		);

/** @type {(from: string, closed: string[], types?: string[]) => Wall[]} */
const roomWalls = (from, closed, types = []) =>
	closed.map((name) =>
		types.includes(name)
			? {
					regex: `^#lib/${escaped(name)}(/|$)`,
					message: `${from} may import only types from ${name}.`,
					allowTypeImports: true
				}
			: { regex: `^#lib/${escaped(name)}(/|$)`, message: `${from} may not import ${name}.` }
	);

/**
 * Relative imports end where the room does. On the room's own floor every `../` leaves it, one folder down it
 * takes two, and so on.
 *
 * @type {(depth: number) => Wall}
 */
const noClimbing = (depth) => ({
	regex: `^(\\./)?${'\\.\\./'.repeat(depth)}|^\\.{1,2}/.*[^.]/\\.\\./`,
	message: 'Cross from room to room by #lib/.'
});

/** @type {Wall} For a room that is one file. */
const alone = { regex: '^\\.', message: 'Cross from room to room by #lib/.' };

/** Servanda may be put up below a path; an address that begins at the root of the site would lead out of it. */
const fromTheRoot = [
	'SvelteAttribute[key.name=/^(href|src)$/] > SvelteLiteral:first-child[value=/^\\x2F/]',
	'SvelteAttribute[key.name=/^(href|src)$/] > SvelteMustacheTag:first-child > Literal[value=/^\\x2F/]',
	'SvelteAttribute[key.name=/^(href|src)$/] > SvelteMustacheTag:first-child > TemplateLiteral > TemplateElement:first-child[value.raw=/^\\x2F/]',
	'CallExpression[callee.name="goto"] > Literal[value=/^\\x2F/]',
	'CallExpression[callee.name="goto"] > TemplateLiteral > TemplateElement:first-child[value.raw=/^\\x2F/]'
].map((selector) => ({
	selector,
	message: 'Begin with resolve() or asset(): there may be a path before it.'
}));

/** @type {Forbidden[]} Ways round the walls, round the content security policy and out of the app. */
const everywhere = [
	...fromTheRoot,
	{
		selector: 'ImportExpression:not([source.type="Literal"])',
		message: 'Name what is imported in plain words, where the walls can see it.'
	},
	{
		selector: 'MemberExpression[object.type="MetaProperty"][property.name=/^glob/]',
		message: 'Import by name, where the walls can see it.'
	},
	{
		selector: 'SvelteAttribute[key.name="style"]',
		message: 'The content security policy refuses style attributes: use a class, or a style: directive.'
	}
];

/** @type {Forbidden[]} Time and chance come in as arguments. */
const timeAndChance = [
	['MemberExpression[object.name="Date"][property.name="now"]', 'Date.now'],
	['NewExpression[callee.name="Date"][arguments.length=0]', 'new Date()'],
	['CallExpression[callee.name="Date"]', 'Date()'],
	['MemberExpression[object.name="Temporal"][property.name="Now"]', 'Temporal.Now'],
	['MemberExpression[object.name="performance"][property.name="now"]', 'performance.now'],
	['MemberExpression[object.name="Math"][property.name="random"]', 'Math.random'],
	[
		'MemberExpression[object.name="crypto"][property.name=/^(randomUUID|getRandomValues)$/]',
		'crypto’s chance'
	]
].map(([selector, what]) => ({
	selector: selector ?? '',
	message: `Take it as an argument instead of ${what}.`
}));

/** What a browser has and Node has not; and what both have, but reaches out of the program. */
const ofTheBrowser = [
	...Object.keys(globals.browser).filter((name) => !(name in globals.node) && !(name in globals.builtin)),
	...['navigator', 'fetch', 'localStorage', 'sessionStorage', 'BroadcastChannel', 'WebSocket']
];

// ---- The same, as options of ESLint's rules ----------------------------------------------------------------

/**
 * `import()` is no import declaration to ESLint, so there each wall is said once more as syntax. A type cannot
 * be told from a value in it; `import()` always brings the value.
 *
 * @type {(walls: Wall[], forbidden?: Forbidden[]) => import('eslint').Linter.RulesRecord}
 */
function refuse(walls, forbidden = []) {
	const dynamic = walls
		.filter((wall) => !wall.importNames)
		.map(({ regex, message }) => ({
			// A selector ends its pattern at the first slash, escaped or not.
			selector: `ImportExpression[source.value=/${regex.replaceAll('/', '\\x2F')}/]`,
			message
		}));
	return {
		'no-restricted-imports': ['error', { patterns: walls }],
		'no-restricted-syntax': ['error', ...dynamic, ...everywhere, ...forbidden]
	};
}

/** @type {(names: string[], message: string) => { name: string, message: string }[]} */
const named = (names, message) => names.map((name) => ({ name, message }));

/** @type {(room: string, pure: boolean) => import('eslint').Linter.RulesRecord} */
const refuseGlobals = (room, pure) => ({
	'no-restricted-globals': [
		'error',
		{
			globals: [
				...(pure ? named(ofTheBrowser, `${room} is pure and knows no browser.`) : []),
				...(room === 'calendar'
					? []
					: named(['Temporal'], 'Only calendar uses Temporal; elsewhere a date is an IsoDate.'))
			],
			checkGlobalObject: true
		}
	]
});

/** @type {(row: import('./rooms.js').Room) => import('eslint').Linter.Config[]} */
function roomConfigs({ room, may, types = [], pure = false, svelte = false }) {
	const isFile = room.endsWith('.ts');
	const closed = rooms.map((row) => row.room).filter((name) => name !== room && !may.includes(name));
	const chance = pure ? timeAndChance : [];

	return (isFile ? [1] : depths).flatMap((depth) => {
		const here = isFile ? `src/lib/${room}` : `src/lib/${room}/${'*/'.repeat(depth - 1)}${sources}`;
		const walls = [
			...goneOrGoing,
			onlyTheWorker,
			byNameOnly,
			isFile ? alone : noClimbing(depth),
			...packageWalls(room),
			...roomWalls(room, closed, types)
		];
		const wallsInCode = svelte ? walls : [...walls, noSvelte];
		return [
			{ files: [here], rules: { ...refuse([...wallsInCode, noNode], chance), ...refuseGlobals(room, pure) } },
			{ files: components.map((kind) => [here, kind]), rules: refuse([...walls, noNode], chance) },
			{ files: timeAndChanceEnterAt.map((file) => [here, file]), rules: refuse([...wallsInCode, noNode]) },
			// A test may stage a browser and read a file; it stands behind the same walls.
			{ files: [[here, tests]], rules: { ...refuse(walls), 'no-restricted-globals': 'off' } }
		];
	});
}

/** @type {(row: import('./rooms.js').Entrance) => import('eslint').Linter.Config[]} */
function entranceConfigs({ entrance, closed, browser = true, worker = false }) {
	const isFile = entrance.endsWith('.ts');
	const walls = [
		...goneOrGoing,
		byNameOnly,
		...(worker ? [noSvelte] : [onlyTheWorker]),
		...(browser ? [noNode] : [noSvelte]),
		...packageWalls(entrance),
		...roomWalls(entrance, closed),
		{ regex: '^\\.{1,2}/.*\\blib/', message: 'Rooms are reached by #lib/.' }
	];
	return [
		{
			files: [`src/${entrance}${isFile ? '' : `/**/${sources}`}`],
			rules: { ...refuse(walls), ...refuseGlobals(entrance, false) }
		}
	];
}

/** @type {import('eslint').Linter.Config[]} */
export const walls = [
	{ files: [`**/${sources}`], rules: refuse(goneOrGoing) },
	{
		files: [`src/**/${sources}`],
		rules: {
			'no-restricted-syntax': [
				'error',
				{ selector: 'Program', message: 'This file is in no room of .config/rooms.js: give it one.' }
			]
		}
	},
	{ files: ['src/app.d.ts'], rules: refuse(goneOrGoing) },
	...rooms.flatMap(roomConfigs),
	...entrances.flatMap(entranceConfigs)
];
