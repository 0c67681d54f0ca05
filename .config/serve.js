import { spawn } from 'node:child_process';
import { connect, createServer } from 'node:net';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const root = join(import.meta.dirname, '..');

/**
 * Serves a folder with the built app on this computer, until Ctrl+C: every address that is not a file gets the one
 * page. Gives the port once somebody answers there: PORT, or the first one from there on that is free.
 *
 * @param {string} folder @param {number} first @returns {Promise<number>}
 */
export async function serve(folder, first) {
	const port = await freePort(Number(process.env.PORT) || first);
	const sirv = join(dirname(createRequire(import.meta.url).resolve('sirv-cli/package.json')), 'bin.js');
	// The environment would otherwise have the last word on the port, and on who can reach it.
	const env = { ...process.env, PORT: String(port), HOST: 'localhost' };
	const options = ['--single', '--brotli', '--gzip', '--etag', '--quiet'];
	const server = spawn(process.execPath, [sirv, folder, ...options], { cwd: root, env, stdio: 'inherit' });
	server.once('exit', (code) => process.exit(code ?? 0));
	for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => server.kill());
	while (!(await answers(port))) await new Promise((resolve) => setTimeout(resolve, 50));
	return port;
}

/** `localhost` means two addresses, and a program on either would be opened instead of Servanda. @param {number} first */
async function freePort(first) {
	for (let port = first; port < first + 100; port += 1)
		if ((await isFree(port, '127.0.0.1')) && (await isFree(port, '::1'))) return port;
	throw new Error(`No port is free between ${first} and ${first + 99}: name one, PORT=8000 npm start`);
}

/** @param {number} port @param {string} host @returns {Promise<boolean>} */
const isFree = (port, host) =>
	new Promise((resolve) => {
		const probe = createServer()
			// A computer without this kind of address has nobody there either.
			.once('error', (error) => resolve('code' in error && error.code === 'EADDRNOTAVAIL'))
			.once('listening', () => probe.close(() => resolve(true)))
			.listen(port, host);
	});

/** @param {number} port @returns {Promise<boolean>} */
const answers = (port) =>
	new Promise((resolve) => {
		const call = connect(port, 'localhost')
			.once('connect', () => resolve(Boolean(call.end())))
			.once('error', () => resolve(false));
	});
