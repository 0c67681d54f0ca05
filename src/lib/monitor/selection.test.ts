import { expect, test } from 'vitest';
import { everything, fromQuery, narrowingOf, toQuery, type Selection } from './selection.ts';

const asked = (address: string): Selection => {
	const query = new URLSearchParams(address);
	return fromQuery((name) => query.get(name));
};

test('what an address cannot mean narrows nothing, and what it says twice narrows once', () => {
	expect(asked('body=XYZ&region=mars&late=3y&group=x&year=20199')).toEqual(everything);
	expect(asked('body=CERD,CERD,XYZ&region=africa,africa')).toEqual({
		...everything,
		bodies: ['CERD'],
		regions: ['africa']
	});
});

test('what does not narrow what is looked at is not told to', () => {
	const selection = asked(
		'body=CMW&state=AZE&group=met&late=5y&delay=any&year=2020&stage=list&session=30&grade=A'
	);
	const parts = (subject: Parameters<typeof narrowingOf>[1]) =>
		Object.entries(toQuery(narrowingOf(selection, subject)))
			.filter(([, value]) => value)
			.map(([name]) => name);
	expect(parts('obligations')).toEqual(['body', 'state', 'group', 'late', 'delay', 'year']);
	expect(parts('overdue')).toEqual(['body', 'state', 'late']);
	expect(parts('inHand')).toEqual(['body', 'state']);
	expect(parts('statistics')).toEqual(['body', 'state']);
	expect(parts('reviews')).toEqual(['body', 'state', 'year', 'stage', 'session']);
	expect(parts('grades')).toEqual(['body', 'state', 'year', 'grade']);
});
