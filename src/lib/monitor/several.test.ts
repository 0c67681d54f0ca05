import { describe, expect, test } from 'vitest';
import { actsFor, proposalsFor, type Alike, type Chosen } from './several.ts';

const alike: Omit<Alike, 'act'> = {
	on: '20 November 2026',
	symbol: '',
	due: '',
	session: '',
	from: '',
	to: ''
};
const chosen: readonly Chosen[] = [
	{ stream: 'CMW/AZE/3', duty: 'followUp', reportNumbers: [] },
	{ stream: 'CMW/AZE/3', duty: 'nextReport', reportNumbers: [4, 5] },
	{ stream: 'CED/TCD/1', duty: 'initialReport', reportNumbers: [] }
];
const [followUp, nextReport, initialReport] = chosen as [Chosen, Chosen, Chosen];
const inHand: Chosen = { stream: 'CMW/BLZ/2', duty: null, reportNumbers: [2] };

/** What would be recorded in which cycle. */
function recordedFor(given: Pick<Alike, 'act'> & Partial<Alike>, rows: readonly Chosen[] = chosen) {
	const proposals = proposalsFor({ ...alike, ...given }, rows);
	if (!proposals.ok) throw new Error(proposals.error.kind);
	return proposals.value.map(({ stream, data }) => [stream, data]);
}

describe('a reminder', () => {
	test('is recorded for each duty, with its symbol where one is given', () => {
		expect(recordedFor({ act: 'ReminderSent', symbol: ' CMW/REM/1 ' })).toEqual([
			['CMW/AZE/3', { duty: 'followUp', symbol: 'CMW/REM/1' }],
			['CMW/AZE/3', { duty: 'nextReport', symbol: 'CMW/REM/1' }],
			['CED/TCD/1', { duty: 'initialReport', symbol: 'CMW/REM/1' }]
		]);
	});

	test('is recorded once where a duty was chosen twice', () => {
		expect(recordedFor({ act: 'ReminderSent' }, [...chosen, followUp])).toHaveLength(3);
	});

	test('cannot be sent where nothing is owed', () => {
		expect(actsFor(chosen)).toContain('ReminderSent');
		expect(actsFor([...chosen, inHand])).toEqual([
			'ListOfIssuesAdopted',
			'ListOfIssuesPriorToReportingAdopted',
			'ReviewScheduled'
		]);
	});
});

test('a list is recorded once for each cycle, that of a report that is owed where it is one', () => {
	const repliesDue = { kind: 'exact', due: '2027-03-01', basis: 'stated' };
	const rows = [followUp, followUp, nextReport, initialReport, inHand];
	const streams = ['CMW/AZE/3', 'CMW/AZE/4-5', 'CED/TCD/1', 'CMW/BLZ/2'];
	const act = 'ListOfIssuesPriorToReportingAdopted';
	expect(recordedFor({ act, due: '1 March 2027' }, rows)).toEqual(
		streams.map((stream) => [stream, { repliesDue }])
	);
	expect(recordedFor({ act }, rows)).toEqual(
		streams.map((stream) => [stream, { repliesDue: { kind: 'unstated' } }])
	);
});

describe('a session', () => {
	const act = 'ReviewScheduled';

	test('takes up each cycle once, that of the report that is owed', () => {
		expect(recordedFor({ act, session: ' 45 ', symbol: 'not asked for' }, [nextReport, inHand])).toEqual([
			['CMW/AZE/4-5', { session: 45 }],
			['CMW/BLZ/2', { session: 45 }]
		]);
	});

	test('has its days where they are known', () => {
		expect(recordedFor({ act, session: '45', from: '2027-03-29' }, [inHand])).toEqual([
			['CMW/BLZ/2', { session: 45, from: '2027-03-29' }]
		]);
		const days = { from: '29 March 2027', to: '9 April 2027' };
		expect(recordedFor({ act, session: '45', ...days }, [inHand])).toEqual([
			['CMW/BLZ/2', { session: 45, from: '2027-03-29', to: '2027-04-09' }]
		]);
	});

	test('is of one committee, which reviews what is reported under its protocols', () => {
		const protocol: Chosen = { stream: 'CRC-OPAC/AZE/1', duty: null, reportNumbers: [1] };
		const treaty: Chosen = { stream: 'CRC/AZE/5', duty: null, reportNumbers: [5] };
		expect(recordedFor({ act, session: '99' }, [protocol, treaty])).toHaveLength(2);
		expect(proposalsFor({ ...alike, act, session: '99' }, chosen)).toEqual({
			ok: false,
			error: { kind: 'sessionOfSeveral', committees: ['CMW', 'CED'] }
		});
	});

	test.each([
		[{ session: '' }, { kind: 'noSession' }],
		[{ session: '0' }, { kind: 'noSession' }],
		[{ session: '45th' }, { kind: 'noSession' }],
		[{ session: '45', from: '2027-02-31' }, { kind: 'noSuchDay' }],
		[{ session: '45', to: 'spring' }, { kind: 'notADate' }],
		[
			{ session: '45', from: '2027-04-09', to: '2027-03-29' },
			{ kind: 'endsBeforeItBegins', from: '2027-04-09', to: '2027-03-29' }
		],
		[{ session: '45', on: '31 June 2026' }, { kind: 'noSuchDay' }]
	])('as %j is refused', (typed, error) => {
		expect(proposalsFor({ ...alike, act, ...typed }, [inHand])).toMatchObject({ ok: false, error });
	});
});
