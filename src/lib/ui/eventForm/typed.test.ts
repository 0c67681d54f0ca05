import { expect, test } from 'vitest';
import { foldCycle, type Timeline } from '#lib/cycle/timeline/fold.ts';
import { ccpr } from '#lib/procedures/ccpr.ts';
import { parseForm } from './parse.ts';
import { scaleTyped, startOf } from './typed.ts';

const timeline = (stream: string) => foldCycle(stream, []) as Timeline;

test.each([
	['TreatyEnteredIntoForce', 'CRPD/AZE/1'],
	['NoticeOfReviewGiven', 'CRPD/AZE/1'],
	['VisitReportTransmitted', 'SPT/AZE/1']
])('a form of %s can be sent as it stands: the rule says by when', (type, stream) =>
	expect(parseForm(type, startOf(type, timeline(stream), '2024-02-29'))).toMatchObject({
		ok: true,
		value: { on: '2024-02-29', data: { deadline: { kind: 'unstated' } } }
	})
);

test('what a committee asks for by a day of its own needs that day', () =>
	expect(
		parseForm(
			'AdditionalInformationRequested',
			startOf('AdditionalInformationRequested', timeline('CED/AZE/1'), '2024-02-29')
		)
	).toMatchObject({ ok: false, error: { 'deadline.due': { kind: 'missing' } } }));

test.each([
	['13 July 2015', 'CCPR-before-2016'],
	['2020-07-24', 'CCPR-2016'],
	['July', 'CCPR-2016'],
	[undefined, 'CCPR-2016']
])('an assessment of %s is typed in on the scale of its day', (on, id) =>
	expect(scaleTyped(ccpr, on === undefined ? {} : { on }, '2026-11-22')?.id).toBe(id)
);
