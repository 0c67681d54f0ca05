import type { IsoDate } from '#lib/calendar/date.ts';
import type { Duty } from './deadline.ts';
import type { EffectiveEvent, EventOf } from './events/read.ts';
import type { Timeline } from './timeline/fold.ts';
import type { Obligation } from './timeline/obligation.ts';
import { dateInForce } from './timeline/owed.ts';
import { compareUnits, isLettered, paragraphOf, parentOf, type Unit } from './units.ts';

/** Where a unit is answered: under a heading that names it, under one that names what it is part of, or nowhere. */
export type Answer =
	| {
			kind: 'named';
			heading: string | undefined;
			paragraphs: readonly [number, number] | undefined;
			by: EffectiveEvent;
	  }
	/** `as` is what the heading names instead: the paragraph around it, or a part of it. */
	| {
			kind: 'notOnItsOwn';
			as: Unit;
			heading: string | undefined;
			paragraphs: readonly [number, number] | undefined;
			by: EffectiveEvent;
	  }
	| { kind: 'notNamed' }
	/** No reply has been received by that day. */
	| { kind: 'awaited' };

export interface CoverageRow {
	unit: Unit;
	kind: 'chapeau' | 'lettered' | 'roman';
	topic: string | undefined;
	answer: Answer;
	/** Every deadline the unit has: with the follow-up, with the next report, or both. */
	deadlines: readonly { duty: Duty; obligation: string; due: IsoDate | null }[];
	/** Its grade, with the day it was given: what a letter says depends on the scale of that day. */
	graded: { grade: string; on: IsoDate } | undefined;
}

/** A recommending paragraph, with what it owes the next report. */
export interface RecommendationRow {
	paragraph: number;
	topic: string | undefined;
	units: readonly Unit[];
	reiterates: readonly string[];
	/** Its units on which the next report must give information. */
	forNextReport: readonly Unit[];
	/** Whether follow-up on it was asked for. */
	followUp: boolean;
}

/**
 * What was asked against what was answered, unit by unit, as known on a day. Empty where no follow-up was asked
 * for by then. A paragraph asked for whole is spread into the units that recommend something.
 */
export function coverageOn(timeline: Timeline, asOf: IsoDate): CoverageRow[] {
	const facts = timeline.facts.filter(({ on }) => on <= asOf);
	const recommendations = recommendationsIn(facts);
	const followUps = timeline.obligations.filter(
		({ duty, openedBy }) => duty === 'followUp' && openedBy.on <= asOf
	);
	const replies = ofType(facts, 'FollowUpReceived');
	const grades = new Map(
		ofType(facts, 'FollowUpAssessed').flatMap(({ on, data }) =>
			data.grades.map(({ unit, grade }): [Unit, { grade: string; on: IsoDate }] => [unit, { grade, on }])
		)
	);
	const asked = [...new Set(followUps.flatMap(({ units }) => spread(units, recommendations)))];
	const answerOn = (unit: Unit): Answer => {
		// What was asked again is not answered by what came before.
		const asksIt = ({ units }: Obligation) => spread(units, recommendations).includes(unit);
		const askedOn = followUps.findLast(asksIt)?.openedBy.on ?? '';
		const since = replies.filter(({ on }) => on >= askedOn);
		return since.length ? answerTo(unit, since) : { kind: 'awaited' };
	};
	return asked.sort(compareUnits).map((unit) => ({
		unit,
		kind: kindOf(unit),
		topic: recommendations.get(paragraphOf(unit))?.topic,
		answer: answerOn(unit),
		deadlines: deadlinesOf(unit, timeline, recommendations, asOf),
		graded: gradeOf(unit, grades)
	}));
}

/** What every duty of a cycle asks about, unit by unit, as known on a day: those of follow-up, and of the next report. */
export function askedOn(
	timeline: Timeline,
	asOf: IsoDate
): { obligation: Obligation; unit: Unit; topic: string | undefined }[] {
	const facts = timeline.facts.filter(({ on }) => on <= asOf);
	const recommendations = recommendationsIn(facts);
	const forNextReport = ofType(facts, 'InformationForNextReportRequested').flatMap(({ data }) => data.units);
	const asked = ({ duty, units }: Obligation): readonly Unit[] =>
		duty === 'nextReport' ? forNextReport : spread(units, recommendations);
	return timeline.obligations
		.filter(({ openedBy }) => openedBy.on <= asOf)
		.flatMap((obligation) =>
			[...new Set(asked(obligation))].sort(compareUnits).map((unit) => ({
				obligation,
				unit,
				topic: recommendations.get(paragraphOf(unit))?.topic
			}))
		);
}

