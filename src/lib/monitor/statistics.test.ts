import { expect, test } from 'vitest';
import type { IsoDate } from '#lib/calendar/date.ts';
import { outlineStream, type Outline } from '#lib/cycle/outline/outline.ts';
import { envelope } from '#lib/cycle/testing/facts.ts';
import { Monitor } from './monitor.ts';
import { everything } from './selection.ts';
import { gradesOf } from './statistics.ts';

const graded = (body: string, on: IsoDate, ...grades: string[]): [string, Outline] => {
	const stream = `${body}/AZE/${on.slice(0, 4)}`;
	const told = [
		envelope('ConcludingObservationsAdopted', '2010-01-01', {}),
		envelope('FollowUpRequested', '2010-01-01', { units: ['8'], deadline: { kind: 'unstated' } }),
		envelope('FollowUpReceived', '2011-01-01', { sections: [] }),
		envelope('FollowUpAssessed', on, { grades: grades.map((grade, at) => ({ unit: `${8 + at}`, grade })) })
	];
	return [
		stream,
		outlineStream(
			stream,
			told.map((event) => ({ ...event, stream }))
		) as Outline
	];
};

test('the same letter on two scales is counted apart, the later scale first, and opens to its own rows', () => {
	const { assessments } = new Monitor(
		new Map([
			graded('CED', '2018-11-16', 'D', 'E', 'A'),
			graded('CED', '2022-04-08', 'D', 'A'),
			graded('CAT', '2023-04-26', 'Partially implemented')
		]),
		(state) => state
	);
	const found = gradesOf(assessments.rows('2026-11-22', everything), everything);
	expect(found.map(({ body, scale, grades }) => [body, scale?.id, grades.map(({ grade }) => grade)])).toEqual(
		[
			['CAT', undefined, ['Partially implemented']],
			['CED', 'CED-2022', ['A', 'D']],
			['CED', 'CED-before-2022', ['A', 'D', 'E']]
		]
	);
	for (const { figure } of found.flatMap(({ grades }) => grades)) {
		expect(figure.count).toBe(1);
		expect(assessments.rows('2026-11-22', figure.selection)).toHaveLength(1);
	}
});
