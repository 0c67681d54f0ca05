import { describe, expect, it } from 'vitest';
import { fitting, meant, type Named } from './named.ts';

const named = (code: string, name: string): Named => ({ code, name, listed: `${name} (${code})` });
const states = [named('AZE', 'Azerbaijan'), named('NER', 'Niger'), named('NGA', 'Nigeria')];

describe('what is typed', () => {
	it.each([
		['AZE', 'AZE'],
		['aze', 'AZE'],
		['Azerbaijan (AZE)', 'AZE'],
		[' azer ', 'AZE'],
		['Niger', 'NER'],
		['niger nga', 'NGA']
	])('“%s” means %s', (typed, code) => expect(meant(states, typed)?.code).toBe(code));

	it.each(['', '  ', 'nig', 'Atlantis'])('“%s” means none', (typed) =>
		expect(meant(states, typed)).toBeUndefined()
	);

	it('offers what fits, and not all of many', () => {
		expect(fitting(states, 'nig').map(({ code }) => code)).toEqual(['NER', 'NGA']);
		const many = Array.from({ length: 15_000 }, (_, index) => named(`CMW/AZE/${index}`, 'Azerbaijan'));
		expect(fitting(many, '')).toHaveLength(50);
	});
});
