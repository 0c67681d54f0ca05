import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dayAfter, shiftDate } from '#lib/calendar/interval.ts';
import type { IsoDate } from '#lib/calendar/date.ts';
import type { Duty } from '#lib/cycle/deadline.ts';
import { chartEventOf, startChart } from '#lib/cycle/statechart/chart.ts';
import { dateHistory } from '#lib/cycle/timeline/dateHistory.ts';
import type { DueDate } from '#lib/cycle/timeline/dueDate.ts';
import { foldCycle, type Timeline } from '#lib/cycle/timeline/fold.ts';
import { obligationOn, spellsOn } from '#lib/cycle/timeline/views.ts';
import { acceptedOn } from '#lib/cycle/timeline/acceptedOn.ts';
import { knownAt } from '#lib/cycle/timeline/knownAt.ts';
import type { Envelope } from '#lib/envelope/envelope.ts';
import { stateExplanation } from '#lib/words/stateExplanations.ts';
import { stateLabel, statesLabel } from '#lib/words/states.ts';
import { obligationSentence } from '#lib/words/obligation.ts';
import { anomalySentence } from '#lib/words/refusals.ts';
import { why } from '#lib/words/why.ts';
import { anyHistory, recordIn, type Told } from './histories.ts';

const runs = { numRuns: 500 };
const fold = (events: readonly Envelope[]) => foldCycle('CMW/AZE/3', events) as Timeline;
const foldTold = (told: readonly Told[]) => fold(recordIn(told));

/** What is known of every date, without the ids and instants that recording adds. */
const known = (timeline: Timeline) => ({
	facts: timeline.facts.map(({ type, on, data }) => ({ type, on, data })),
	spells: timeline.spells.map(({ state, from, to }) => ({ state, from, to })),
	obligations: timeline.obligations.map(({ id, dates, ending, reminders, changes }) => ({
		id,
		dates: dates.map(({ due, certainty, basis, from, computed }) => [
			due,
			certainty,
			basis,
			from,
			computed?.due
		]),
		ending: ending && [ending.how, ending.on],
		reminders: reminders.map(({ on }) => on),
		changes: changes.map(({ type, on }) => [type, on])
	})),
	anomalies: timeline.anomalies.map((anomaly) => 'event' in anomaly && [anomaly.event.type, anomaly.event.on])
});

test('replay is deterministic: the same events give the same timeline', () => {
	fc.assert(
		fc.property(anyHistory, (history) => {
			const events = recordIn(history);
			expect(fold(structuredClone(events))).toEqual(fold(events));
		}),
		runs
	);
});

test('the order in which facts arrive does not change what is known of any date', () => {
	const shuffled = anyHistory.chain((history) =>
		fc.tuple(
			fc.constant(history),
			fc.shuffledSubarray(history, { minLength: history.length, maxLength: history.length })
		)
	);
	fc.assert(
		fc.property(shuffled, ([history, arrival]) => {
			expect(known(foldTold(arrival))).toEqual(known(foldTold(history)));
		}),
		runs
	);
});

test('a correction and its correction cancel out', () => {
	fc.assert(
		fc.property(anyHistory, fc.nat(), fc.boolean(), (history, pick, replaces) => {
			fc.pre(history.length > 0);
			const events = recordIn(history);
			const target = events[pick % events.length]!;
			const [correction, undoing] = recordIn([
				...history,
				{ type: 'RecordCorrected', on: '2026-01-01', data: { action: 'withdraw', reason: 'x' } },
				{ type: 'RecordCorrected', on: '2026-01-01', data: { action: 'withdraw', reason: 'y' } }
			]).slice(-2) as [Envelope, Envelope];
			correction.corrects = target.id;
			undoing.corrects = correction.id;
			if (replaces)
				correction.data = {
					...correction.data,
					action: 'replace',
					on: '2019-05-05',
					data: target.data,
					source: null
				};
			const after = fold([...events, correction, undoing]);
			expect(known(after)).toEqual(known(fold(events)));
			expect(after.withdrawn.has(target.id)).toBe(false);
		}),
		runs
	);
});

test('nothing is overdue on its due day, and everything owed is overdue the day after', () => {
	fc.assert(
		fc.property(anyHistory, (history) => {
			const timeline = foldTold(history);
			for (const obligation of timeline.obligations) {
				const { due, from } = obligation.dates.at(-1)!;
				if (!due || due < from) continue;
				const stands = (day: IsoDate) => obligationOn(obligation, day)?.standing.kind;
				expect(stands(due)).not.toBe('overdue');
				if (!obligation.ending) {
					expect(stands(due)).toBe('dueToday');
					expect(stands(dayAfter(due))).toBe('overdue');
				}
			}
		}),
		runs
	);
});

