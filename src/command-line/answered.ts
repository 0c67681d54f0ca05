import { readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { largestFile, readSource, recognise, type ConcludingObservations } from '#lib/documents/index.ts';
import type { Answered } from './keys.ts';

/** No more files beside a reply are opened in search of what it answers. */
const mostFiles = 200;

/**
 * The concluding observations with a symbol among the files beside a reply. Those whose name is made of the
 * symbol are tried first.
 */
export function answeredBeside(file: string, symbol: string): Answered | undefined {
	const folder = dirname(file);
	const wanted = plain(symbol);
	const names = readdirSync(folder)
		.filter((name) => name !== basename(file) && name.endsWith('.txt'))
		.sort((one, other) => Number(plain(other).startsWith(wanted)) - Number(plain(one).startsWith(wanted)));
	for (const name of names.slice(0, mostFiles)) {
		const path = join(folder, name);
		if (statSync(path).size > largestFile) continue;
		const reading = observationsIn(path);
		if (reading?.head.symbol.value === symbol) return { file: path, reading };
	}
	return undefined;
}

/** The concluding observations in a file; undefined where it holds something else. */
export function observationsIn(path: string): ConcludingObservations | undefined {
	const source = readSource({ name: basename(path), bytes: readFileSync(path) });
	const reading = source.ok && recognise(source.value);
	return reading && reading.ok && reading.value.kind === 'CO' ? reading.value : undefined;
}

/** A symbol or a file name by its letters and figures alone. */
const plain = (text: string): string => text.replace(/[^A-Za-z\d]+/g, '_').toUpperCase();
