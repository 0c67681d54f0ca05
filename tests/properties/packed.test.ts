import fc from 'fast-check';
import { expect, test } from 'vitest';
import { anyHistory, recordIn } from './histories.ts';
import { outlineStream, type Outline } from '#lib/cycle/outline/outline.ts';
import { packOutlines, unpackOutlines } from '#lib/cycle/outline/packed.ts';

test('outlines come out as they went in, in the order of their streams, through JSON too', () => {
	fc.assert(
		fc.property(fc.array(anyHistory, { maxLength: 3 }), (histories) => {
			const outlines = histories.map((history, index) => {
				const stream = `CMW/AZE/${index + 1}`;
				return outlineStream(
					stream,
					recordIn(history).map((event) => ({ ...event, stream }))
				) as Outline;
			});
			const packed = packOutlines(outlines.toReversed());
			expect(unpackOutlines(JSON.parse(JSON.stringify(packed)))).toEqual(outlines);
		}),
		{ numRuns: 200 }
	);
});
