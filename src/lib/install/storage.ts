/**
 * Whether the browser keeps what is recorded, or may drop it when the device runs out of room.
 *
 * - `persisted`: kept until the person deletes it
 * - `refused`: not kept for sure, though it was asked for
 * - `notAsked`: not kept for sure, and nobody has asked
 * - `unsupported`: this browser makes no promise either way
 *
 * `usage` and `quota` are bytes, as far as the browser tells.
 */
export type StorageReport = {
	kind: 'persisted' | 'refused' | 'notAsked' | 'unsupported';
	usage: number | undefined;
	quota: number | undefined;
};

/** How things stand. Asks the browser for nothing. */
export async function lookAtStorage(storage = storageOfThisBrowser()): Promise<StorageReport> {
	if (!storage?.persisted) return report('unsupported', storage);
	return report((await storage.persisted()) ? 'persisted' : 'notAsked', storage);
}

/** Asks the browser to keep everything. Only on a person's request: some browsers ask them in turn. */
export async function askToKeep(storage = storageOfThisBrowser()): Promise<StorageReport> {
	if (!storage?.persist) return report('unsupported', storage);
	return report((await storage.persist()) ? 'persisted' : 'refused', storage);
}

/** Older browsers, and pages without encryption, have none of it, or a part. */
type StorageOfSomeBrowser = Partial<Pick<StorageManager, 'persist' | 'persisted' | 'estimate'>>;

const storageOfThisBrowser = (): StorageOfSomeBrowser | undefined => navigator.storage;

async function report(
	kind: StorageReport['kind'],
	storage: StorageOfSomeBrowser | undefined
): Promise<StorageReport> {
	const { usage, quota } = (await storage?.estimate?.()) ?? {};
	return { kind, usage, quota };
}
