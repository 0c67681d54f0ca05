import { expect, test } from 'vitest';
import { parseChangedRule } from './change.ts';

const typed = {
	rule: 'followUpInterval',
	months: ' 18 ',
	validFrom: '1 January 2025',
	source: 'CMW/C/99/1, para. 7',
	verified: 'yes',
	reason: 'decided'
};

test('a changed rule is read as it was typed', () => {
	expect(parseChangedRule(typed)).toEqual({
		ok: true,
		value: {
			amendment: {
				rule: 'followUpInterval',
				value: 'P18M',
				validFrom: '2025-01-01',
				source: 'CMW/C/99/1, para. 7',
				verified: true
			},
			reason: 'decided'
		}
	});
});

test('what nobody says they read there is not verified', () => {
	expect(parseChangedRule({ ...typed, verified: '' })).toMatchObject({
		value: { amendment: { verified: false } }
	});
});

test.each([
	['source', '  ', 'missing'],
	['reason', '', 'missing'],
	['months', '', 'missing'],
	['months', '1.5', 'notAnInterval'],
	['months', '0', 'notAnInterval'],
	['months', '2 years', 'notAnInterval'],
	['validFrom', '', 'missing'],
	['validFrom', '31 June 2025', 'noSuchDay'],
	['rule', 'everything', 'missing']
])('“%s” may not be “%s”', (name, value, kind) => {
	expect(parseChangedRule({ ...typed, [name]: value })).toMatchObject({
		ok: false,
		error: { [name]: { kind } }
	});
});
