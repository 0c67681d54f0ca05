import { describe, expect, test } from 'vitest';
import type { IsoDate } from '#lib/calendar/date.ts';
import { foldCycle, type Timeline } from '#lib/cycle/timeline/fold.ts';
import { pictureOf } from '#lib/cycle/statechart/picture.ts';
import type { Envelope } from '#lib/envelope/envelope.ts';
import { layOut } from './layout.ts';
import { neighbour } from './neighbour.ts';
import { pictureOnDay } from './onDay.ts';

const told: readonly [type: string, on: IsoDate, data: Record<string, unknown>][] = [
	['DialogueHeld', '2021-10-05', { dates: ['2021-10-05'] }],
	['ConcludingObservationsAdopted', '2021-10-08', {}],
	[
		'FollowUpRequested',
		'2021-10-08',
		{ units: ['16'], deadline: { kind: 'exact', due: '2023-11-01', basis: 'stated' } }
	],
	[
		'NextReportRequested',
		'2021-10-08',
		{ numbers: [4], deadline: { kind: 'exact', due: '2026-11-01', basis: 'stated' } }
	],
	['FollowUpReceived', '2024-01-17', { sections: [] }]
];

const timeline = foldCycle(
	'CMW/AZE/3',
	told.map(([type, on, data], index): Envelope => ({
		id: `017c9300-0000-7000-8000-${String(index + 1).padStart(12, '0')}`,
		stream: 'CMW/AZE/3',
		type,
		schema: 1,
		on,
		recordedAt: '2024-03-07T08:00:00.000Z',
		by: 'A test',
		replica: '017c9300-0000-7000-8000-000000000000',
		source: null,
		data
	}))
) as Timeline;
const picture = pictureOf(timeline.procedure);
const on = (asOf: IsoDate) => pictureOnDay(timeline, picture, asOf);
const marked = (asOf: IsoDate, mark: string) =>
	[...on(asOf).states.values()].filter((state) => state.mark === mark).map(({ path }) => path);

describe('the picture on a day', () => {
	test('on 1 December 2023 the follow-up is overdue, and the way there is taken', () => {
		expect(marked('2023-12-01', 'now')).toEqual([
			'afterAdoption.followUp.awaited.deadline.overdue',
			'afterAdoption.followUp.awaited.extension.notRequested',
			'afterAdoption.nextReport.awaited.deadline.running',
			'afterAdoption.nextReport.awaited.extension.notRequested'
		]);
		const { arrows } = on('2023-12-01');
		expect(
			arrows.get(
				'afterAdoption.followUp.awaited.deadline.running>afterAdoption.followUp.awaited.deadline.overdue'
			)
		).toBe('taken');
		expect(arrows.get('beforeReview>dialogueHeld')).toBe('taken');
		expect(arrows.get('beforeReview>afterAdoption')).toBeUndefined();
		expect(arrows.get('afterAdoption.followUp.awaited>afterAdoption.followUp.received')).toBe('next');
	});

	test('what comes later in the record has not happened yet', () => {
		expect(marked('2023-12-01', 'next')).toContain('afterAdoption.followUp.received');
		expect(on('2023-10-01').states.get('afterAdoption.followUp.awaited.deadline.overdue')).toMatchObject({
			mark: 'next',
			overdue: true,
			unless: '2023-11-02'
		});
	});

	test('a state that was left is marked so, with its time', () => {
		expect(on('2024-02-01').states.get('afterAdoption.followUp.awaited.deadline.overdue')).toMatchObject({
			mark: 'was',
			spell: { from: '2023-11-02', to: '2024-01-17' }
		});
	});

	test('says when the clock strikes next if nothing comes', () => {
		expect(on('2024-02-01').coming.find(({ type }) => type === 'DeadlinePassed.nextReport')).toEqual({
			type: 'DeadlinePassed.nextReport',
			on: '2026-11-02',
			to: ['afterAdoption.nextReport.awaited.deadline.overdue']
		});
	});

	test('a duty that can be asked for begins with its deadline running', () => {
		const asked = on('2021-10-07').coming.map(({ type }) => type);
		expect(asked).toEqual(['ConcludingObservationsAdopted']);
		expect(on('2021-10-07').coming[0]!.to).toEqual([
			'afterAdoption.followUp.notRequested',
			'afterAdoption.nextReport.notRequested'
		]);
	});
});

test('arrow keys go to the nearest state that way, and stay where there is none', () => {
	const { states } = layOut(picture);
	const at = 'afterAdoption.followUp.received';
	expect(neighbour(states, at, 'ArrowRight')).toBe('afterAdoption.followUp.assessed');
	expect(neighbour(states, 'dialogueHeld', 'ArrowRight')).toBe('dialogueHeld');
	expect(neighbour(states, 'afterAdoption.followUp.notRequested', 'ArrowDown')).toBe(
		'afterAdoption.nextReport.notRequested'
	);
});
