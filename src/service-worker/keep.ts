import { built, cacheOfThisVersion, cachesOfThisScope, named, page } from './files.ts';

/**
 * Keeps the whole of this version, or fails and keeps nothing: the page before it stays as it was, and the
 * browser tries again at its next visit.
 */
export async function keepThisVersion(): Promise<void> {
	try {
		const cache = await caches.open(cacheOfThisVersion);
		await cache.put(page, await fetchPage());
		await Promise.all([
			...built.map(async (url) => cache.put(url, await fetchFile(url, 'default'))),
			...named.map(async (url) => cache.put(url, await fetchFile(url, 'reload')))
		]);
	} catch (error) {
		await caches.delete(cacheOfThisVersion);
		throw error;
	}
}

/** Drops the versions before this one. */
export async function dropOtherVersions(): Promise<void> {
	const names = await caches.keys();
	const old = names.filter((name) => name.startsWith(cachesOfThisScope) && name !== cacheOfThisVersion);
	await Promise.all(old.map((name) => caches.delete(name)));
}

async function fetchFile(url: string, cache: RequestCache): Promise<Response> {
	const response = await fetch(url, { cache, credentials: 'same-origin' });
	if (!response.ok) throw new Error(`${url} answered ${response.status}`);
	// A server that gives the one page for every address gives it for a missing file too, and calls it found.
	if (isHtml(response)) throw new Error(`${url} is missing: the page came in its place`);
	return response;
}

/**
 * The page of this very version. While a new version is being put up, page and worker can be of different
 * ones, and such a pair would ask for scripts that nobody has.
 */
async function fetchPage(): Promise<Response> {
	const response = await fetch(page, { cache: 'reload', credentials: 'same-origin' });
	if (!response.ok || !isHtml(response)) throw new Error(`${page} answered ${response.status}`);
	const text = await response.text();
	const kept = new Set(built.map((url) => new URL(url).pathname));
	const missing = scriptsOf(text).find((script) => !kept.has(script));
	if (missing) throw new Error(`${page} is of another version: it asks for ${missing}`);
	// A new response, because a browser refuses to show one that was redirected.
	return new Response(text, { headers: response.headers });
}

const isHtml = (response: Response) => /^text\/html\b/.test(response.headers.get('content-type') ?? '');

const scriptsOf = (html: string) =>
	[...html.matchAll(/"([^"]*\/_app\/immutable\/[^"]+\.(?:js|css))"/g)].map(([, path = '']) => path);
