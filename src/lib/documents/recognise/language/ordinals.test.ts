import { describe, expect, it } from 'vitest';
import { ordinalsIn } from './ordinals.ts';

describe('ordinalsIn', () => {
	it.each([
		['combined fourth to sixth periodic', [[4, 5, 6]]],
		['second, third and fourth', [[2, 3, 4]]],
		['twenty-third to twenty-fifth', [[23, 24, 25]]],
		['its 464th and 465th meetings', [[464, 465]]],
		['the 1925th and 2,650th', [[1925, 2650]]],
		['497ª y 498ª', [[497, 498]]],
		['455e et 456e séances', [[455, 456]]],
		['vingt et unième session', [[21]]],
		['eighty-first session', [[81]]],
		['à sa soixante et onzième session', [[71]]],
		['quatre-vingt-douzième', [[92]]],
		['septuagésimo tercer período', [[73]]],
		['cuarto y quinto combinados', [[4, 5]]],
		['22º período', [[22]]],
		['secondary education', []]
	])('%s', (text, numbers) => {
		expect(ordinalsIn(text).map((run) => run.numbers)).toEqual(numbers);
	});
});
