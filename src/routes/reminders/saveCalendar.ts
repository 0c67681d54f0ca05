import { saveFile } from '../exchange/saveFile.ts';

/** Hands a calendar file to the browser to save. */
export const saveCalendar = ({ name, content }: { name: string; content: string }): void =>
	saveFile(name, new Blob([content], { type: 'text/calendar;charset=utf-8' }));
