import type { ChainHead } from '#lib/envelope/chain.ts';
import type { Envelope } from '#lib/envelope/envelope.ts';
import type { Scope } from './scope.ts';

/** Where each chain ended, by replica, as far as the device that wrote the bundle knew it. */
export type Heads = Readonly<Record<string, ChainHead>>;

/** What goes into a bundle: a file with a log, or the part of one that its scope says. */
export interface BundleContents {
	events: readonly Envelope[];
	scope: Scope;
	heads: Heads;
}

/** What a file held. One of version 1 is of everything and knew of no chains. */
export interface Bundle extends BundleContents {
	/** The version of the format it was written in. */
	version: 1 | 2 | 3;
	events: Envelope[];
}

/**
 * The largest file that is read, in bytes; a page looks at it before it takes a file any further. 250,000 events
 * are about 230 MB.
 */
export const largestFile = 400 * 1024 * 1024;
