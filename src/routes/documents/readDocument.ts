import { propose, readSource, recognise, streamOf } from '#lib/documents/index.ts';
import type { ReadRefusal, RecogniseRefusal, SourceFile } from '#lib/documents/types.ts';
import { ok, type Result } from '#lib/result.ts';
import type { ReadDocument } from '#lib/workspace/reviewing.svelte.ts';

/** From a file to what it proposes to record: plain data, which can travel between a worker and the page. */
export function readDocument(file: SourceFile): Result<ReadDocument, ReadRefusal | RecogniseRefusal> {
	const source = readSource(file);
	if (!source.ok) return source;
	const recognised = recognise(source.value);
	if (!recognised.ok) return recognised;
	const reading = recognised.value;
	return ok({ name: file.name, reading, proposals: propose(reading), stream: streamOf(reading) });
}
