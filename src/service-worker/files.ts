import { base, build, files, version } from '$service-worker';

/**
 * What this version of Servanda is made of. Everything the framework tells the worker comes in here, and
 * nowhere else.
 */

/** Every address is below this one: the folder the worker is served from, with its last slash. */
export const scope = self.registration.scope;

const address = (path: string) => new URL(path, self.location.origin).href;

/** The one page, which answers every address that is not a file. */
export const page = scope;

/** Scripts and styles, whose names change with their content, so that any copy of them is the right one. */
export const built = build.map(address);

/** What keeps its name from version to version, and so has to be asked for anew. */
export const named = [...files, `${base}/_app/version.json`].map(address);

/** Caches belong to an origin, which may have other programs on it, and other copies of this one. */
export const cachesOfThisScope = `servanda ${scope} `;
export const cacheOfThisVersion = cachesOfThisScope + version;
