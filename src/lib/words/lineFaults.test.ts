import { describe, expect, it } from 'vitest';
import type { ImportRefusal, LineFault } from '#lib/exchange/bundle/faults.ts';
import { lineFaultSentence } from './lineFaults.ts';
import { refusalSentence } from './refusals.ts';

const faults: LineFault[] = [
	{ kind: 'changed', line: 7 },
	{ kind: 'added', line: 7 },
	{ kind: 'fromAnotherFile', line: 7 },
	{ kind: 'copied', line: 7, original: 3 },
	{ kind: 'swapped', line: 7, other: 9 },
	{ kind: 'outOfOrder', line: 7, to: 9 },
	{ kind: 'missing', line: 7, to: 7 },
	{ kind: 'missing', line: 7, to: 9 },
	{ kind: 'cut', line: 7, missing: 4 },
	{ kind: 'notAnEvent', line: 7, field: 'on' },
	{ kind: 'changedSinceRecorded', line: 7, id: 'an id' },
	{ kind: 'sameIdOtherContent', line: 7, earlierLine: 3, id: 'an id' }
];

describe('what is wrong with a file', () => {
	it.each(faults)('$kind names its line', (fault) => {
		expect(lineFaultSentence(fault)).toMatch(/^[A-Z].*\b7\b.*\.$/);
	});

	it('is told in one passage: the first places, that there are more, and what to do', () => {
		const refusal: ImportRefusal = { kind: 'damaged', faults, more: 0 };
		const said = refusalSentence(refusal);
		expect(said).toContain(
			'Line 7 was changed. Line 7 was added. Line 7 comes from another file. There is more'
		);
		expect(said).toContain('Nothing was taken in; copy the file again');
	});
});
