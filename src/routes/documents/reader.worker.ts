import { prepareCalendar } from '#lib/calendar/temporal.ts';
import type { SourceFile } from '#lib/documents/types.ts';
import { readDocument } from './readDocument.ts';

/** Reads one document away from the page, so that the page stays quick and a reading can be stopped. */
self.onmessage = async ({ data }: MessageEvent<SourceFile>) => {
	await prepareCalendar();
	self.postMessage(readDocument(data));
};
