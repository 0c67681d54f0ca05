import { expect, test } from 'vitest';
import type { IsoDate } from '#lib/calendar/date.ts';
import { outlineStream, type Outline } from '#lib/cycle/outline/outline.ts';
import { envelope, minimalData } from '#lib/cycle/testing/facts.ts';
import { partiesOf } from './columns.ts';
import { Reviews } from './reviews.ts';
import { everything } from './selection.ts';
import { inHandOf } from './statistics.ts';

const log = [
	envelope('ReportSubmitted', '2019-02-01', minimalData('ReportSubmitted')),
	envelope('ReviewScheduled', '2020-11-02', { session: 32 }),
	envelope('ReviewScheduled', '2021-03-01', { session: 33, from: '2021-09-27', to: '2021-10-08' }),
	envelope('DialogueHeld', '2021-10-05', minimalData('DialogueHeld')),
	envelope('ConcludingObservationsAdopted', '2021-10-08', { session: { ordinal: 33 } })
];
const outlines = [outlineStream('CMW/AZE/3', log) as Outline];
const parties = partiesOf(outlines);
const reviews = new Reviews(outlines, parties, (state) => state);

function sessionsOn(day: IsoDate) {
	const [ofBody] = inHandOf(reviews.rows(day, everything), parties, everything);
	return {
		scheduled: ofBody?.scheduled.map(({ session, opens }) => [session, opens]),
		held: ofBody?.sessions.map(({ session }) => session)
	};
}

test('a review stands with the session that has it on its programme, until it is held', () => {
	expect(sessionsOn('2020-06-01')).toEqual({ scheduled: [], held: [] });
	expect(sessionsOn('2020-12-01')).toEqual({ scheduled: [[32, null]], held: [] });
	expect(sessionsOn('2021-09-01')).toEqual({ scheduled: [[33, '2021-09-27']], held: [] });
	expect(sessionsOn('2021-11-01')).toEqual({ scheduled: [], held: [33] });
});

test('what is scheduled is opened by its session, and what was held there is not', () => {
	const scheduled = { ...everything, stage: 'scheduled' as const, session: 33 };
	expect(reviews.rows('2021-09-01', scheduled)).toHaveLength(1);
	expect(reviews.rows('2021-11-01', scheduled)).toEqual([]);
});

test('a review without a report waits from the day on which it was scheduled', () => {
	const alone = [outlineStream('CMW/AZE/3', log.slice(1, 2)) as Outline];
	const [row] = new Reviews(alone, parties, (state) => state).rows('2021-01-01', everything);
	expect(row).toMatchObject({ stage: 'report', since: '2020-11-02', session: 32 });
});
