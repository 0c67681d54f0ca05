import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import { prepareCalendar } from '#lib/calendar/temporal.ts';
import { m } from '#lib/words/catalogue/messages.js';

await prepareCalendar();
const { readSource, recognise } = await import('#lib/documents/index.ts');
const { answeredBeside, observationsIn } = await import('./answered.ts');
const { otherAsJson, readingAsJson } = await import('./json.ts');
const { summaryOf } = await import('./summary.ts');
const { refusalSentence } = await import('#lib/words/refusals.ts');

/**
 * node src/command-line/read.ts FILE [--json] [--answers FILE]
 *
 * Prints what a treaty-body document tells: a summary, or with --json one object. For a follow-up reply the
 * concluding observations it answers are looked for beside it, or named with --answers. Refusals go to the
 * error output as an object, and the exit code is 1.
 */
const { values, positionals } = parseArgs({
	options: { json: { type: 'boolean', default: false }, answers: { type: 'string' } },
	allowPositionals: true
});

const [file] = positionals;
if (file === undefined) stop({ kind: 'noFileGiven', sentence: m.refusal_no_file_given() });
else run(file);

function run(path: string): void {
	let bytes: Uint8Array;
	try {
		bytes = readFileSync(path);
	} catch {
		return stop({ kind: 'fileNotFound', path, sentence: m.refusal_file_not_found({ path }) });
	}
	const source = readSource({ name: basename(path), bytes });
	if (!source.ok) return stop({ ...source.error, sentence: refusalSentence(source.error) });
	const reading = recognise(source.value);
	if (!reading.ok) {
		if (reading.error.found) print(otherAsJson(basename(path), reading.error.found));
		return stop({ kind: reading.error.kind, sentence: refusalSentence(reading.error) });
	}
	const answered = reading.value.kind === 'FCO' ? answeredBy(path, reading.value.answers.value) : undefined;
	print(readingAsJson(basename(path), reading.value, answered));
}

function answeredBy(path: string, symbol: string) {
	if (values.answers === undefined) return answeredBeside(path, symbol);
	const reading = observationsIn(values.answers);
	return reading && { file: values.answers, reading };
}

function print(json: Record<string, unknown>): void {
	process.stdout.write(`${values.json ? JSON.stringify(json, null, '\t') : summaryOf(json)}\n`);
}

/** Ends without a reading: why, for a program by its kind and for a person in a sentence. */
function stop(refusal: { kind: string; sentence: string; path?: string }): void {
	process.stderr.write(`${JSON.stringify(refusal)}\n`);
	process.exitCode = 1;
}
