import { expect, test } from 'vitest';
import type { IsoDate } from '#lib/calendar/date.ts';
import { outlineStream, type Outline } from '#lib/cycle/outline/outline.ts';
import { envelope, minimalData } from '#lib/cycle/testing/facts.ts';
import { transitionsBetween } from './transitions.ts';

type Log = ReturnType<typeof envelope>[];

const stream = 'CMW/AZE/3';
const adopted = envelope('ConcludingObservationsAdopted', '2021-10-08', {});
const asked = envelope(
	'FollowUpRequested',
	'2021-10-08',
	minimalData('FollowUpRequested', { due: '2023-11-01' })
);
const received = envelope('FollowUpReceived', '2024-01-17', minimalData('FollowUpReceived'));
const extension = (type: string, on: IsoDate) => envelope(type, on, minimalData(type, { due: '2024-02-01' }));

const outlines = (log: Log) => new Map(log.length ? [[stream, outlineStream(stream, log) as Outline]] : []);
const told = (before: Log, after: Log, asOf: IsoDate) =>
	transitionsBetween(outlines(before), outlines(after), asOf).map(
		({ on, states }) => `${on} ${states.map((state) => state.split('.').slice(1).join('.')).join(' ')}`
	);

test('a state entered by what was recorded, with its first day', () => {
	expect(
		transitionsBetween(outlines([adopted, asked]), outlines([adopted, asked, received]), '2024-03-07')
	).toEqual([
		{
			key: 'CMW/AZE/3~afterAdoption.followUp.received~2024-01-17',
			stream,
			states: ['afterAdoption.followUp.received'],
			on: '2024-01-17'
		}
	]);
});

test('not a cycle that nobody here knew before', () => {
	expect(told([], [adopted, asked], '2023-01-01')).toEqual([]);
});

test('not what only says that something is overdue', () => {
	expect(told([adopted], [adopted, asked], '2023-12-01')).toEqual([]);
	const withdrawn = envelope(
		'RecordCorrected',
		'2024-03-08',
		{ action: 'withdraw', reason: 'it answers another State' },
		{ corrects: received.id }
	);
	expect(told([adopted, asked, received], [adopted, asked, received, withdrawn], '2024-03-08')).toEqual([]);
});

test('an extension that was asked for, refused, granted', () => {
	const requested = [adopted, asked, extension('ExtensionRequested', '2023-10-01')];
	expect(told([adopted, asked], requested, '2023-10-02')).toEqual([
		'2023-10-01 followUp.awaited.extension.requested'
	]);
	expect(told(requested, [...requested, extension('ExtensionRefused', '2023-12-01')], '2023-12-02')).toEqual([
		'2023-12-01 followUp.awaited.extension.notRequested'
	]);
	expect(told(requested, [...requested, extension('ExtensionGranted', '2023-12-01')], '2023-12-02')).toEqual([
		'2023-12-01 followUp.awaited.deadline.running followUp.awaited.extension.notRequested'
	]);
});

test('nothing of what time alone has brought, or of what is the same', () => {
	const before = outlines([adopted, asked]);
	expect(transitionsBetween(before, before, '2023-12-01')).toEqual([]);
	expect(told([adopted, asked], [adopted, asked], '2023-12-01')).toEqual([]);
	// Not yet happened on that day.
	expect(told([adopted, asked], [adopted, asked, received], '2024-01-16')).toEqual([]);
});
