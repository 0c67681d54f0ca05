import { largestFile } from '#lib/exchange/jsonLines.ts';
import { m } from '#lib/words/catalogue/messages.js';
import { count } from '#lib/words/dates.ts';
import { refusalSentence } from '#lib/words/refusals.ts';
import type { Workspace } from '#lib/workspace/workspace.svelte.ts';

/** Takes in a log file, and says what came of it. How large it is is looked at before any of it is loaded. */
export async function takeIn(
	file: File,
	workspace: Pick<Workspace, 'importLog'>
): Promise<{ sentence: string; how: 'done' | 'refused' }> {
	if (file.size > largestFile)
		return { sentence: refusalSentence({ kind: 'tooLarge', limit: largestFile }), how: 'refused' };
	let text: string;
	try {
		text = await file.text();
	} catch (thrown) {
		return { sentence: m.log_import_unreadable({ reason: String(thrown) }), how: 'refused' };
	}
	const imported = await workspace.importLog(text);
	if (!imported.ok) return { sentence: refusalSentence(imported.error), how: 'refused' };
	const { events, known } = imported.value;
	if (events.length === 0) return { sentence: m.log_imported_none(), how: 'done' };
	return {
		sentence: m.log_imported({ days: events.length, number: count(events.length), known: count(known) }),
		how: 'done'
	};
}
