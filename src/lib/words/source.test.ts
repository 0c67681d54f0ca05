import { expect, it } from 'vitest';
import { sourceWords } from './why.ts';

it.each([
	[null, 'no source given'],
	[{ note: 'By telephone' }, 'a note: By telephone'],
	[{ document: 'CMW/C/AZE/CO/3' }, 'CMW/C/AZE/CO/3'],
	[{ document: 'CMW/C/AZE/CO/3', paragraph: '65' }, 'CMW/C/AZE/CO/3, paragraph 65'],
	[
		{ document: 'CMW/C/AZE/CO/3', paragraph: '65', note: 'The day: not verified' },
		'CMW/C/AZE/CO/3, paragraph 65 (The day: not verified)'
	]
])('%j is said whole, what a person noted of a document with it', (source, words) => {
	expect(sourceWords(source)).toBe(words);
});
