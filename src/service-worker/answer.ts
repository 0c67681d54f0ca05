import { built, cacheOfThisVersion, named, page, scope } from './files.ts';

const kept = new Set([...built, ...named]);

/**
 * What the worker answers from what it keeps; nothing for every other request, which goes the way it would go
 * without a worker. Other origins are none of its business.
 */
export function answer(request: Request): Promise<Response> | undefined {
	if (request.method !== 'GET' || !request.url.startsWith(scope)) return undefined;
	const { origin, pathname } = new URL(request.url);
	if (kept.has(origin + pathname)) return keptOrFetched(origin + pathname, request);
	if (request.mode === 'navigate') return keptOrFetched(page, request);
	return undefined;
}

/** A browser short of room may have dropped what was kept; then the network is asked. */
async function keptOrFetched(url: string, request: Request): Promise<Response> {
	const cache = await caches.open(cacheOfThisVersion);
	return (await cache.match(url, { ignoreVary: true })) ?? fetch(request);
}
