import { describe, expect, test } from 'vitest';
import { envelope } from '../testing/facts.ts';
import { checkData, readEvents } from './read.ts';

const adopted = envelope('ConcludingObservationsAdopted', '2021-10-08', {});

describe('what is not understood is set aside with the reason, and what is understood is read all the same', () => {
	test.each([
		[
			'a type of a later Servanda',
			envelope('PetitionRegistered', '2021-10-08', {}),
			{ kind: 'unknownType', type: 'PetitionRegistered' }
		],
		[
			'a newer shape of a known type',
			{ ...adopted, schema: 2 },
			{ kind: 'newerSchema', type: 'ConcludingObservationsAdopted', schema: 2, newest: 1 }
		],
		[
			'data without what its type needs',
			envelope('FollowUpRequested', '2021-10-08', { units: ['16'] }),
			{ kind: 'badData', type: 'FollowUpRequested', field: 'deadline' }
		]
	])('%s', (_title, odd, why) => {
		const { known, unread } = readEvents([odd, adopted]);
		expect(known.map(({ type }) => type)).toEqual(['ConcludingObservationsAdopted']);
		expect(unread).toEqual([{ envelope: odd, why }]);
	});
});

describe('data', () => {
	test('may have no field that their type does not know', () => {
		const data = { dates: ['2021-10-05'], remark: 'x' };
		expect(checkData('DialogueHeld', data)).toEqual({ field: 'remark' });
	});

	test('are told to be at fault at the field itself', () => {
		const deadline = { kind: 'exact', due: '2023-02-29', basis: 'stated' };
		expect(checkData('FollowUpRequested', { units: ['16'], deadline })).toEqual({ field: 'deadline.due' });
	});

	test('that are no object at all are at fault without a field', () => {
		expect(checkData('DialogueHeld', 'yesterday')).toEqual({ field: '' });
	});

	test.each([
		['dates', [20211008]],
		['dates', [['2021-10-08']]],
		['dates', ['2021-02-29']]
	])('have days for days: %s %j is refused', (_field, dates) => {
		expect(checkData('DialogueHeld', { dates })).toEqual({ field: 'dates.0' });
	});

	// Each of these reads like a unit once it is made a text.
	test.each([[16], [['16']], ['para 16']])('have units for units: %j is refused', (unit) => {
		expect(checkData('InformationForNextReportRequested', { units: [unit] })).toEqual({ field: 'units.0' });
	});
});