test('the statechart and the obligations agree on every day about what is overdue', () => {
	const region = (duty: Duty) => (duty === 'replies' ? 'listOfIssues' : duty);
	fc.assert(
		fc.property(
			anyHistory,
			fc.array(fc.integer({ min: 0, max: 5000 }), { maxLength: 20 }),
			(history, days) => {
				const timeline = foldTold(history);
				for (const offset of days) {
					const day = shiftDate('2018-01-01', `P${offset}D`);
					const inChart = spellsOn(timeline, day)
						.map(({ state }) => state)
						.filter((state) => state.endsWith('.deadline.overdue'));
					const owed = timeline.obligations.filter(
						(obligation) => obligationOn(obligation, day)?.standing.kind === 'overdue'
					);
					expect(owed).toHaveLength(inChart.length);
					for (const { duty } of owed)
						expect(inChart.some((state) => state.includes(region(duty)))).toBe(true);
				}
			}
		),
		runs
	);
});

test('every event is either taken or explained, and none is lost', () => {
	fc.assert(
		fc.property(anyHistory, (history) => {
			const { facts, anomalies, preparation } = foldTold(history);
			const idle = anomalies.filter(({ kind }) => kind === 'unfounded').length;
			const preparing = preparation.events.length - idle;
			expect(facts.length + preparing + anomalies.length).toBe(history.length);
			for (const anomaly of anomalies) expect(anomalySentence(anomaly).length).toBeGreaterThan(20);
		}),
		runs
	);
});

test('at every step the cycle can explain itself: its states, its dates, what is owed', () => {
	fc.assert(
		fc.property(anyHistory, (history) => {
			const timeline = foldTold(history);
			for (const { on } of timeline.steps) {
				const states = spellsOn(timeline, on).map(({ state }) => state);
				expect(states.length).toBeGreaterThan(0);
				expect(statesLabel(states)).not.toMatch(/\./);
				for (const state of states) {
					expect(stateLabel(state)).not.toBe(state);
					expect(stateExplanation(state)).not.toBe(state);
				}
				for (const obligation of timeline.obligations) {
					const seen = obligationOn(obligation, on);
					if (seen) expect(obligationSentence(seen)).toMatch(/Azerbaijan.*\.$/);
				}
			}
			for (const { dates } of timeline.obligations)
				for (const date of dates) expect(why(date).every((sentence) => sentence.endsWith('.'))).toBe(true);
		}),
		runs
	);
});

test('what the buttons offer on a day is what the statechart takes that day', () => {
	fc.assert(
		fc.property(anyHistory, fc.integer({ min: 0, max: 4000 }), (history, offset) => {
			const timeline = foldTold(history);
			const day = shiftDate('2018-01-01', `P${offset}D`);
			const chart = startChart(timeline.procedure);
			const accepted = acceptedOn(timeline, day);
			for (const { on, type } of timeline.steps) if (on <= day) chart.send(type);
			for (const type of accepted) expect(chart.accepted()).toContain(type);
			for (const fact of timeline.facts.filter(({ on }) => on === day).slice(0, 1)) {
				const before = acceptedOn(timeline, shiftDate(day, 'P1D', 'before'));
				const clockOnly = timeline.steps.some(({ on, cause }) => on === day && cause.kind === 'clock');
				if (!clockOnly) expect(before).toContain(chartEventOf(fact));
			}
		}),
		runs
	);
});

test('what was known at an instant is the fold of what was recorded by then', () => {
	fc.assert(
		fc.property(anyHistory, fc.nat({ max: 20 }), (history, seconds) => {
			const events = recordIn(history);
			const instant = new Date(Date.UTC(2026, 0, 1, 0, 0, seconds)).toISOString();
			expect(fold(knownAt(events, instant))).toEqual(fold(events.slice(0, seconds + 1)));
		}),
		runs
	);
});

test('the history of a date holds at every instant what was believed then, and nothing else', () => {
	fc.assert(
		fc.property(
			anyHistory,
			fc.array(fc.tuple(fc.nat(), fc.boolean()), { maxLength: 6 }),
			(history, slips) => {
				const events = recordIn([
					...history,
					...slips.map(() => ({
						type: 'RecordCorrected',
						on: '2026-01-01' as const,
						data: { action: 'withdraw', reason: 'x' }
					}))
				]);
				// Any event before it may be what a correction takes back, another correction too.
				for (const [place, [pick, atOnce]] of slips.entries()) {
					const correction = events[history.length + place]!;
					const before = events[history.length + place - 1];
					if (!before) continue;
					correction.corrects = events[pick % (history.length + place)]!.id;
					if (atOnce) correction.recordedAt = before.recordedAt;
				}
				const ids = new Set(
					events.flatMap((_, last) => fold(events.slice(0, last + 1)).obligations.map(({ id }) => id))
				);
				for (const id of ids) {
					const dates = dateHistory({ id, stream: 'CMW/AZE/3' }, events);
					for (const { recordedAt: instant } of events) {
						const believed = dates.filter(
							({ learntBy, givenUpBy }) =>
								learntBy.recordedAt <= instant && (!givenUpBy || instant < givenUpBy.recordedAt)
						);
						const known = fold(knownAt(events, instant)).obligations.find(
							(obligation) => obligation.id === id
						);
						expect(believed.map(told).sort()).toEqual((known?.dates ?? []).map(told).sort());
					}
				}
			}
		),
		{ numRuns: 100 }
	);
});

const told = ({ due, certainty, basis, from, setBy }: DueDate) =>
	`${from} ${due} ${certainty} ${basis} ${setBy.id}`;
