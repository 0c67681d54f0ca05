import { ok, refuse, type Result } from '#lib/result.ts';

/** Why there is no file: what the server answered instead, or what kept it from answering. */
export type FetchFailure = { kind: 'answered'; status: number } | { kind: 'noAnswer'; reason: string };

/**
 * Fetches a file that lies in the app's own folder on its server.
 * @param name of the file alone: no other place is asked
 * @param folder the address of the app's own folder
 */
export async function fetchBeside(name: string, folder: URL): Promise<Result<File, FetchFailure>> {
	try {
		const response = await fetch(new URL(encodeURIComponent(name), folder));
		// A server of one page answers with that page what it does not have.
		const isPage = response.headers.get('content-type')?.startsWith('text/html');
		if (!response.ok || isPage)
			return refuse({ kind: 'answered', status: response.ok ? 404 : response.status });
		return ok(new File([await response.blob()], name));
	} catch (thrown) {
		return refuse({ kind: 'noAnswer', reason: String(thrown) });
	}
}
