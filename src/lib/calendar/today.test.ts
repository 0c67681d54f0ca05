import { execFileSync } from 'node:child_process';
import { describe, expect, it, vi } from 'vitest';
import { genevaToday, instantNow, readersToday } from './today.ts';

/** Instants on both sides of midnight in Geneva, and the day it is there. */
const midnights = [
	// In winter Geneva is an hour ahead of UTC, in summer two.
	['2026-11-22T22:59:59.999Z', '2026-11-22'],
	['2026-11-22T23:00:00Z', '2026-11-23'],
	['2026-07-01T21:59:59.999Z', '2026-07-01'],
	['2026-07-01T22:00:00Z', '2026-07-02'],
	['2025-12-31T22:59:59Z', '2025-12-31'],
	['2025-12-31T23:00:00Z', '2026-01-01'],
	['2024-02-29T22:59:59Z', '2024-02-29'],
	['2024-02-29T23:00:00Z', '2024-03-01'],
	// The clocks go forward on 29 March 2026 at 01:00Z: a day of 23 hours.
	['2026-03-28T22:59:59Z', '2026-03-28'],
	['2026-03-28T23:00:00Z', '2026-03-29'],
	['2026-03-29T00:59:59Z', '2026-03-29'],
	['2026-03-29T01:00:00Z', '2026-03-29'],
	['2026-03-29T21:59:59Z', '2026-03-29'],
	['2026-03-29T22:00:00Z', '2026-03-30'],
	// They go back on 25 October 2026 at 01:00Z: a day of 25 hours.
	['2026-10-24T21:59:59Z', '2026-10-24'],
	['2026-10-24T22:00:00Z', '2026-10-25'],
	['2026-10-25T00:59:59Z', '2026-10-25'],
	['2026-10-25T01:00:00Z', '2026-10-25'],
	['2026-10-25T22:59:59Z', '2026-10-25'],
	['2026-10-25T23:00:00Z', '2026-10-26']
] as const;

/** Where readers sit, and how far ahead of UTC that is in November. */
const readers: [zone: string, hoursAhead: number][] = [
	['Pacific/Kiritimati', 14],
	['Pacific/Pago_Pago', -11],
	['Asia/Kathmandu', 5.75],
	['Europe/Zurich', 1]
];

const program = `
	import { prepareCalendar } from '#lib/calendar/temporal.ts';
	import { formatDate } from '#lib/calendar/format.ts';
	import { genevaToday, readersToday } from '#lib/calendar/today.ts';
	await prepareCalendar();
	const instants = ${JSON.stringify(midnights.map(([instant]) => instant))};
	console.log(JSON.stringify({
		geneva: instants.map((instant) => genevaToday(instant)),
		here: instants.map((instant) => readersToday(instant)),
		written: formatDate('2026-11-01', 'en-GB'),
		midnight: new Date('2026-11-22T00:00:00').toISOString()
	}));
`;

describe.each(readers)('a reader in %s', (zone, hoursAhead) => {
	const answer = JSON.parse(
		execFileSync(process.execPath, ['--input-type=module-typescript', '--eval', program], {
			env: { ...process.env, TZ: zone, NODE_OPTIONS: '' },
			encoding: 'utf8'
		})
	);

	it('is where the test says', () => {
		expect(Date.parse('2026-11-22T00:00:00Z') - Date.parse(answer.midnight)).toBe(hoursAhead * 3_600_000);
	});

	it('has Geneva’s today', () => {
		expect(answer.geneva).toEqual(midnights.map(([, day]) => day));
	});

	it('reads the same day as every other reader', () => {
		expect(answer.written).toBe('1 November 2026');
	});

	it('has their own today beside it', () => {
		// Swedish dates are written as ISO has them.
		const own = new Intl.DateTimeFormat('sv-SE', { timeZone: zone });
		expect(answer.here).toEqual(midnights.map(([instant]) => own.format(new Date(instant))));
	});
});

describe.each(midnights)('at %s', (instant, day) => {
	it('it is the day in Geneva that it is there', () => expect(genevaToday(instant)).toBe(day));

	it('it is the day here that it is here', () => {
		expect(readersToday(instant)).toBe(new Intl.DateTimeFormat('sv-SE').format(new Date(instant)));
	});
});

describe('now', () => {
	it('has its milliseconds also on the full second, so that instants compare as text', () => {
		const clock = vi.spyOn(Temporal.Now, 'instant');
		clock.mockReturnValue(Temporal.Instant.from('2026-11-22T08:00:00Z'));
		expect(instantNow()).toBe('2026-11-22T08:00:00.000Z');
		clock.mockRestore();
	});

	it('is an instant in UTC, to the millisecond', () => {
		const before = Date.now();
		const now = instantNow();
		expect(now).toMatch(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/);
		expect(Date.parse(now)).toBeGreaterThanOrEqual(before);
		expect(Date.parse(now)).toBeLessThanOrEqual(Date.now());
	});

	it('is what today is of, where no instant is given', () => {
		// Midnight may pass between the two.
		expect([genevaToday(), genevaToday()]).toContain(genevaToday(instantNow()));
		expect([readersToday(), readersToday()]).toContain(readersToday(instantNow()));
	});
});
