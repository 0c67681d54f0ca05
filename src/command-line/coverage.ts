import { parentOf, paragraphOf, type Unit } from '#lib/cycle/units.ts';
import type { ConcludingObservations, FollowUpReply } from '#lib/documents/index.ts';

/** What was asked for against what a reply's headings name. */
export interface Coverage {
	/** Nothing of it, nor what it is part of, is named. */
	notNamed: Unit[];
	/** Only what it is part of is named, or, for opening words, only limbs under them. */
	notNamedOnTheirOwn: Unit[];
}

/** The units follow-up is asked on, each paragraph spread into those that recommend something. */
export function requestedUnits({ followUp, paragraphs }: ConcludingObservations): Unit[] {
	const recommending = paragraphs.flatMap(({ recommends }) => recommends);
	return (followUp?.units.value ?? []).flatMap((asked) => {
		const within = recommending.filter((unit) => unit === asked || isPartOf(unit, asked));
		return within.length > 0 ? within : [asked];
	});
}

export function coverageOf(requested: readonly Unit[], { sections }: FollowUpReply): Coverage {
	const named = sections.flatMap(({ units }) => units);
	const unnamed = requested.filter((unit) => !named.includes(unit));
	const isTouched = (unit: Unit): boolean => named.some((one) => isPartOf(unit, one) || isPartOf(one, unit));
	return {
		notNamed: unnamed.filter((unit) => !isTouched(unit)),
		notNamedOnTheirOwn: unnamed.filter(isTouched)
	};
}

/** Whether a unit lies in another, at any depth. */
function isPartOf(unit: Unit, whole: Unit): boolean {
	const parent = parentOf(unit);
	return parent !== undefined && (parent === whole || isPartOf(parent, whole));
}

/** Whether a requested unit is a paragraph's opening words: it bears the bare number and others stand under it. */
export const isChapeau = (unit: Unit, requested: readonly Unit[]): boolean =>
	parentOf(unit) === undefined &&
	requested.some((other) => other !== unit && paragraphOf(other) === paragraphOf(unit));
