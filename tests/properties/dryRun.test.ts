import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { shiftDate } from '#lib/calendar/interval.ts';
import { passGate, type GateContext } from '#lib/cycle/gate.ts';
import { outlineStream, type Outline } from '#lib/cycle/outline/outline.ts';
import { changeOn, tryInCycle, type RuleChange } from '#lib/cycle/rules/dryRun.ts';
import { foldCycle, type Timeline } from '#lib/cycle/timeline/fold.ts';
import { dateInForce, type Owed } from '#lib/cycle/timeline/owed.ts';
import type { Envelope } from '#lib/envelope/envelope.ts';
import { canBeAmended, datingRules, type Amendment } from '#lib/procedures/amendments.ts';
import type * as Index from '#lib/procedures/index.ts';
import { procedureOf } from '#lib/procedures/index.ts';
import { anyHistory, recordIn, type Told } from './histories.ts';

/** Two of the procedures have a newer version here: with other lengths, other steps, or fewer. */
vi.mock('#lib/procedures/index.ts', async (original) => {
	const { procedures, procedureOf } = await original<typeof Index>();
	const [cmw, crpd] = [procedureOf('CMW')!, procedureOf('CRPD')!];
	const rule = {
		value: 'P3Y',
		validFrom: null,
		validTo: null,
		source: 'a new text',
		verified: true
	} as const;
	const newer = [
		{
			...cmw,
			version: 2,
			reporting: { ...cmw.reporting!, initialReportWithin: [rule] },
			reportAfterNotice: crpd.reportAfterNotice
		},
		{ ...crpd, version: 2, simplifiedReporting: null, reportAfterNotice: null }
	];
	const all = [...procedures, ...newer];
	return {
		procedures: all,
		procedureOf: (body: string, version?: number) =>
			all.findLast((one) => one.body === body && (version === undefined || one.version === version))
	};
});

const dayAt = (offset: number) => shiftDate('2018-01-01', `P${offset}D`);
const anyDay = fc.integer({ min: 0, max: 4000 }).map(dayAt);
const anyEarlyDay = fc.integer({ min: 0, max: 600 }).map(dayAt);

/** A fact whose deadline the rule alone gives, as the treaties have it; or stands beside one that nobody stated. */
const byTheTreaty: fc.Arbitrary<Told> = fc.record({
	type: fc.constantFrom('TreatyEnteredIntoForce', 'NoticeOfReviewGiven', 'VisitReportTransmitted'),
	on: anyEarlyDay,
	data: fc.constant({ deadline: { kind: 'unstated' } })
});

const bodies = ['CMW', 'CRPD', 'SPT'] as const;
const rulesOf = (body: string) => datingRules.filter((rule) => canBeAmended(procedureOf(body, 1)!, { rule }));
/** Mostly of a rule that the body has: one that it does not have changes nothing. */
const anyAmendment = (body: string): fc.Arbitrary<Amendment> =>
	fc.record({
		rule: fc.oneof(
			{ weight: 5, arbitrary: fc.constantFrom(...rulesOf(body)) },
			{ weight: 1, arbitrary: fc.constantFrom(...datingRules) }
		),
		value: fc.constantFrom('P6M' as const, 'P18M' as const, 'P3Y' as const),
		// Often of the same day, so that one takes the place of another.
		validFrom: fc.oneof(fc.constantFrom(dayAt(0), dayAt(1)), anyEarlyDay),
		source: fc.constant('a decision'),
		verified: fc.boolean()
	});
const anyChange: fc.Arbitrary<RuleChange> = fc
	.constantFrom(...bodies)
	.chain((body) =>
		fc.record({
			body: fc.constant(body),
			isMove: fc.boolean(),
			amendments: fc.array(anyAmendment(body), { minLength: 1, maxLength: 2 })
		})
	)
	.map(({ body, isMove, amendments }) => ({
		body,
		version: isMove ? procedureOf(body)!.version : null,
		amendments: isMove ? [] : amendments,
		reason: 'decided'
	}));

let ids = 0;
const idFor = (number: number) => `00000000-0000-7000-8000-${number.toString(16).padStart(12, '0')}`;
const context: GateContext = {
	today: '2030-01-01',
	now: '2030-01-01T00:00:00.000Z',
	by: '',
	replica: idFor(0),
	newId: () => idFor((ids += 1) + 0xff_ff_ff)
};

/** Some cycles before some bodies: opened under the first version or not, some of them under amended rules. */
const anyWorld: fc.Arbitrary<Envelope[]> = fc
	.array(
		fc.record({
			body: fc.constantFrom(...bodies),
			report: fc.constantFrom('1', '3'),
			isOpened: fc.boolean(),
			before: fc.option(
				fc.array(fc.constantFrom(...bodies).chain(anyAmendment), { minLength: 1, maxLength: 2 }),
				{ nil: null }
			),
			treaty: fc.array(byTheTreaty, { maxLength: 2 }),
			history: fc.oneof(anyHistory, fc.constant([]))
		}),
		{ minLength: 1, maxLength: 5 }
	)
	.map((cycles) =>
		cycles.flatMap(({ body, report, isOpened, before, treaty, history }, place) => {
			const procedure = { body, version: 1 };
			const opened = {
				type: 'CycleOpened',
				on: dayAt(0),
				data: { procedure, reportNumbers: [Number(report)] }
			};
			const changed = {
				type: 'ProcedureChanged',
				on: dayAt(0),
				data: { procedure, amendments: before, reason: 'decided before' }
			};
			const all = [...(isOpened ? [opened] : []), ...(before ? [changed] : []), ...treaty, ...history];
			return recordIn(all).map((event, index) => ({
				...event,
				id: idFor(place * 1000 + index + 1),
				stream: `${body}/${['AZE', 'ALB', 'ARG', 'BLZ', 'NGA'][place]}/${report}`
			}));
		})
	);

