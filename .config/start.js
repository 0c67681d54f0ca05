import { spawn } from 'node:child_process';
import { connect, createServer } from 'node:net';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/**
 * Serves the built app on this computer: every address that is not a file gets the one page. The port is 4173,
 * or PORT, or the next that is free.
 */
const root = join(import.meta.dirname, '..');

/** @param {number} port @param {string} host @returns {Promise<boolean>} */
const isFree = (port, host) =>
	new Promise((resolve) => {
		const probe = createServer()
			// A computer without this kind of address has nobody there either.
			.once('error', (error) => resolve('code' in error && error.code === 'EADDRNOTAVAIL'))
			.once('listening', () => probe.close(() => resolve(true)))
			.listen(port, host);
	});

/** `localhost` means two addresses, and a program on either would be opened instead of Servanda. */
async function freePort(first = 4173) {
	for (let port = first; port < first + 100; port += 1)
		if ((await isFree(port, '127.0.0.1')) && (await isFree(port, '::1'))) return port;
	throw new Error(`No port is free between ${first} and ${first + 99}: name one, PORT=8000 npm start`);
}

const port = await freePort(Number(process.env.PORT) || undefined);
const sirv = join(dirname(createRequire(import.meta.url).resolve('sirv-cli/package.json')), 'bin.js');

// The environment would otherwise have the last word on the port, and on who can reach it.
const env = { ...process.env, PORT: String(port), HOST: 'localhost' };
const options = ['--single', '--brotli', '--gzip', '--etag', '--quiet'];
const server = spawn(process.execPath, [sirv, 'build', ...options], { cwd: root, env, stdio: 'inherit' });

server.once('exit', (code) => process.exit(code ?? 0));
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => server.kill());

/** @returns {Promise<boolean>} */
const answers = () =>
	new Promise((resolve) => {
		const call = connect(port, 'localhost')
			.once('connect', () => resolve(Boolean(call.end())))
			.once('error', () => resolve(false));
	});

// The address is said when somebody answers there.
while (!(await answers())) await new Promise((resolve) => setTimeout(resolve, 50));
console.log(`\nServanda is at http://localhost:${port}\nCtrl+C ends it.\n`);
