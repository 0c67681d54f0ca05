import { describe, expect, test } from 'vitest';
import { WorkingDays } from '#lib/calendar/workingDays.ts';
import {
	draftFromTemplate,
	draftOfTemplate,
	isShortened,
	readPlan,
	readTemplate,
	workedBack
} from './draft.ts';

let ids = 0;
const newId = () => `step-${(ids += 1)}`;
const working = new WorkingDays({ nonWorkingWeekdays: [6, 7], nonWorkingDays: [] });
const template = [
	{ name: 'Draft', weeks: 18, responsible: 'Ministry of Justice' },
	{ name: 'Submit', weeks: 1, responsible: '' }
];

describe('a new plan', () => {
	const steps = draftFromTemplate(template, newId);

	test('has the days of its template, worked back, before any weekend', () => {
		const worked = workedBack(steps, { due: '2026-11-01', from: '2026-03-02', working });
		// The eighteenth week before and the week before both fall on a Sunday.
		expect(worked.map(({ when }) => when)).toEqual(['2026-06-26', '2026-10-23']);
		expect(readPlan('1 November 2026', worked)).toEqual({
			ok: true,
			value: {
				due: '2026-11-01',
				steps: [
					{ id: steps[0]!.id, name: 'Draft', responsible: 'Ministry of Justice', due: '2026-06-26' },
					{ id: steps[1]!.id, name: 'Submit', responsible: '', due: '2026-10-23' }
				]
			}
		});
	});

	test('says so where there is less time than the steps take', () => {
		expect(isShortened(steps, { due: '2026-11-01', from: '2026-03-02' })).toBe(false);
		expect(isShortened(steps, { due: '2026-11-01', from: '2026-10-01' })).toBe(true);
	});

	test('leaves what is done where it was', () => {
		const done = steps.map((step, place) => ({ ...step, when: '2026-01-15', done: place === 0 }));
		const worked = workedBack(done, { due: '2026-11-01', from: '2026-03-02', working });
		expect(worked.map(({ when }) => when)).toEqual(['2026-01-15', '2026-10-23']);
	});

	test('names every fault at once', () => {
		const wrong = steps.map((step) => ({ ...step, name: ' ', when: '2026-06-31' }));
		expect(readPlan('', wrong)).toMatchObject({
			error: {
				due: { kind: 'missing' },
				'name-0': { kind: 'missing' },
				'when-0': { kind: 'noSuchDay' },
				'name-1': { kind: 'missing' },
				'when-1': { kind: 'noSuchDay' }
			}
		});
	});
});

describe('a template', () => {
	test('that is shown and not changed is read as it was', () =>
		expect(readTemplate(draftOfTemplate(template, newId))).toEqual({ ok: true, value: template }));

	test.each(['', 'two', '-1', '1.5', '261'])('takes no lead of “%s” weeks', (when) => {
		const [step] = draftOfTemplate(template, newId);
		expect(readTemplate([{ ...step!, when }])).toMatchObject({ error: { 'when-0': { kind: 'notANumber' } } });
	});
});
