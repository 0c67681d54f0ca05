import fc from 'fast-check';
import { expect, test } from 'vitest';
import { barHeight, cellAt, fullAtYears, layOut, row } from './layout.ts';

const anyPicture = fc.tuple(
	fc.integer({ min: 300, max: 2000 }),
	fc.array(fc.integer({ min: 1, max: 60 }), { minLength: 1, maxLength: 6 }),
	fc.integer({ min: 1, max: 13 })
);

test('every cell lies within the picture and is found at its middle', () => {
	fc.assert(
		fc.property(anyPicture, ([width, sizes, bodies]) => {
			const layout = layOut(width, sizes, bodies);
			const { columns, column, rows, row, height } = layout;
			expect(columns).toHaveLength(sizes.reduce((sum, size) => sum + size, 0));
			columns.forEach((x, state) =>
				rows.forEach((y, body) => {
					expect(x + column).toBeLessThanOrEqual(width + 0.001);
					expect(y + row).toBeLessThanOrEqual(height);
					expect(cellAt(layout, x + column / 2, y + row / 2)).toEqual([state, body]);
				})
			);
		})
	);
});

test('between groups, above the rows and at the names there is no cell', () => {
	const layout = layOut(1000, [2, 2], 3);
	const [, second = 0] = layout.columns;
	expect(cellAt(layout, second + layout.column + 5, layout.rows[0]!)).toBeNull();
	expect(layout.hasCodes).toBe(true);
	expect(cellAt(layout, layout.columns[0]!, 0)).toBeNull();
	expect(cellAt(layout, 10, layout.rows[1]!)).toBeNull();
	expect(cellAt(layout, 999, layout.rows[1]!)).toBeNull();
});

test('a bar is the taller the later, stays within its row, and one day is seen', () => {
	expect(barHeight(1)).toBeGreaterThanOrEqual(3);
	expect(barHeight(3000)).toBeGreaterThan(barHeight(1500));
	const full = barHeight(fullAtYears * 366);
	expect(full).toBeLessThan(row);
	expect(barHeight(fullAtYears * 1000)).toBe(full);
});
