import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sirv from 'sirv';
import { build } from 'vite';
import { fingerprint } from '../../.config/fingerprint.js';

/** The bench's page, built as the app is and served on this computer. */
export interface Site {
	url: string;
	close(): Promise<void>;
}

export async function buildAndServe(): Promise<Site> {
	const folder = await mkdtemp(join(tmpdir(), 'servanda-bench-site-'));
	await build({
		configFile: false,
		root: join(import.meta.dirname, 'page'),
		logLevel: 'error',
		build: { target: 'esnext', outDir: folder, emptyOutDir: true, chunkSizeWarningLimit: 5_000 },
		define: { __FINGERPRINT__: JSON.stringify(fingerprint()) },
		worker: { format: 'es' }
	});
	const files = sirv(folder, {
		dev: true,
		// A page that shares no process with others may measure its memory, and has the finer clock.
		setHeaders(response) {
			response.setHeader('Cross-Origin-Opener-Policy', 'same-origin');
			response.setHeader('Cross-Origin-Embedder-Policy', 'require-corp');
		}
	});
	const server = createServer((request, response) => files(request, response));
	await new Promise<void>((resolve, reject) => server.once('error', reject).listen(0, 'localhost', resolve));
	return {
		url: `http://localhost:${(server.address() as AddressInfo).port}/`,
		async close() {
			server.closeAllConnections();
			await new Promise((resolve) => server.close(resolve));
			await rm(folder, { recursive: true, force: true });
		}
	};
}
