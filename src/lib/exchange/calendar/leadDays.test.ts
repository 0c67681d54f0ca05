import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { IsoDate } from '#lib/calendar/date.ts';
import type { Lead } from '#lib/calendar/lead.ts';
import { leadDays, triggerOf } from './leadDays.ts';

describe('the days ahead', () => {
	it('come the earliest first, each lead once, months by the corresponding day', () => {
		expect(leadDays('2024-03-31', ['P0D', 'P1M', 'P2W', 'P1M'])).toEqual([
			{ lead: 'P1M', on: '2024-02-29', days: 31 },
			{ lead: 'P2W', on: '2024-03-17', days: 14 },
			{ lead: 'P0D', on: '2024-03-31', days: 0 }
		]);
	});

	it('do not hang on the order in which the leads are given', () => {
		const leads: Lead[] = ['P30D', 'P1M', 'P14D', 'P2W', 'P0D', 'P12M'];
		fc.assert(
			fc.property(fc.shuffledSubarray(leads, { minLength: leads.length }), (shuffled) => {
				expect(leadDays('2026-10-31', shuffled)).toEqual(leadDays('2026-10-31', leads));
			})
		);
	});
});

describe('the trigger of an alarm', () => {
	it('is nine in the morning of the day', () => {
		expect([0, 1, 2, 31].map(triggerOf)).toEqual(['PT9H', '-PT15H', '-P1DT15H', '-P30DT15H']);
	});

	it('is nine also where the clocks were changed in between, or on that very day', () => {
		const due: IsoDate = '2026-12-01';
		for (const zone of ['Europe/Zurich', 'America/New_York', 'Australia/Lord_Howe', 'Asia/Baku'])
			for (const days of [0, 1, 7, 30, 200, 366]) {
				const start = Temporal.PlainDate.from(due).toZonedDateTime(zone);
				const at = start.add(Temporal.Duration.from(triggerOf(days)));
				expect(at.toPlainDateTime().toString()).toBe(
					`${start.toPlainDate().subtract({ days }).toString()}T09:00:00`
				);
			}
	});
});
