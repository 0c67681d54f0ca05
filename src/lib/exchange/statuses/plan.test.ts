import { describe, expect, test } from 'vitest';
import type { Envelope } from '#lib/envelope/envelope.ts';
import { foldCycle, type Timeline } from '#lib/cycle/timeline/fold.ts';
import { csvOf } from '../table/csvOf.ts';
import { guess } from './fields.ts';
import type { Outcome, Plan } from './plan.ts';
import { lexicon, planOf } from './testing.ts';

const head =
	'State,Body,Report,Submitted,Considered,Adopted,Follow-up paragraphs,Follow-up due,Follow-up received,Next report due\n';
const azerbaijan = 'AZE,CMW,3,,2021-10-05,2021-10-08,"16, 36, 60, 62",2023-11-01,2024-01-17,2026-11-01\n';

const outcomes = ({ lines }: Plan) => lines.map(({ outcome }) => outcome);
const kinds = (plan: Plan) => outcomes(plan).map(({ kind }) => kind);
const whyOf = (outcome: Outcome | undefined) => (outcome?.kind === 'refused' ? outcome.why : undefined);
const timelineOf = (stream: string, events: readonly Envelope[]) =>
	foldCycle(
		stream,
		events.filter((event) => event.stream === stream)
	) as Timeline;
const owedIn = (stream: string, events: readonly Envelope[]) =>
	timelineOf(stream, events).obligations.map(({ duty, dates, ending }) => [
		duty,
		dates.at(-1)!.due,
		ending?.on
	]);

describe('a line of a table', () => {
	test('becomes a cycle with what was asked and what came, each with its line as the source', () => {
		const plan = planOf(head + azerbaijan);
		expect(plan.events.map(({ type, on }) => [type, on])).toEqual([
			['CycleOpened', '2021-10-05'],
			['DialogueHeld', '2021-10-05'],
			['ConcludingObservationsAdopted', '2021-10-08'],
			['FollowUpRequested', '2021-10-08'],
			['NextReportRequested', '2021-10-08'],
			['FollowUpReceived', '2024-01-17']
		]);
		expect(owedIn('CMW/AZE/3', plan.events)).toEqual([
			['followUp', '2023-11-01', '2024-01-17'],
			['nextReport', '2026-11-01', undefined]
		]);
		expect(plan.events[1]?.source).toMatchObject({
			note: 'statuses.csv',
			quote: expect.stringContaining('AZE | CMW')
		});
		expect(outcomes(plan)).toMatchObject([{ kind: 'new' }]);
	});

	test('changes nothing when it is taken in again', () => {
		const { events } = planOf(head + azerbaijan);
		const again = planOf(head + azerbaijan, events);
		expect(again.events).toEqual([]);
		expect(kinds(again)).toEqual(['same']);
	});

	test('adds what was not known yet', () => {
		const { events } = planOf(`${head}AZE,CMW,3,,,2021-10-08,,,,\n`);
		const more = planOf(head + azerbaijan, events);
		expect(kinds(more)).toEqual(['adds']);
		expect(more.events.map(({ type }) => type)).not.toContain('ConcludingObservationsAdopted');
	});

	test('that differs from the record leaves it as it is, unless it is to be put right', () => {
		const { events } = planOf(head + azerbaijan);
		const text = head + azerbaijan.replace('2026-11-01', '2027-11-01').replace('2021-10-08', '2021-10-09');
		const plan = planOf(text, events);
		expect(plan.events).toEqual([]);
		expect(outcomes(plan)).toMatchObject([
			{
				kind: 'differs',
				differences: [
					{ type: 'ConcludingObservationsAdopted', what: 'on', was: '2021-10-08', is: '2021-10-09' },
					{ type: 'NextReportRequested', what: 'due', was: '2026-11-01', is: '2027-11-01' }
				]
			}
		]);
		const right = planOf(text, events, { putRight: true });
		expect(kinds(right)).toEqual(['corrects']);
		const after = [...events, ...right.events];
		expect(owedIn('CMW/AZE/3', after)).toContainEqual(['nextReport', '2027-11-01', undefined]);
		expect(kinds(planOf(text, after))).toEqual(['same']);
	});

	test('about what is owed is the same where the record owes it by that day', () => {
		const { events } = planOf(head + azerbaijan);
		const columns = ['State code', 'Body', 'Report', 'Duty', 'Due', 'Days late', 'Reminders'].map((name) => ({
			key: name,
			name
		}));
		const late = (...rows: string[][]) => csvOf({ name: 'late', columns, rows }).slice(1);
		expect(guess(columns.map(({ name }) => name))).toEqual([
			'state',
			'body',
			'report',
			'duty',
			'due',
			null,
			null
		]);
		const table = late(
			['AZE', 'CMW', '3', 'Next report', '2026-11-01', '21', '0'],
			['AZE', 'CMW', '4', 'Next report', '2026-11-01', '21', '0'],
			['AZE', 'CMW', '3', 'Follow-up', '2023-11-01', '77', '0'],
			['AZE', 'CMW', '3', 'Replies', '2023-11-01', '77', '0']
		);
		const plan = planOf(table, events);
		expect(kinds(plan)).toEqual(['same', 'same', 'same', 'refused']);
		expect(whyOf(outcomes(plan)[3])).toEqual({ kind: 'notOwed', duty: 'replies' });
		expect(kinds(planOf(late(['AZE', 'CMW', '3', 'Next report', '2026-11-02', '', '']), events))).toEqual([
			'differs'
		]);
	});
});

