import { describe, expect, it } from 'vitest';
import type { IsoDate } from '#lib/calendar/date.ts';
import { envelope, minimalData } from '#lib/cycle/testing/facts.ts';
import type { Envelope } from '#lib/envelope/envelope.ts';
import { calendarEvents, type CalendarContents } from './calendarEvents.ts';
import { contentsOf } from './testing.ts';

let minutes = 0;
/** A fact as it was recorded, a minute after the one before. */
function told(type: string, on: IsoDate, data = minimalData(type), more: Partial<Envelope> = {}): Envelope {
	minutes += 1;
	return envelope(type, on, data, {
		recordedAt: new Date(Date.UTC(2026, 0, 1, 0, minutes)).toISOString(),
		...more
	});
}
const adopted = told('ConcludingObservationsAdopted', '2021-10-08');
const requested = told(
	'FollowUpRequested',
	'2021-10-08',
	minimalData('FollowUpRequested', { due: '2023-11-01' })
);
const open = [adopted, requested];
const uid = 'servanda.CMW.AZE.3.followUp-1';
const withdrawal = (corrects: string, more: Partial<Envelope> = {}) =>
	told('RecordCorrected', '2022-01-01', { action: 'withdraw', reason: 'A slip' }, { corrects, ...more });
const moved = (deadline: Record<string, unknown>) =>
	told('DeadlineMoved', '2023-01-01', { duty: 'followUp', deadline, reason: 'Agreed' });

/** What is in a calendar of some events, in few words. */
const briefly = (events: readonly Envelope[], more: Partial<CalendarContents> = {}) =>
	calendarEvents(contentsOf(events, more)).map(({ uid, on, status, alarms }) =>
		[uid, on, status, ...alarms.map(({ days }) => days)].join(' ')
	);

describe('the events of a calendar', () => {
	it('are one for each obligation, with an alarm for each lead', () => {
		expect(calendarEvents(contentsOf(open, { url: ({ id }) => `https://example.org/#${id}` }))).toEqual([
			{
				uid,
				sequence: 2,
				recordedAt: requested.recordedAt,
				on: '2023-11-01',
				summary: 'CMW/AZE/3#followUp-1',
				description: 'Set on 2021-10-08; exact,\nno source',
				url: 'https://example.org/#CMW/AZE/3#followUp-1',
				categories: ['CMW', 'followUp'],
				status: 'CONFIRMED',
				alarms: [
					{ days: 31, text: 'CMW/AZE/3#followUp-1 in 31 days' },
					{ days: 14, text: 'CMW/AZE/3#followUp-1 in 14 days' },
					{ days: 0, text: 'CMW/AZE/3#followUp-1 in 0 days' }
				]
			}
		]);
	});

	it('are one more for each lead ahead, each with one alarm, where a calendar keeps no more', () => {
		expect(briefly(open, { form: 'events' })).toEqual([
			`${uid} 2023-11-01 CONFIRMED 0`,
			`${uid}.P1M 2023-10-01 CONFIRMED 0`,
			`${uid}.P14D 2023-10-18 CONFIRMED 0`
		]);
	});

	it('have one alarm a day where two leads come to the same', () => {
		expect(briefly(open, { leads: () => ['P31D', 'P1M'] })).toEqual([`${uid} 2023-11-01 CONFIRMED 31`]);
	});

	it('have none where nothing is to be said, and are not there where they are not meant', () => {
		expect(briefly(open, { leads: () => [] })).toEqual([`${uid} 2023-11-01 CONFIRMED`]);
		expect(briefly(open, { includes: ({ duty }) => duty !== 'followUp' })).toEqual([]);
	});

	it('are tentative where the day holds in principle', () => {
		const provisional = { kind: 'provisional', due: '2023-12-01', basis: 'agreed' };
		expect(briefly([...open, moved(provisional)], { leads: () => [] })).toEqual([
			`${uid} 2023-12-01 TENTATIVE`
		]);
	});

	it('move with the day, and so do the reminders', () => {
		const later = [...open, moved({ kind: 'exact', due: '2024-03-31', basis: 'agreed' })];
		expect(briefly(later, { form: 'events' })).toEqual([
			`${uid} 2024-03-31 CONFIRMED 0`,
			`${uid}.P1M 2024-02-29 CONFIRMED 0`,
			`${uid}.P14D 2024-03-17 CONFIRMED 0`
		]);
		expect(calendarEvents(contentsOf(later))[0]).toMatchObject({
			sequence: 3,
			recordedAt: later.at(-1)!.recordedAt
		});
	});

	it('stay without alarms once they are met, and take their reminders back', () => {
		const met = [...open, told('FollowUpReceived', '2023-10-01')];
		expect(briefly(met)).toEqual([`${uid} 2023-11-01 CONFIRMED`]);
		expect(briefly(met, { form: 'events' })).toEqual([
			`${uid} 2023-11-01 CONFIRMED`,
			`${uid}.P1M 2023-10-01 CANCELLED`,
			`${uid}.P14D 2023-10-18 CANCELLED`
		]);
		expect(calendarEvents(contentsOf(met))[0]!.summary).toBe('met: CMW/AZE/3#followUp-1');
	});

	it('are cancelled once closed or overtaken', () => {
		expect(briefly([...open, told('FollowUpClosed', '2024-01-01')])).toEqual([`${uid} 2023-11-01 CANCELLED`]);
	});

	it('are cancelled once they have lost their day', () => {
		const undated = [...open, moved({ kind: 'unstated' })];
		expect(briefly(undated)).toEqual([`${uid} 2023-11-01 CANCELLED`]);
		expect(calendarEvents(contentsOf(undated))[0]!.summary).toBe('undated: CMW/AZE/3#followUp-1');
	});

	it('are not there where there never was a day', () => {
		const never = told('FollowUpRequested', '2021-10-08', { units: ['16'], deadline: { kind: 'unstated' } });
		expect(briefly([adopted, never])).toEqual([]);
	});
});