/** The lettered units that no heading of the reply names, nor the paragraph around them. */
export function notAnswered(rows: readonly CoverageRow[]): Unit[] {
	return rows
		.filter(({ unit, answer }) => isLettered(unit) && answer.kind === 'notNamed')
		.map(({ unit }) => unit);
}

/** Every recommendation of a cycle, with its duties for the next report, as known on a day. */
export function recommendationsOn(timeline: Timeline, asOf: IsoDate): RecommendationRow[] {
	const facts = timeline.facts.filter(({ on }) => on <= asOf);
	const forNextReport = new Set(
		ofType(facts, 'InformationForNextReportRequested').flatMap(({ data }) => data.units)
	);
	const followUp = new Set(
		ofType(facts, 'FollowUpRequested').flatMap(({ data }) => data.units.map(paragraphOf))
	);
	return [...recommendationsIn(facts).values()].map(({ paragraph, topic, units, reiterates }) => ({
		paragraph,
		topic,
		units,
		reiterates: reiterates ?? [],
		forNextReport: units.filter((unit) => forNextReport.has(unit)),
		followUp: followUp.has(paragraph)
	}));
}

type Recommendation = EventOf<'RecommendationsMade'>['data']['recommendations'][number];

const recommendationsIn = (facts: readonly EffectiveEvent[]): Map<number, Recommendation> =>
	new Map(
		ofType(facts, 'RecommendationsMade').flatMap(({ data }) =>
			data.recommendations.map((recommendation) => [recommendation.paragraph, recommendation])
		)
	);

function ofType<Type extends EffectiveEvent['type']>(
	facts: readonly EffectiveEvent[],
	type: Type
): EventOf<Type>[] {
	return facts.filter((fact) => fact.type === type) as unknown as EventOf<Type>[];
}

/** A unit and all within it, as far as the recommendations say what is in it; itself where they do not. */
function spread(units: readonly Unit[], recommendations: ReadonlyMap<number, Recommendation>): Unit[] {
	return units.flatMap((unit) => {
		const known = recommendations.get(paragraphOf(unit))?.units ?? [];
		const within = known.filter((one) => one === unit || isWithin(one, unit));
		return within.length ? within : [unit];
	});
}

function isWithin(unit: Unit, outer: Unit): boolean {
	const parent = parentOf(unit);
	return parent !== undefined && (parent === outer || isWithin(parent, outer));
}

function answerTo(unit: Unit, replies: readonly EventOf<'FollowUpReceived'>[]): Answer {
	const sections = replies.flatMap((reply) =>
		reply.data.sections.map((section) => ({ ...section, by: reply as EffectiveEvent }))
	);
	const named = sections.find(({ units }) => units.includes(unit));
	if (named) return { kind: 'named', heading: named.heading, paragraphs: named.paragraphs, by: named.by };
	for (const { units, heading, paragraphs, by } of sections) {
		const as = units.find((one) => isWithin(unit, one) || isWithin(one, unit));
		if (as) return { kind: 'notOnItsOwn', as, heading, paragraphs, by };
	}
	return { kind: 'notNamed' };
}

function deadlinesOf(
	unit: Unit,
	timeline: Timeline,
	recommendations: ReadonlyMap<number, Recommendation>,
	asOf: IsoDate
): CoverageRow['deadlines'] {
	const forNextReport = ofType(timeline.facts, 'InformationForNextReportRequested').some(
		({ on, data }) => on <= asOf && data.units.includes(unit)
	);
	const concerns = ({ duty, units, openedBy }: Obligation) =>
		openedBy.on <= asOf &&
		((duty === 'followUp' && spread(units, recommendations).includes(unit)) ||
			(duty === 'nextReport' && forNextReport));
	return timeline.obligations.filter(concerns).map((obligation) => ({
		duty: obligation.duty,
		obligation: obligation.id,
		due: dateInForce(obligation, asOf).due
	}));
}

/** The grade of a unit, or of what it is part of: a paragraph may be graded whole. */
function gradeOf<Graded>(unit: Unit, grades: ReadonlyMap<Unit, Graded>): Graded | undefined {
	const parent = parentOf(unit);
	return grades.get(unit) ?? (parent ? gradeOf(parent, grades) : undefined);
}

function kindOf(unit: Unit): CoverageRow['kind'] {
	if (isLettered(unit)) return 'lettered';
	return unit.includes('(') ? 'roman' : 'chapeau';
}
