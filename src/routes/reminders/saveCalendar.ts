import { ok, type Result } from '#lib/result.ts';
import { saveFile } from '../exchange/saveFile.ts';

/**
 * Hands a calendar file to the browser to save, once it is made.
 * @returns its name, or null where nothing has a day to put into it
 */
export function saveCalendar<Failure>(
	made: Result<{ name: string; content: string } | null, Failure>
): Result<string | null, Failure> {
	if (!made.ok) return made;
	if (!made.value) return ok(null);
	const { name, content } = made.value;
	saveFile(name, new Blob([content], { type: 'text/calendar;charset=utf-8' }));
	return ok(name);
}
