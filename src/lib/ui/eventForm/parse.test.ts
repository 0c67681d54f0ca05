import { describe, expect, test } from 'vitest';
import { catalogue, type EventType } from '#lib/cycle/events/catalogue.ts';
import { checkData } from '#lib/cycle/events/read.ts';
import { fieldsOf } from './fields.ts';
import { parseForm } from './parse.ts';
import { typedFrom } from './typed.ts';
import { parseUnits } from './units.ts';

const day = { on: '2023-12-01' };

describe('units as people write them', () => {
	test.each([
		['16, 36, 60 and 62', ['16', '36', '60', '62']],
		['36 (c), (d) and (e)', ['36(c)', '36(d)', '36(e)']],
		['36 (c) (i), (ii)', ['36(c)(i)', '36(c)(ii)']],
		['paragraphs 62 (c), 16 (b); 16 (b)', ['16(b)', '62(c)']],
		['16(B)', ['16(b)']],
		['', []]
	])('%s', (typed, units) => {
		expect(parseUnits(typed)).toEqual({ ok: true, value: units });
	});

	test.each(['(c)', 'sixteen', '16 (bc)', '16-18'])('%s is refused', (typed) => {
		expect(parseUnits(typed).ok).toBe(false);
	});
});

describe('a form', () => {
	test('gives the data that its kind of event holds', () => {
		const typed = { ...day, units: '16, 36', 'deadline.kind': 'exact', 'deadline.due': '1 November 2025' };
		expect(parseForm('FollowUpRequested', typed)).toEqual({
			ok: true,
			value: {
				on: '2023-12-01',
				data: { units: ['16', '36'], deadline: { kind: 'exact', due: '2025-11-01', basis: 'stated' } },
				source: null
			}
		});
	});

	test('refuses a day that does not exist, at the field where it stands', () => {
		const typed = { on: '31 June 2024', units: '16', 'deadline.due': '2025-06-31' };
		expect(parseForm('FollowUpRequested', typed)).toMatchObject({
			ok: false,
			error: { on: { kind: 'noSuchDay', lastDay: 30 }, 'deadline.due': { kind: 'noSuchDay' } }
		});
	});

	test('finds all that is missing at once', () => {
		expect(parseForm('ExtensionGranted', { on: '' })).toEqual({
			ok: false,
			error: { on: { kind: 'missing' }, 'deadline.due': { kind: 'missing' }, reason: { kind: 'missing' } }
		});
	});

	test('takes an interval, and a request without a date', () => {
		const relative = { ...day, units: '9', 'deadline.kind': 'relative', 'deadline.months': '24' };
		expect(parseForm('FollowUpRequested', relative)).toMatchObject({
			value: { data: { deadline: { interval: 'P24M', anchor: 'ConcludingObservationsAdopted' } } }
		});
		expect(parseForm('FollowUpRequested', { ...day, units: '9', 'deadline.kind': 'unstated' })).toMatchObject(
			{
				value: { data: { deadline: { kind: 'unstated' } } }
			}
		);
	});

	test('takes report numbers alone and combined', () => {
		const numbers = (typed: string) => parseForm('ReportSubmitted', { ...day, numbers: typed });
		expect(numbers('4')).toMatchObject({ value: { data: { numbers: [4] } } });
		expect(numbers('2-4')).toMatchObject({ value: { data: { numbers: [2, 3, 4] } } });
		expect(numbers('4-2')).toMatchObject({ error: { numbers: { kind: 'notANumber' } } });
		expect(numbers('fourth')).toMatchObject({ error: { numbers: { kind: 'notANumber' } } });
	});

	test('grades the units given a grade, and asks for one at least', () => {
		const typed = { ...day, 'grades.16': 'B', 'grades.16(b)': ' ', 'grades.62(c)': 'D' };
		expect(parseForm('FollowUpAssessed', typed)).toMatchObject({
			value: {
				data: {
					grades: [
						{ unit: '16', grade: 'B' },
						{ unit: '62(c)', grade: 'D' }
					]
				}
			}
		});
		expect(parseForm('FollowUpAssessed', day)).toEqual({ ok: false, error: { grades: { kind: 'noGrade' } } });
	});

	test('takes the source apart', () => {
		const typed = {
			...day,
			'source.document': 'CMW/C/AZE/FCO/3',
			'source.paragraph': ' 4 ',
			'source.note': ''
		};
		expect(parseForm('CommentsReceived', typed)).toMatchObject({
			value: { source: { document: 'CMW/C/AZE/FCO/3', paragraph: '4' } }
		});
	});
});

describe('a correction', () => {
	const sections = [
		{ heading: 'I', units: ['16(a)', '16(b)'], paragraphs: [1, 11] },
		{ heading: 'II', units: ['16(c)'], paragraphs: [12, 12] }
	];

	test('keeps what the form does not show', () => {
		const former = { dates: ['2021-10-05'], summaryRecords: ['CMW/C/SR.464'] };
		expect(parseForm('DialogueHeld', { ...day, dates: '2021-10-04, 2021-10-05' }, former)).toMatchObject({
			value: { data: { dates: ['2021-10-04', '2021-10-05'], summaryRecords: ['CMW/C/SR.464'] } }
		});
	});

	test('keeps the headings of the units that stay', () => {
		expect(
			parseForm('FollowUpReceived', { ...day, sections: '16 (a), 16 (c), 62 (c)' }, { sections })
		).toMatchObject({
			value: {
				data: {
					sections: [
						{ heading: 'I', units: ['16(a)'], paragraphs: [1, 11] },
						{ heading: 'II', units: ['16(c)'] },
						{ units: ['62(c)'] }
					]
				}
			}
		});
	});

	test.each<[EventType, Record<string, unknown>]>([
		['DialogueHeld', { dates: ['2021-10-04', '2021-10-05'], meetings: [464, 465] }],
		['FollowUpReceived', { symbol: 'CMW/C/AZE/FCO/3', distributed: '2024-03-06', sections }],
		[
			'FollowUpRequested',
			{ units: ['16', '36(c)(i)'], deadline: { kind: 'provisional', due: '2023-11-01', basis: 'agreed' } }
		],
		[
			'NextReportRequested',
			{
				numbers: [2, 3],
				deadline: { kind: 'relative', interval: 'P24M', anchor: 'ConcludingObservationsAdopted' }
			}
		],
		[
			'RecommendationsMade',
			{ recommendations: [{ paragraph: 16, topic: 'Migration policy', units: ['16', '16(a)'] }] }
		],
		[
			'ExtensionGranted',
			{
				duty: 'followUp',
				deadline: { kind: 'exact', due: '2024-02-01', basis: 'agreed' },
				reason: 'Asked for'
			}
		],
		['FollowUpAssessed', { grades: [{ unit: '16', grade: 'B', remark: 'Some progress' }] }],
		['FollowUpClosed', { reason: 'concluded' }]
	])('of %s that changes nothing gives what was there', (type, data) => {
		expect(checkData(type, data)).toEqual({ data });
		const typed = typedFrom({ type, on: '2021-10-08', data, source: { document: 'A', quote: 'B' } });
		expect(parseForm(type, typed, data)).toEqual({
			ok: true,
			value: { on: '2021-10-08', data, source: { document: 'A', quote: 'B' } }
		});
	});
});

test('every fact has its fields in the catalogue', () => {
	for (const [type, { data }] of Object.entries(catalogue)) {
		const known = 'entries' in data ? Object.keys(data.entries) : [];
		for (const { name } of fieldsOf(type)) expect(known, type).toContain(name);
	}
});
