import { expect, it } from 'vitest';
import { clockIn } from './localClock.ts';

it.each([
	// 22 November 2026 is a Sunday; in Kiritimati it is Monday already.
	['Europe/Zurich', '2026-11-22T22:59:59.999Z', '2026-11-22', '23:59', 7],
	['Europe/Zurich', '2026-11-22T23:00:00.000Z', '2026-11-23', '00:00', 1],
	['Pacific/Kiritimati', '2026-11-22T22:59:00.000Z', '2026-11-23', '12:59', 1],
	['Asia/Kathmandu', '2026-11-22T22:59:00.000Z', '2026-11-23', '04:44', 1],
	// The hour that summer time takes away, and the one that it gives twice.
	['Europe/Zurich', '2026-03-29T00:59:00.000Z', '2026-03-29', '01:59', 7],
	['Europe/Zurich', '2026-03-29T01:00:00.000Z', '2026-03-29', '03:00', 7],
	['Europe/Zurich', '2026-10-25T00:30:00.000Z', '2026-10-25', '02:30', 7],
	['Europe/Zurich', '2026-10-25T01:30:00.000Z', '2026-10-25', '02:30', 7]
] as const)('in %s at %s the clock shows %s %s', (zone, instant, day, time, weekday) =>
	expect(clockIn(zone, instant)).toEqual({ day, time, weekday })
);
