import { m } from './catalogue/messages.js';
import { count } from './dates.ts';

const ordinals = [
	m.ordinal_1,
	m.ordinal_2,
	m.ordinal_3,
	m.ordinal_4,
	m.ordinal_5,
	m.ordinal_6,
	m.ordinal_7,
	m.ordinal_8,
	m.ordinal_9,
	m.ordinal_10,
	m.ordinal_11,
	m.ordinal_12,
	m.ordinal_13,
	m.ordinal_14,
	m.ordinal_15,
	m.ordinal_16,
	m.ordinal_17,
	m.ordinal_18,
	m.ordinal_19,
	m.ordinal_20,
	m.ordinal_21,
	m.ordinal_22,
	m.ordinal_23,
	m.ordinal_24,
	m.ordinal_25,
	m.ordinal_26,
	m.ordinal_27,
	m.ordinal_28,
	m.ordinal_29,
	m.ordinal_30
];

/** "fourteenth" as documents of the United Nations write it; beyond the words there are, in figures: "31st". */
export const ordinal = (number: number): string =>
	ordinals[number - 1]?.() ?? m.ordinal_figure({ days: number, number: count(number) });
