import { expect, test } from 'vitest';
import { duties } from '../deadline.ts';
import { checkTemplates } from './checkTemplates.ts';
import { mostWeeks, templateKindOf, usualSteps, usualWeeks } from './template.ts';

test.each(duties)('a plan for %s begins with steps whose leads grow shorter', (duty) => {
	const weeks = usualSteps.map((step) => usualWeeks[templateKindOf(duty)][step]);
	expect(weeks).toEqual(weeks.toSorted((one, other) => other - one));
	expect(weeks.at(-1)).toBeGreaterThan(0);
});

const step = { name: 'Draft', weeks: 12, responsible: '' };

test('templates from the device are read as they were kept', () => {
	const kept = { report: [step], reply: [step, { ...step, weeks: 0 }] };
	expect(checkTemplates(JSON.parse(JSON.stringify(kept)))).toEqual({ ok: true, value: kept });
});

test.each([
	[undefined, ''],
	[{ report: [step] }, 'reply'],
	[{ report: [], reply: [step] }, 'report'],
	[{ report: [step, { ...step, name: ' ' }], reply: [step] }, 'report.1.name'],
	[{ report: [{ ...step, weeks: mostWeeks + 1 }], reply: [step] }, 'report.0.weeks'],
	[{ report: [{ ...step, weeks: 1.5 }], reply: [step] }, 'report.0.weeks']
])('what is no template names its fault: %j', (value, field) =>
	expect(checkTemplates(value)).toEqual({ ok: false, error: { field } })
);
