import { describe, expect, test } from 'vitest';
import type { IsoDate } from '#lib/calendar/date.ts';
import type { Envelope } from '#lib/envelope/envelope.ts';
import { envelope, minimalData } from '../testing/facts.ts';
import { dateHistory, inOrderOfForce, type BelievedDate } from './dateHistory.ts';

const followUp = { id: 'CMW/AZE/3#followUp-1', stream: 'CMW/AZE/3' };

/** An instant of the year 2026: the day of January on which something was recorded. */
const january = (day: number) => `2026-01-${String(day).padStart(2, '0')}T09:00:00.000Z`;
/** What is recorded one on each day of January, from the first on. */
const recordedInTurn = (...events: Envelope[]): Envelope[] =>
	events.map((event, place) => ({ ...event, recordedAt: january(place + 1) }));

const adopted = envelope('ConcludingObservationsAdopted', '2021-10-08', {});
const asked = (due: IsoDate) =>
	envelope('FollowUpRequested', '2021-10-08', minimalData('FollowUpRequested', { due }), { by: 'Leyla' });
const requested = asked('2023-11-01');
const movedTo = (type: string, on: IsoDate, due: IsoDate, by = 'Murad') =>
	envelope(type, on, minimalData(type, { due }), { by });
const replaced = (event: Envelope, data: Record<string, unknown>, on = event.on) =>
	envelope(
		'RecordCorrected',
		'2026-01-01',
		{ action: 'replace', reason: 'misread', on, data, source: null },
		{ corrects: event.id, by: 'Aysel' }
	);
const withdrawn = (event: Envelope, reason = 'it answers another State') =>
	envelope(
		'RecordCorrected',
		'2026-01-01',
		{ action: 'withdraw', reason },
		{ corrects: event.id, by: 'Aysel' }
	);

/** A date in one line: from when on it is in force, the day, and the days of January between which it was believed. */
const told = ({ from, due, learntBy, givenUpBy }: BelievedDate) =>
	`${from}: ${due}, ${learntBy.recordedAt.slice(8, 10)}-${givenUpBy?.recordedAt.slice(8, 10) ?? ''}`;
const history = (...events: Envelope[]) => dateHistory(followUp, recordedInTurn(...events));

