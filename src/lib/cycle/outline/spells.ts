import type { IsoDate } from '#lib/calendar/date.ts';
import type { StatePath } from '../statechart/chart.ts';

/** A time that a cycle spends in one state, as long as a day or longer. */
export interface OutlinedSpell {
	state: StatePath;
	/** Null: from the beginning. */
	from: IsoDate | null;
	/** The first day on which it is over; null: without an end. */
	to: IsoDate | null;
	/** Which step of the statechart began it, by its place from 0 on; what one step began came together. */
	step: number | null;
}

/**
 * The spells of a cycle as one text, `0 - 2021-10-08 -;1 2021-10-08 - 2`: the place of the state among the states, its
 * two days and its step. As a text they cost a start next to nothing, and of all that is kept they are the most.
 */
export interface OutlinedSpells {
	states: readonly StatePath[];
	text: string;
}

/** Spells as one text; read them with `readSpells`. The states are in the order in which they first come. */
export function writeSpells(spells: readonly OutlinedSpell[]): OutlinedSpells {
	const states = [...new Set(spells.map(({ state }) => state))];
	const places = new Map(states.map((state, place) => [state, place]));
	const text = spells
		.map(({ state, from, to, step }) => [places.get(state), from ?? none, to ?? none, step ?? none].join(' '))
		.join(';');
	return { states, text };
}

/** The spells of an outline, in the order in which they began. */
export function readSpells({ spells: { states, text } }: { spells: OutlinedSpells }): OutlinedSpell[] {
	if (!text) return [];
	return text.split(';').map((spell): OutlinedSpell => {
		const [place, from, to, step] = spell.split(' ');
		return {
			state: states[Number(place)]!,
			from: from === none ? null : (from as IsoDate),
			to: to === none ? null : (to as IsoDate),
			step: step === none ? null : Number(step)
		};
	});
}

/** Whether two outlines are in the same states at the same times. */
export const haveSameSpells = (
	{ spells: one }: { spells: OutlinedSpells },
	{ spells: other }: { spells: OutlinedSpells }
): boolean =>
	one.text === other.text && (one.states === other.states || one.states.join() === other.states.join());

const none = '-';
