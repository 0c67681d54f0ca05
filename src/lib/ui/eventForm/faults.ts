import type { DateRefusal, IsoDate } from '#lib/calendar/date.ts';

/** What was typed, by the name of its input. */
export type Typed = Readonly<Record<string, string | undefined>>;

/** Why an input is not taken. */
export type FieldFault =
	| { kind: 'missing' }
	| { kind: 'notAUnit'; text: string }
	| { kind: 'notANumber'; text: string }
	| { kind: 'notAnInterval'; text: string }
	| { kind: 'noGrade' }
	| { kind: 'notASymbol'; text: string }
	| { kind: 'symbolOfOtherDocument'; text: string }
	| { kind: 'symbolOfAnother'; text: string }
	| { kind: 'inTheFuture'; on: IsoDate; today: IsoDate }
	| DateRefusal;

/** The faults of a form, by the name of the input each belongs to. */
export type Faults = Readonly<Record<string, FieldFault>>;
