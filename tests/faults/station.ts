import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { build } from 'vite';
import type { Found, GoOn, Told } from './messages.ts';

/** The code of the writing page, bundled: the log's own, and what drives it. */
export async function bundleWriter(): Promise<string> {
	const result = await build({
		configFile: false,
		logLevel: 'warn',
		build: {
			write: false,
			target: 'es2022',
			minify: false,
			lib: { entry: join(import.meta.dirname, 'writer.ts'), formats: ['es'] }
		}
	});
	const [bundle] = [result].flat();
	if (!bundle || !('output' in bundle)) throw new Error('There is no bundle');
	return bundle.output[0].code;
}

/** Serves the writing page, and hears from it. */
export class Station {
	readonly #script: string;
	readonly #server: Server;
	#hearFound: (found: Found, goOn: (answer: GoOn) => void) => void = () => {};
	#page = 0;
	#hearFirst = () => {};
	/** Is given whatever the page has begun and has the answer of, as soon as it is here. */
	hear: (told: Told) => void = () => {};
	/** What the page could not do. */
	failed: string | undefined;

	constructor(script: string) {
		this.#script = script;
		this.#server = createServer((request, response) => void this.#answer(request, response));
	}

	async start(): Promise<void> {
		await new Promise<void>((resolve) => this.#server.listen(0, 'localhost', resolve));
	}

	/** Where the next page is. What an earlier one, killed since, had still sent of what it found is not heard. */
	nextPage(): string {
		this.#page += 1;
		return `http://localhost:${(this.#server.address() as AddressInfo).port}/?${this.#page}`;
	}

	stop(): void {
		this.#server.closeAllConnections();
		this.#server.close();
	}

	/** The next time that a page tells what it finds, and how to let it go on. */
	found(): Promise<{ found: Found; goOn: (answer: GoOn) => void }> {
		return new Promise((resolve) => (this.#hearFound = (found, goOn) => resolve({ found, goOn })));
	}

	/** The next time that a page tells how far it is. */
	told(): Promise<void> {
		return new Promise((resolve) => (this.#hearFirst = resolve));
	}

	async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
		const [path, page] = (request.url ?? '').split('?');
		if (request.method === 'GET') {
			const isScript = path === '/writer.js';
			response.setHeader('Content-Type', isScript ? 'text/javascript' : 'text/html');
			response.end(
				isScript ? this.#script : '<!doctype html><script type="module" src="writer.js"></script>'
			);
			return;
		}
		const body = await bodyOf(request);
		// Cut off in the middle of telling: it has not told.
		if (body === undefined) return;
		if (path === '/told') {
			this.hear(JSON.parse(body));
			this.#hearFirst();
			response.end();
		} else if (path === '/found') {
			const goOn = (answer: GoOn) => response.end(JSON.stringify(answer));
			if (page === `${this.#page}`) this.#hearFound(JSON.parse(body), goOn);
		} else {
			this.failed = body;
			response.end();
		}
	}
}

async function bodyOf(request: IncomingMessage): Promise<string | undefined> {
	const parts: Buffer[] = [];
	try {
		for await (const part of request) parts.push(part);
	} catch {
		return undefined;
	}
	return Buffer.concat(parts).toString('utf8');
}
