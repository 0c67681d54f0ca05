import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sirv from 'sirv';

/** The app as `npm run build` leaves it. */
export const built = join(import.meta.dirname, '../../build');

/**
 * The built app on a port of this computer, served as a plain host would: files, and the one page for every
 * other address. Nothing may be kept by the browser's own cache, so that what works offline works by the worker.
 */
export class Site {
	#server: Server | undefined;
	#port = 0;
	#handler = serving(built);
	#versions: Version[] = [];

	get url(): string {
		return `http://localhost:${this.#port}`;
	}

	/** Answers from now on; after a stop, at the same address. */
	async start(): Promise<this> {
		const server = createServer((request, response) => this.#handler(request, response));
		await new Promise<void>((resolve, reject) =>
			server.once('error', reject).listen(this.#port, 'localhost', resolve)
		);
		this.#port = (server.address() as AddressInfo).port;
		this.#server = server;
		return this;
	}

	/** Pulls the cable: nobody answers at the address any more. */
	async stop(): Promise<void> {
		const server = this.#server;
		this.#server = undefined;
		if (!server) return;
		server.closeAllConnections();
		await new Promise((resolve) => server.close(resolve));
	}

	/** Serves another version at the same address, as a host does when one is put up. */
	serve(version: Version): void {
		this.#handler = serving(version.folder);
	}

	/** A version of the app to change and to serve. It goes when the site closes. */
	async anotherVersion(): Promise<Version> {
		const version = await Version.copyOfBuilt();
		this.#versions.push(version);
		return version;
	}

	async close(): Promise<void> {
		await this.stop();
		await Promise.all(this.#versions.map((version) => version.remove()));
	}
}

// `dev` reads each file when it is asked for, and forbids the browser to keep it.
const serving = (folder: string): RequestListener => {
	const files = sirv(folder, { single: true, dev: true });
	return (request, response) => files(request, response);
};

/** Another version of the app: a copy of what was built, changed at will. */
export class Version {
	readonly folder: string;

	private constructor(folder: string) {
		this.folder = folder;
	}

	static async copyOfBuilt(): Promise<Version> {
		const folder = await mkdtemp(join(tmpdir(), 'servanda-version-'));
		await cp(built, folder, { recursive: true });
		return new Version(folder);
	}

	/** Gives it a name of its own, to its worker and to its page, where `<meta name="version">` shows it. */
	async rename(name: string): Promise<void> {
		const { version } = JSON.parse(await this.#read('_app/version.json'));
		await this.change('_app/version.json', (text) => text.replaceAll(version, name));
		await this.change('service-worker.js', (text) => text.replaceAll(version, name));
		await this.change('index.html', (text) =>
			text.replace('</head>', `<meta name="version" content="${name}"></head>`)
		);
	}

	async change(file: string, how: (text: string) => string): Promise<void> {
		const before = await this.#read(file);
		const after = how(before);
		if (after === before) throw new Error(`${file} is as it was`);
		await writeFile(join(this.folder, file), after);
	}

	async drop(file: string): Promise<void> {
		await rm(join(this.folder, file));
	}

	async remove(): Promise<void> {
		await rm(this.folder, { recursive: true, force: true });
	}

	#read(file: string): Promise<string> {
		return readFile(join(this.folder, file), 'utf8');
	}
}
