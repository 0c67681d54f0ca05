/**
 * The house, as the lint holds it: who may look into which room.
 *
 * Each row reads "`room` may import `may`; of `types` only the types". A room may always import itself, and
 * every room below `lib` that a row does not name is closed to it. `pure` rooms never touch the browser, the
 * clock or chance. `packages` lists the libraries that this room alone may import.
 *
 * @typedef {object} Room
 * @property {string} room  its folder (or single file) under src/lib
 * @property {string[]} may  the rooms it may import
 * @property {string[]} [types]  the rooms of which it may import types only
 * @property {boolean} [pure]  kept from browser, clock and chance
 * @property {boolean} [svelte]  its .ts files may import svelte
 * @property {string[]} [packages]  libraries that nobody else imports
 */

const calendarAndBelow = ['result.ts', 'calendar'];
const upToCycle = ['result.ts', 'states', 'calendar', 'envelope', 'procedures', 'cycle'];

/** @type {Room[]} */
export const rooms = [
	{ room: 'result.ts', may: [], pure: true },
	{ room: 'states', may: ['result.ts'], pure: true },
	{ room: 'calendar', may: ['result.ts'], pure: true, packages: ['temporal-polyfill'] },
	{
		room: 'envelope',
		may: ['result.ts', 'states', 'calendar'],
		pure: true,
		packages: ['uuid', 'noble/hashes/sha2.js']
	},
	{ room: 'procedures', may: ['result.ts', 'states', 'calendar', 'envelope'], pure: true },
	{
		room: 'cycle',
		may: ['result.ts', 'states', 'calendar', 'envelope', 'procedures'],
		pure: true,
		packages: ['xstate']
	},
	{ room: 'documents', may: upToCycle, pure: true },
	{ room: 'reminders', may: upToCycle },
	{ room: 'exchange', may: upToCycle, pure: true, packages: ['noble/hashes/argon2.js', 'docx'] },
	{ room: 'monitor', may: upToCycle, pure: true },
	{ room: 'log', may: [...calendarAndBelow, 'envelope'], packages: ['idb'] },
	{
		room: 'words',
		may: [...upToCycle, 'documents', 'exchange', 'monitor'],
		types: ['log', 'reminders'],
		pure: true
	},
	{ room: 'workspace', may: [...upToCycle, 'documents', 'reminders', 'exchange', 'log'], svelte: true },
	{ room: 'install', may: calendarAndBelow, svelte: true },
	{
		room: 'ui',
		may: ['result.ts', 'words', 'cycle', 'procedures', 'calendar', 'states', 'monitor'],
		types: ['documents', 'envelope', 'reminders', 'exchange'],
		svelte: true
	}
];

/**
 * What stands outside of `src/lib` and joins its rooms.
 *
 * @typedef {object} Entrance
 * @property {string} entrance  its folder (or single file) under src
 * @property {string[]} closed  the rooms it may not import; all others are open to it
 * @property {boolean} [browser]  false where it runs in Node
 * @property {boolean} [worker]  whether it is the service worker
 */

/** @type {Entrance[]} */
export const entrances = [
	// Pages read the workspace and call one verb; only the workspace speaks to the log.
	{ entrance: 'routes', closed: ['log'] },
	{ entrance: 'hooks.client.ts', closed: ['log', 'ui'] },
	// The worker runs with no page open: it looks at the log by what of the workspace is not for pages.
	{ entrance: 'service-worker', closed: ['ui', 'install'], worker: true },
	{ entrance: 'command-line', closed: ['workspace', 'ui', 'install', 'log'], browser: false }
];

/** The few files in pure rooms where time or chance enters. */
export const timeAndChanceEnterAt = ['src/lib/envelope/envelope.ts', 'src/lib/calendar/today.ts'];