describe('a symbol of the old form', () => {
	const old = (symbol: string) => ({
		symbol,
		body: 'CERD',
		state: null,
		numbers: [],
		isOfObservations: true
	});
	const withSymbol = 'State,Body,Report,Symbol,Adopted\n';
	const planWith = (line: string) =>
		planOf(withSymbol + line, [], { lexicon: { ...lexicon, symbolIn: old } });

	test('names no reports, and is kept', () => {
		const plan = planWith('FRA,CERD,15-16,CERD/C/65/CO/3,2005-03-11\n');
		expect(kinds(plan)).toEqual(['new']);
		expect(plan.events.at(-1)).toMatchObject({
			stream: 'CERD/FRA/15-16',
			type: 'ConcludingObservationsAdopted',
			data: { symbol: 'CERD/C/65/CO/3' }
		});
	});

	test('is of one body', () => {
		expect(whyOf(outcomes(planWith('FRA,CAT,3,CERD/C/65/CO/3,2005-03-11\n'))[0])).toMatchObject({
			kind: 'symbolOfAnother',
			field: 'body'
		});
	});
});

test('a part of a State is one, by its code, by its name and in a symbol', () => {
	const line = (state: string) => `${state},CCPR,4,,,2022-07-27,,,,\n`;
	const plan = planOf(head + ['CHN-HKG', 'HKG', 'Hong Kong'].map(line).join(''));
	expect(kinds(plan)).toEqual(['new', 'repeated', 'repeated']);
	expect(plan.lines.map(({ stream }) => stream)).toEqual(Array(3).fill('CCPR/CHN-HKG/4'));
});

test('paragraphs of the follow-up without a date are recorded, and owed without one', () => {
	const line = 'AZE,CMW,3,,,2021-10-08,"16, 36",,,\n';
	const { events } = planOf(head + line);
	expect(events.find(({ type }) => type === 'FollowUpRequested')?.data).toEqual({
		units: ['16', '36'],
		deadline: { kind: 'unstated' }
	});
	expect(owedIn('CMW/AZE/3', events)).toContainEqual(['followUp', null, undefined]);
	expect(kinds(planOf(head + line, events))).toEqual(['same']);
});

test('a day that is most likely mistyped is refused with its line', () => {
	const plan = planOf(
		head + 'FRA,CAT,7,,,2016-06-10,,,,2009-05-01\n' + 'FRA,CMW,1,,,1019-05-10,,,,\n' + azerbaijan
	);
	expect(outcomes(plan).map((outcome) => whyOf(outcome))).toMatchObject([
		{ kind: 'gate', refusal: { kind: 'dueBeforeAsked' } },
		{ kind: 'gate', refusal: { kind: 'beforeTheTreaty' } },
		undefined
	]);
});

