import type { IsoDate } from './date.ts';
import type { Weekday } from './dayNumber.ts';

/** What a clock on somebody's wall shows. */
export interface LocalClock {
	day: IsoDate;
	/** `HH:MM`, of 24 hours: two of them compare with `<`. */
	time: string;
	weekday: Weekday;
}

/** What the clocks of a time zone show at an instant. @param zone as IANA names it, `Europe/Zurich` */
export function clockIn(zone: string, instant: string): LocalClock {
	const local = Temporal.Instant.from(instant).toZonedDateTimeISO(zone);
	return {
		day: local.toPlainDate().toString() as IsoDate,
		time: local.toPlainTime().toString({ smallestUnit: 'minute' }),
		weekday: local.dayOfWeek
	};
}
