import { describe, expect, test } from 'vitest';
import type { IsoDate } from '#lib/calendar/date.ts';
import { differencesBetween } from './knowledge.ts';
import { outlineStream, type Outline } from './outline/outline.ts';
import { envelope, minimalData } from './testing/facts.ts';

type Events = ReturnType<typeof envelope>[];

const adopted = envelope('ConcludingObservationsAdopted', '2021-10-08', {});
const requested = envelope(
	'FollowUpRequested',
	'2021-10-08',
	minimalData('FollowUpRequested', { due: '2023-11-01' })
);
const received = envelope('FollowUpReceived', '2024-01-17', minimalData('FollowUpReceived'));
const moved = envelope('DeadlineMoved', '2023-10-01', minimalData('DeadlineMoved', { due: '2024-02-01' }));
const id = 'CMW/AZE/3#followUp-1';

const known = (events: Events, stream = 'CMW/AZE/3') =>
	new Map(events.length ? [[stream, outlineStream(stream, events) as Outline]] : []);
const learnt = (before: Events, after: Events, asOf: IsoDate) =>
	differencesBetween(known(before), known(after), asOf);
const changed = (before: Events, after: Events, asOf: IsoDate) =>
	learnt(before, after, asOf)[0]?.obligations[0];

describe('what changed in our knowledge', () => {
	test('is nothing where nothing was recorded', () => {
		expect(learnt([adopted, requested], [adopted, requested], '2024-01-01')).toEqual([]);
	});

	test('is nothing where what was recorded moves no date, no ending and no standing', () => {
		const reminder = envelope('ReminderSent', '2023-12-01', minimalData('ReminderSent'));
		expect(learnt([adopted, requested], [adopted, requested, reminder], '2024-01-01')).toEqual([]);
	});

	test('a cycle that became known, with what is owed in it', () => {
		expect(learnt([], [adopted, requested], '2022-01-01')).toMatchObject([
			{ stream: 'CMW/AZE/3', cycle: 'appeared', obligations: [{ kind: 'appeared', id, obligation: { id } }] }
		]);
	});

	test('a cycle that is no longer known, though nothing was owed in it', () => {
		expect(learnt([adopted], [], '2022-01-01')).toEqual([
			{ stream: 'CMW/AZE/3', cycle: 'disappeared', obligations: [] }
		]);
	});

	test('an obligation that appeared in a cycle known before, and one that disappeared', () => {
		expect(learnt([adopted], [adopted, requested], '2022-01-01')).toMatchObject([
			{ cycle: 'changed', obligations: [{ kind: 'appeared', id }] }
		]);
		expect(changed([adopted, requested], [adopted], '2022-01-01')).toMatchObject({ kind: 'disappeared', id });
	});

	test('another date in force, and how it stands because of it', () => {
		expect(changed([adopted, requested], [adopted, requested, moved], '2024-01-01')).toEqual({
			kind: 'changed',
			id,
			date: {
				before: { due: '2023-11-01', certainty: 'exact', basis: 'stated' },
				after: { due: '2024-02-01', certainty: 'exact', basis: 'stated' }
			},
			ending: null,
			standing: { before: { kind: 'overdue', days: 61 }, after: { kind: 'dueIn', days: 31 } }
		});
	});

	test('not a date that comes into force only later', () => {
		expect(learnt([adopted, requested], [adopted, requested, moved], '2023-09-30')).toEqual([]);
	});

	test('an ending, on a day before it: nothing stands otherwise yet', () => {
		expect(changed([adopted, requested], [adopted, requested, received], '2023-06-01')).toEqual({
			kind: 'changed',
			id,
			date: null,
			ending: { before: null, after: { how: 'met', on: '2024-01-17' } },
			standing: null
		});
	});

	test('a request that was made earlier than we thought: only how it stood that day is another', () => {
		const later = { ...requested, on: '2021-11-01' } as const;
		expect(changed([adopted, later], [adopted, requested], '2021-10-20')).toMatchObject({
			date: null,
			ending: null,
			standing: { before: null, after: { kind: 'dueIn' } }
		});
	});

	test('comes in the order of the streams', () => {
		const cycles = ['CMW/TUV/1', 'CCPR/AZE/5'].flatMap((stream) => [
			...known([{ ...adopted, stream }], stream)
		]);
		expect(
			differencesBetween(new Map(), new Map([...known([adopted]), ...cycles]), '2022-01-01').map(
				({ stream }) => stream
			)
		).toEqual(['CCPR/AZE/5', 'CMW/AZE/3', 'CMW/TUV/1']);
	});
});
