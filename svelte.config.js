import adapter from '@sveltejs/adapter-static';

/**
 * SvelteKit writes one inline style into every page: that of the element which tells screen readers the title
 * of a page one has come to. This is the hash of that style, so that it passes and every other inline style
 * stays forbidden. `tests/policy.test.ts` compares it with the installed version of SvelteKit.
 */
const announcerStyle = 'sha256-S8qMpvofolR8Mpjy4kQvEm7m1q8clzU4dfDH0AmvZjo=';

/**
 * The path that Servanda is put up below, if any: `BASE_PATH=/servanda npm run build` for an address like
 * https://example.org/servanda/.
 *
 * @type {'' | `/${string}`}
 */
const base = process.env.BASE_PATH?.startsWith('/') ? `/${process.env.BASE_PATH.slice(1)}` : '';

/** @type {import('@sveltejs/kit').Config} */
export default {
	compilerOptions: { runes: true },
	kit: {
		// One page answers every address: nothing is rendered on a server, so nothing leaves the device.
		adapter: adapter({ fallback: 'index.html', precompress: true }),
		// Not relative: the one page is also what the address /cycles/CMW/AZE/4 gets.
		paths: { base, relative: false },
		// The page registers the worker itself, and asks before it takes an update (src/lib/install).
		serviceWorker: { register: false },
		version: { pollInterval: 0 },
		csp: {
			mode: 'hash',
			directives: {
				'default-src': ['none'],
				'script-src': ['self'],
				'style-src': ['self', 'unsafe-hashes', announcerStyle],
				'img-src': ['self'],
				'font-src': ['self'],
				'connect-src': ['self'],
				'manifest-src': ['self'],
				'worker-src': ['self'],
				'base-uri': ['none'],
				'form-action': ['none']
			}
		}
	}
};
