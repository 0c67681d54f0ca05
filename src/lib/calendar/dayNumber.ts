import type { IsoDate } from './date.ts';

/** A day as a whole number: days since 1 January 1970, negative before it. */
export type DayNumber = number;

/** A day of the week: 1 is Monday, 7 is Sunday. */
export type Weekday = number;

/** In a year that is no leap year, by the number of the month. */
const daysBeforeMonth = [0, 0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334];
/** What the sum below gives for 1 January 1970. */
const epoch = 719_528;

/** What 1 March of the year 0 is before 1 January 1970. */
const firstOfMarch = 719_468;
const daysIn400Years = 146_097;
/** From March on five months have 153 days together, again and again; the year ends within the third five. */
const daysIn5Months = 153;

/**
 * The number of a day, by arithmetic alone: for where thousands of days are told apart at once, and an object for
 * each would be too slow.
 */
export function dayNumber(day: IsoDate): DayNumber {
	const year = figure(day, 0) * 1000 + figure(day, 1) * 100 + figure(day, 2) * 10 + figure(day, 3);
	const month = figure(day, 5) * 10 + figure(day, 6);
	return numberOfDay(year, month, figure(day, 8) * 10 + figure(day, 9));
}

/** The number of a day that is given by its year, its month (1 to 12) and its day in it. */
export function numberOfDay(year: number, month: number, ofMonth: number): DayNumber {
	// A leap day counts from March of its year on.
	const leaps = month > 2 ? year : year - 1;
	const leapDays = Math.floor(leaps / 4) - Math.floor(leaps / 100) + Math.floor(leaps / 400);
	return year * 365 + leapDays + daysBeforeMonth[month]! + ofMonth - epoch;
}

/** Year, month (1 to 12) and day in it of a number. */
export function partsOf(number: DayNumber): { year: number; month: number; ofMonth: number } {
	// A year that begins in March has its leap day at its end, where it moves nothing.
	const since = number + firstOfMarch;
	const era = Math.floor(since / daysIn400Years);
	const ofEra = since - era * daysIn400Years;
	const leapDays = Math.floor(ofEra / 1460) - Math.floor(ofEra / 36_524) + Math.floor(ofEra / 146_096);
	const yearOfEra = Math.floor((ofEra - leapDays) / 365);
	const ofYear = ofEra - (yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
	const fromMarch = Math.floor((5 * ofYear + 2) / daysIn5Months);
	const ofMonth = ofYear - Math.floor((daysIn5Months * fromMarch + 2) / 5) + 1;
	const month = fromMarch < 10 ? fromMarch + 3 : fromMarch - 9;
	return { year: era * 400 + yearOfEra + (month > 2 ? 0 : 1), month, ofMonth };
}

/** The day that a number stands for. */
export function dayOf(number: DayNumber): IsoDate {
	const { year, month, ofMonth } = partsOf(number);
	return `${padded(year, 4)}-${padded(month, 2)}-${padded(ofMonth, 2)}` as IsoDate;
}

/** The last day of a month, 28 to 31. */
export const lastDayOf = (year: number, month: number): number =>
	month === 12 ? 31 : numberOfDay(year, month + 1, 1) - numberOfDay(year, month, 1);

/** The day of the week of a number. */
export const weekdayOf = (number: DayNumber): Weekday => ((((number + 3) % 7) + 7) % 7) + 1;

const figure = (text: string, place: number): number => text.charCodeAt(place) - 48;

const padded = (figures: number, digits: number): string => `${figures}`.padStart(digits, '0');