describe('what a correction took away', () => {
	it('is cancelled, and there again once the correction is withdrawn', () => {
		const slip = withdrawal(requested.id);
		expect(briefly([...open, slip], { form: 'events' })).toEqual([
			`${uid} 2023-11-01 CANCELLED`,
			`${uid}.P1M 2023-10-01 CANCELLED`,
			`${uid}.P14D 2023-10-18 CANCELLED`
		]);
		expect(calendarEvents(contentsOf([...open, slip]))[0]).toMatchObject({
			sequence: 3,
			recordedAt: slip.recordedAt,
			summary: 'withdrawn: CMW/AZE/3#followUp-1'
		});
		expect(briefly([...open, slip, withdrawal(slip.id)], { leads: () => [] })).toEqual([
			`${uid} 2023-11-01 CONFIRMED`
		]);
	});

	it('is cancelled on the last day it had, where that was corrected before', () => {
		const other = told(
			'RecordCorrected',
			'2022-01-01',
			{
				action: 'replace',
				reason: 'A slip',
				on: '2021-10-08',
				data: minimalData('FollowUpRequested', { due: '2023-12-01' }),
				source: null
			},
			{ corrects: requested.id }
		);
		expect(briefly([...open, other], { leads: () => [] })).toEqual([`${uid} 2023-12-01 CONFIRMED`]);
		expect(briefly([...open, other, withdrawal(requested.id)])).toEqual([`${uid} 2023-12-01 CANCELLED`]);
	});

	it('is cancelled also where a correction took only its day', () => {
		const noDay = told(
			'RecordCorrected',
			'2022-01-01',
			{
				action: 'replace',
				reason: 'No day is given',
				on: '2021-10-08',
				data: { units: ['16'], deadline: { kind: 'unstated' } },
				source: null
			},
			{ corrects: requested.id }
		);
		expect(calendarEvents(contentsOf([...open, noDay]))).toMatchObject([
			{ on: '2023-11-01', status: 'CANCELLED', summary: 'undated: CMW/AZE/3#followUp-1' }
		]);
	});

	it('is not there where it was recorded and taken back at once', () => {
		const { recordedAt } = requested;
		expect(briefly([...open, withdrawal(requested.id, { recordedAt })])).toEqual([]);
	});

	it('is cancelled also where another installation gave it out before it heard of what was in its way', () => {
		const theirs = { replica: '00000000-0000-7000-8000-000000000001' };
		const own = told('ConcludingObservationsAdopted', '2021-10-08', {}, theirs);
		const slip = withdrawal(own.id);
		const asked = told('FollowUpRequested', '2021-10-08', requested.data, theirs);
		expect(briefly([own, asked], { leads: () => [] })).toEqual([`${uid} 2023-11-01 CONFIRMED`]);
		expect(briefly([own, slip, asked])).toEqual([`${uid} 2023-11-01 CANCELLED`]);
	});

	it('takes nothing from what stays: what was recorded twice is there once', () => {
		const again = told('FollowUpRequested', '2021-10-08', requested.data);
		expect(briefly([...open, again], { leads: () => [] })).toEqual([`${uid} 2023-11-01 CONFIRMED`]);
	});
});