describe('the history of the dates of an obligation', () => {
	test('of one that never moved is one date, with the fact that set it and who recorded that', () => {
		expect(history(adopted, requested)).toMatchObject([
			{
				due: '2023-11-01',
				from: '2021-10-08',
				setBy: { id: requested.id, type: 'FollowUpRequested' },
				learntBy: { id: requested.id, by: 'Leyla', recordedAt: january(2) },
				givenUpBy: null
			}
		]);
	});

	test('is empty for an obligation that was never known', () => {
		expect(history(adopted)).toEqual([]);
	});

	test('an extension adds a date and gives none up', () => {
		const extended = movedTo('ExtensionGranted', '2023-10-20', '2024-03-01');
		const dates = history(adopted, requested, extended);
		expect(dates.map(told)).toEqual(['2021-10-08: 2023-11-01, 02-', '2023-10-20: 2024-03-01, 03-']);
		expect(dates[1]).toMatchObject({
			setBy: { type: 'ExtensionGranted', data: { reason: 'agreed in writing' } },
			learntBy: { by: 'Murad' }
		});
	});

	test('a date moved by the committee that is recorded after a later one stands before it in force', () => {
		const extended = movedTo('ExtensionGranted', '2023-10-20', '2024-03-01');
		const moved = movedTo('DeadlineMoved', '2023-05-01', '2023-12-01');
		const dates = history(adopted, requested, extended, moved);
		expect(dates.map(({ due }) => due)).toEqual(['2023-11-01', '2024-03-01', '2023-12-01']);
		expect(inOrderOfForce(dates).map(({ due }) => due)).toEqual(['2023-11-01', '2023-12-01', '2024-03-01']);
	});

	test('a correction of the date gives up the one believed before, and is why', () => {
		const correction = replaced(requested, asked('2024-11-01').data);
		const dates = history(adopted, requested, correction);
		expect(dates.map(told)).toEqual(['2021-10-08: 2023-11-01, 02-03', '2021-10-08: 2024-11-01, 03-']);
		expect(dates).toMatchObject([
			{ givenUpBy: { id: correction.id, by: 'Aysel', data: { reason: 'misread' } } },
			{ setBy: { id: requested.id, correctedBy: [correction.id] }, learntBy: { id: correction.id } }
		]);
	});

	test('a correction that leaves the date as it is gives nothing up, and the date is told as corrected', () => {
		const correction = replaced(requested, { ...requested.data, units: ['36'] });
		expect(history(adopted, requested, correction)).toMatchObject([
			{
				due: '2023-11-01',
				setBy: { data: { units: ['36'] } },
				learntBy: { id: requested.id },
				givenUpBy: null
			}
		]);
	});

	test('a withdrawal gives the date up; undone, it is believed again, from then on', () => {
		const extended = movedTo('ExtensionGranted', '2023-10-20', '2024-03-01');
		const withdrawal = withdrawn(extended);
		const undoing = withdrawn(withdrawal, 'it was right');
		const dates = history(adopted, requested, extended, withdrawal, undoing);
		expect(dates.map(told)).toEqual([
			'2021-10-08: 2023-11-01, 02-',
			'2023-10-20: 2024-03-01, 03-04',
			'2023-10-20: 2024-03-01, 05-'
		]);
		expect(dates[1]!.givenUpBy).toMatchObject({ id: withdrawal.id });
		expect(dates[2]!.learntBy).toMatchObject({ id: undoing.id, data: { reason: 'it was right' } });
	});

	test('the withdrawal of the request itself gives up every date', () => {
		const extended = movedTo('ExtensionGranted', '2023-10-20', '2024-03-01');
		const withdrawal = withdrawn(requested);
		for (const { givenUpBy } of history(adopted, requested, extended, withdrawal))
			expect(givenUpBy).toMatchObject({ id: withdrawal.id });
	});

	test('a date counted from a day that was corrected is given up because of that correction', () => {
		const relative = envelope('FollowUpRequested', '2021-10-08', {
			units: ['16'],
			deadline: { kind: 'relative', interval: 'P1Y', anchor: 'ConcludingObservationsAdopted' }
		});
		const correction = replaced(adopted, {}, '2021-10-01');
		const dates = history(adopted, relative, correction);
		expect(dates.map(told)).toEqual(['2021-10-08: 2022-10-08, 02-03', '2021-10-08: 2022-10-01, 03-']);
		expect(dates[0]!.givenUpBy).toMatchObject({ id: correction.id });
		expect(dates[1]!.learntBy).toMatchObject({ id: correction.id });
	});

	test('what else is recorded at the instant of that correction is not why', () => {
		const extended = movedTo('ExtensionGranted', '2023-10-20', '2024-03-01');
		const correction = replaced(adopted, {}, '2021-10-20');
		const log = recordedInTurn(adopted, requested);
		const atOnce = [correction, extended].map((event) => ({ ...event, recordedAt: january(3) }));
		// What was asked for before the adoption was asked of nobody.
		expect(dateHistory(followUp, [...log, ...atOnce])).toMatchObject([{ givenUpBy: { id: correction.id } }]);
	});

	test('what is recorded at one instant was learnt at once, each date by the fact that set it', () => {
		const extended = movedTo('ExtensionGranted', '2023-10-20', '2024-03-01');
		const slip = movedTo('DeadlineMoved', '2023-05-01', '2023-12-01');
		const atOnce = [extended, slip, withdrawn(slip), requested, adopted].map((event) => ({
			...event,
			recordedAt: january(1)
		}));
		const dates = dateHistory(followUp, atOnce);
		expect(dates.map(told)).toEqual(['2021-10-08: 2023-11-01, 01-', '2023-10-20: 2024-03-01, 01-']);
		expect(dates.map(({ learntBy }) => learntBy.id)).toEqual([requested.id, extended.id]);
	});

	test('of several corrections recorded at one instant the one of that fact is why', () => {
		const extended = movedTo('ExtensionGranted', '2023-10-20', '2024-03-01');
		const moved = movedTo('DeadlineMoved', '2023-10-25', '2024-05-01');
		const [first, second] = [withdrawn(extended), withdrawn(moved)];
		const log = recordedInTurn(adopted, requested, extended, moved);
		const corrections = [first, second].map((event) => ({ ...event, recordedAt: january(9) }));
		expect(dateHistory(followUp, [...log, ...corrections]).map(({ givenUpBy }) => givenUpBy?.id)).toEqual([
			undefined,
			first.id,
			second.id
		]);
	});
});