describe('what cannot be taken', () => {
	test('is refused line by line, and the rest is kept', () => {
		const plan = planOf(
			head +
				'Atlantis,CMW,3,,,2021-10-08,,,,\n' +
				'AZE,XYZ,3,,,2021-10-08,,,,\n' +
				azerbaijan +
				'FRA,CMW,,,,2021-10-08,,,,\n' +
				'FRA,CAT,7,,,2021-02-30,,,,\n' +
				'FRA,CAT,8,,,2999-02-03,,,,\n' +
				'FRA,CAT,12,,,,,,,2025-02-03\n' +
				'FRA,CAT,10,,,2021-02-03,,2022-02-03,,\n' +
				'FRA,CED,"2,,,2021-02-03,,2022-02-03,,\n'
		);
		expect(plan.lines.map(({ line, outcome }) => [line, whyOf(outcome)])).toMatchObject([
			[2, { kind: 'unknownState', text: 'Atlantis' }],
			[3, { kind: 'unknownBody', body: 'XYZ' }],
			[4, undefined],
			[5, { kind: 'missing', field: 'report' }],
			[6, { kind: 'badCell', field: 'adopted', why: { kind: 'noSuchDay', lastDay: 28 } }],
			[7, { kind: 'gate', refusal: { kind: 'inTheFuture' } }],
			[8, { kind: 'adoptionMissing' }],
			[9, { kind: 'unitsMissing' }],
			[10, { kind: 'fileFault', fault: 'quoteNotClosed' }]
		]);
		expect(new Set(plan.events.map(({ stream }) => stream))).toEqual(new Set(['CMW/AZE/3']));
	});

	test('by the statechart leaves nothing of its line half done', () => {
		const plan = planOf(`${head}FRA,CAT,7,,,2021-05-12,,,2022-05-12,2025-05-12\n`);
		expect(whyOf(outcomes(plan)[0])).toMatchObject({ kind: 'gate', refusal: { kind: 'notAccepted' } });
		expect(plan.events).toEqual([]);
	});

	test('a line that comes twice is taken once; two that contradict each other are both refused', () => {
		const plan = planOf(
			head + azerbaijan + azerbaijan + 'FRA,CAT,7,,,2021-05-12,,,,\nFRA,CAT,7,,,2021-05-13,,,,\n'
		);
		expect(outcomes(plan)).toMatchObject([
			{ kind: 'new' },
			{ kind: 'repeated', line: 2 },
			{ kind: 'refused', why: { kind: 'contradicted', line: 5 } },
			{ kind: 'refused', why: { kind: 'contradicted', line: 4 } }
		]);
	});

	test('dates in three styles are read column by column, and one that could be two days is refused', () => {
		const text =
			'State,Body,Report,Submitted,Adopted\nAZE,CMW,3,2020-01-31,13/10/2021\nFRA,CAT,7,31 January 2020,05/06/2021\nFRA,CERD,7,02/03/2020,05/06/2021\n';
		const plan = planOf(text);
		expect(kinds(plan)).toEqual(['new', 'new', 'refused']);
		expect(
			plan.events.find(({ stream, type }) => stream === 'CAT/FRA/7' && type.startsWith('Conc'))?.on
		).toBe('2021-06-05');
		expect(whyOf(outcomes(plan)[2])).toMatchObject({ why: { kind: 'orderUnknown' } });
		expect(kinds(planOf(text, [], { orders: [null, null, null, 'monthDay', 'dayMonth'] }))).toEqual([
			'new',
			'new',
			'new'
		]);
	});
});

describe('several cycles of one State', () => {
	test('are taken in the order of their reports, so that the one report ends what the other asked for', () => {
		const plan = planOf(`${head}FRA,CAT,8,2024-01-10,,,,,,\nFRA,CAT,7,,,2021-05-12,,,,2025-05-12\n`);
		expect(kinds(plan)).toEqual(['new', 'new']);
		expect(owedIn('CAT/FRA/7', plan.events)).toEqual([['nextReport', '2025-05-12', '2024-01-10']]);
	});

	test('are the same in whichever order they come in', () => {
		const [first] = [planOf(`${head}FRA,CAT,8,2024-01-10,,,,,,\n`)];
		const second = planOf(`${head}FRA,CAT,7,,,2021-05-12,,,,2025-05-12\n`, first!.events);
		expect(owedIn('CAT/FRA/7', [...first!.events, ...second.events])).toEqual([
			['nextReport', '2025-05-12', '2024-01-10']
		]);
	});

	test('owe no report that was reviewed since, though nobody says when it came', () => {
		const plan = planOf(
			`${head}FRA,CAT,7,,,2017-05-12,,,,2021-05-12\nFRA,CAT,8,,,2022-05-12,,,,2026-05-12\n`
		);
		expect(outcomes(plan)).toMatchObject([
			{ kind: 'new', leftOut: true },
			{ kind: 'new', leftOut: false }
		]);
		expect(owedIn('CAT/FRA/7', plan.events)).toEqual([]);
	});
});

test('a hundred thousand lines are each accounted for, and it is told on the way how far it is', () => {
	const lines = Array.from({ length: 100_000 }, (_, place) => {
		const state = place % 4 === 3 ? 'Atlantis' : 'FRA';
		return `${state},CERD,${(place % 50) + 1},,,${1970 + (place % 50)}-06-07,,,,\n`;
	});
	const told: number[] = [];
	const plan = planOf(head + lines.join(''), [], {}, (part) => told.push(part));
	expect(plan.lines.map(({ line }) => line)).toEqual(lines.map((_, place) => place + 2));
	const by = Map.groupBy(kinds(plan), (kind) => kind);
	expect(Object.fromEntries([...by].map(([kind, all]) => [kind, all.length]))).toEqual({
		new: 50,
		repeated: 74_950,
		refused: 25_000
	});
	expect(told.length).toBeGreaterThan(100);
	expect(told).toEqual(told.toSorted((one, other) => one - other));
	expect(told.at(-1)).toBe(1);
}, 60_000);
