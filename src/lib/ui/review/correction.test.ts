import { describe, expect, it } from 'vitest';
import { fieldsFor, fill, readForm } from './correction.ts';

const followUp = {
	units: ['16', '36(c)(i)'],
	deadline: { kind: 'exact', due: '2023-11-01', basis: 'stated' }
};

const corrected = (typed: Record<string, string>) =>
	readForm('FollowUpRequested', followUp, { ...fill('2021-10-08', followUp), ...typed });

describe('a correction form', () => {
	it('left as it is gives back what was read', () => {
		expect(fill('2021-10-08', followUp)).toEqual({
			on: '2021-10-08',
			units: '16, 36 (c) (i)',
			deadline: 'exact',
			'deadline.due': '2023-11-01'
		});
		expect(corrected({})).toEqual({ ok: true, value: { on: '2021-10-08', data: followUp } });
	});

	it('takes dates and units as a person writes them', () => {
		expect(
			corrected({ on: '9 October 2021', units: '16 (B); 60 and 62 (c)', deadline: 'provisional' })
		).toEqual({
			ok: true,
			value: {
				on: '2021-10-09',
				data: {
					units: ['16(b)', '60', '62(c)'],
					deadline: { kind: 'provisional', due: '2023-11-01', basis: 'stated' }
				}
			}
		});
	});

	it('refuses 31 June, in the field it stands in', () => {
		expect(corrected({ 'deadline.due': '31 June 2023' })).toMatchObject({
			ok: false,
			error: { field: 'deadline.due', kind: 'date', refusal: { kind: 'noSuchDay', lastDay: 30 } }
		});
		expect(corrected({ on: '' })).toMatchObject({ ok: false, error: { field: 'on', kind: 'date' } });
	});

	it('refuses what is no paragraph, and none where one is needed', () => {
		expect(corrected({ units: '16, xvi' })).toMatchObject({
			error: { field: 'units', kind: 'units', text: 'xvi' }
		});
		expect(corrected({ units: '' })).toMatchObject({ error: { field: 'units', kind: 'missing' } });
	});

	it('asks for no day where none was stated', () => {
		expect(corrected({ deadline: 'unstated', 'deadline.due': '' })).toMatchObject({
			ok: true,
			value: { data: { deadline: { kind: 'unstated' } } }
		});
	});

	it('offers only values that can be typed', () => {
		const data = { symbol: 'CMW/C/AZE/FCO/3', sections: [], distributed: '2024-03-06' };
		expect(fieldsFor(data).map(({ name }) => name)).toEqual(['on', 'symbol', 'distributed']);
	});
});
