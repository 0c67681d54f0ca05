import { describe, expect, test } from 'vitest';
import { duties } from '#lib/cycle/deadline.ts';
import { linked } from '#lib/envelope/chain.ts';
import { newId, newSalt, type Envelope } from '#lib/envelope/envelope.ts';
import { appointmentsOf, type Appointment } from '#lib/exchange/calendar/appointment.ts';
import { calendarFile } from '#lib/exchange/calendar/calendarFile.ts';
import { procedures } from '#lib/procedures/index.ts';
import { stateCodes } from '#lib/states/codes.ts';
import { calendarWords } from './calendar.ts';
import { dutyName, stateName } from './names.ts';

const stream = 'CMW/AZE/3';
const events: Envelope[] = (
	[
		['CycleOpened', { procedure: { body: 'CMW', version: 1 }, reportNumbers: [3] }],
		['ConcludingObservationsAdopted', {}],
		['NextReportRequested', { numbers: [4], deadline: { kind: 'exact', due: '2026-11-01', basis: 'stated' } }]
	] as const
).map(([type, data]) => {
	const on = '2021-10-08' as const;
	const event = { id: newId(), stream, type, schema: 1, on, data, by: 'The desk' };
	const source = type === 'CycleOpened' ? null : { document: 'CMW/C/AZE/CO/3', paragraph: '70' };
	const recordedAt = '2021-10-18T08:00:00.000Z';
	return linked({ ...event, source, recordedAt, replica: newId() }, undefined, newSalt());
});

const words = calendarWords(stream);
const report = appointmentsOf(stream, events)[0]!;

/** Without the spaces that keep a line from breaking. */
const plain = (text: string) => text.replaceAll('\u00a0', ' ');

describe('what a calendar says of what is owed', () => {
	test.each([
		['open', 'Due: Azerbaijan’s fourth periodic report to CMW'],
		['met', 'Done: Azerbaijan’s fourth periodic report to CMW'],
		['overtaken', 'Overtaken: Azerbaijan’s fourth periodic report to CMW'],
		['closed', 'Closed: Azerbaijan’s fourth periodic report to CMW'],
		['undated', 'Without a date now: Azerbaijan’s fourth periodic report to CMW'],
		['withdrawn', 'No longer owed: Azerbaijan’s fourth periodic report to CMW']
	] as const)('%s', (standing, summary) => {
		expect(words.summary({ ...report, standing })).toBe(summary);
	});

	test('a day in principle is called so as long as it is open, and not once it is done', () => {
		const date = { ...report.date, certainty: 'provisional' } as const;
		const summary = (standing: Appointment['standing']) => words.summary({ ...report, date, standing });
		expect(summary('open')).toMatch(/^Due in principle: /);
		expect(summary('met')).toMatch(/^Done: /);
	});

	test('why it is due that day, and of whose making the entry is', () => {
		const lines = words.description(report).split('\n');
		expect(lines.length).toBeGreaterThan(1);
		expect(plain(lines.join(' '))).toMatch(/CMW\/C\/AZE\/CO\/3/);
		expect(lines.at(-1)).toMatch(/^Kept with Servanda/);
	});

	test('a reminder counts from the day it comes on', () => {
		expect(words.reminder(report, '2026-10-02')).toBe(
			'In 30 days: Azerbaijan’s fourth periodic report to CMW'
		);
		expect(words.reminder(report, '2026-11-01')).toMatch(/^Due today: /);
	});

	test('is called by its cycle, and by no one of several', () => {
		expect(words.name).toBe('Servanda: Azerbaijan before CMW, third periodic report');
		expect(calendarWords(null).name).toBe('Servanda: deadlines');
	});
});

describe('the categories', () => {
	test('are the committee, the State and the duty', () => {
		expect(words.categories(report)).toEqual(['CMW', 'Azerbaijan', 'next report']);
	});

	test('have no comma, at which some programs part them', () => {
		const all = [
			...procedures.map(({ body }) => body),
			...stateCodes.map(stateName),
			...duties.map(dutyName)
		];
		expect(all.filter((one) => /[,;\\\n]/.test(one))).toEqual([]);
	});
});

test('a file says nothing but what was found out', () => {
	const file = calendarFile({
		events,
		includes: () => true,
		leads: () => ['P1M'],
		form: 'events',
		words,
		url: () => null
	});
	expect(file).toMatch(/Azerbaijan/);
	expect(file).not.toMatch(/undefined|\[object|NaN|\{\w+\}/);
});