const outlinesOf = (events: readonly Envelope[]): Map<string, Outline> =>
	new Map(
		[...Map.groupBy(events, ({ stream }) => stream)].map(([stream, ofStream]) => [
			stream,
			outlineStream(stream, ofStream) as Outline
		])
	);
const owedIn = ({ obligations }: Outline): Map<string, Owed> =>
	new Map(obligations.map((one) => [one.id, one]));

const folded = (stream: string, world: readonly Envelope[]): Timeline =>
	foldCycle(
		stream,
		world.filter((event) => event.stream === stream)
	) as Timeline;

/** A cycle in which the change is recorded, whatever the dry run thinks of it. */
function foldedWith(
	stream: string,
	world: readonly Envelope[],
	{ body, version, amendments }: RuleChange
): Timeline {
	const pinned = version ?? folded(stream, world).procedure.version;
	const [event] = recordIn([
		{
			type: 'ProcedureChanged',
			on: '2030-01-01',
			data: { procedure: { body, version: pinned }, amendments, reason: 'decided' }
		}
	]);
	const recordedAt = '2031-01-01T00:00:00.000Z';
	return folded(stream, [...world, { ...event!, id: idFor(0xff_ff), recordedAt, stream }]);
}

const rulesOfCycle = ({ procedure }: Timeline): string => JSON.stringify(procedure);

/** What the rules give for each obligation, date by date, whether or not it is the day that counts. */
const besides = ({ obligations }: Timeline): string[] =>
	obligations.map(({ id, dates }) => `${id} ${dates.map(({ computed }) => computed?.due ?? '').join()}`);

test('a dry run lists exactly what taking the change changes', { timeout: 120_000 }, () => {
	const seen = { deadlines: 0, refused: 0, taken: 0, untouched: 0, compared: 0 };
	fc.assert(
		fc.property(anyWorld, anyChange, (world, change) => {
			const before = outlinesOf(world);
			const ours = { ...context, amended: [...before.values()] };
			const streams = [...before.keys()].filter((stream) => stream.startsWith(`${change.body}/`));
			const trials = streams.flatMap(
				(stream) =>
					tryInCycle(
						stream,
						world.filter((event) => event.stream === stream),
						change,
						ours
					) ?? []
			);

			const passed = passGate(
				trials.map(({ proposal }) => proposal),
				world,
				{ ...ours, anyway: true }
			);
			if (!passed.ok) throw new Error(JSON.stringify(passed.error));
			const taken = [...world, ...(passed.value.events as Envelope[])];
			const after = outlinesOf(taken);

			for (const [stream, was] of before) {
				const is = after.get(stream)!;
				const trial = trials.find((one) => one.stream === stream);
				const untaken = folded(stream, world);
				if (!trial) {
					expect(is).toEqual(was);
					// It would run under the same rules, to the letter; of another body it is none.
					if (was.body === change.body)
						expect(rulesOfCycle(foldedWith(stream, world, change))).toBe(rulesOfCycle(untaken));
					seen.untouched += 1;
					continue;
				}
				const [were, are] = [owedIn(was), owedIn(is)];
				const different = [...new Set([...were.keys(), ...are.keys()])].filter(
					(id) => JSON.stringify(were.get(id)) !== JSON.stringify(are.get(id))
				);
				expect(trial.deadlines.map(({ id }) => id)).toEqual(different.sort());
				for (const deadline of trial.deadlines) {
					expect(deadline.before).toEqual(were.get(deadline.id) ?? null);
					expect(deadline.after).toEqual(are.get(deadline.id) ?? null);
				}
				expect(trial.refused.length - trial.taken.length).toBe(is.anomalies - was.anomalies);
				const beside = besides(folded(stream, taken)).filter(
					(one) => !besides(untaken).includes(one) && !different.includes(one.split(' ')[0]!)
				);
				expect(trial.compared).toEqual(beside.map((one) => one.split(' ')[0]));
				seen.deadlines += trial.deadlines.length;
				seen.refused += trial.refused.length;
				seen.taken += trial.taken.length;
				seen.compared += trial.compared.length;
			}
		}),
		{ numRuns: 700 }
	);
	for (const [what, times] of Object.entries(seen)) expect(times, what).toBeGreaterThan(0);
});

test('a changed deadline seen on a day shows two dates that differ', { timeout: 120_000 }, () => {
	let pairs = 0;
	fc.assert(
		fc.property(anyWorld, anyChange, anyDay, (world, change, asOf) => {
			for (const [stream, events] of Map.groupBy(world, (event) => event.stream)) {
				if (!stream.startsWith(`${change.body}/`)) continue;
				for (const deadline of tryInCycle(stream, events, change, context)?.deadlines ?? []) {
					const { before, after } = changeOn(deadline, asOf);
					if (!before || !after) continue;
					const dueIsSame = deadline.before!.dates.every(
						({ due }, place) => due === deadline.after!.dates[place]?.due
					);
					if (dueIsSame) expect(before.date).toEqual(dateInForce(deadline.before!, asOf));
					else expect(before.date.due).not.toBe(after.date.due);
					pairs += 1;
				}
			}
		}),
		{ numRuns: 1000 }
	);
	expect(pairs).toBeGreaterThan(0);
});
