/**
 * What the framework tells its worker. Its own declaration of this cannot be used here: it comes with all of
 * its types, and those with a page's world, where `self` is a window.
 */
declare module '$service-worker' {
	export const base: string;
	export const build: string[];
	export const files: string[];
	export const version: string;
}
