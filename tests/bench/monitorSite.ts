import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import sirv from 'sirv';
import { built } from '../support/site.ts';

/** The built app at a port, as a host would serve it, and in a process that may measure its memory. */
export async function serveApp(port: number): Promise<{ url: string; close(): Promise<void> }> {
	const files = sirv(built, {
		single: true,
		setHeaders(response) {
			response.setHeader('Cross-Origin-Opener-Policy', 'same-origin');
			response.setHeader('Cross-Origin-Embedder-Policy', 'require-corp');
		}
	});
	const listener: RequestListener = (request, response) => files(request, response);
	const server = createServer(listener);
	await new Promise<void>((resolve, reject) =>
		server.once('error', reject).listen(port, 'localhost', resolve)
	);
	return {
		url: `http://localhost:${(server.address() as AddressInfo).port}/`,
		async close() {
			server.closeAllConnections();
			await new Promise((resolve) => server.close(resolve));
		}
	};
}
