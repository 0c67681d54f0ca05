import { expect, test } from 'vitest';
import type { RegisterRow } from '#lib/cycle/preparation/onDay.ts';
import { narrowRegister } from './register.ts';

const row = (unit: string, more: Partial<RegisterRow> = {}): RegisterRow =>
	({
		unit,
		topic: 'Égalité',
		obligation: { obligation: { id: 'CMW/AZE/3#followUp-1', stream: 'CMW/AZE/3', duty: 'followUp' } },
		progress: null,
		responsible: '',
		...more
	}) as RegisterRow;

const rows = [
	row('16(b)', { responsible: 'Ministry of Labour', progress: 'drafted' }),
	row('60(d)', { topic: 'Trafficking' }),
	row('62(c)', { responsible: 'Ministry of Justice' })
];

test.each([
	['', ['16(b)', '60(d)', '62(c)']],
	['labour', ['16(b)']],
	['drafted', ['16(b)']],
	['nobody', ['60(d)']],
	['egalite 6', ['62(c)']],
	['migrant', ['16(b)', '60(d)', '62(c)']],
	['16 (b)', ['16(b)']],
	['approved', []]
])('“%s” narrows the register', (typed, units) =>
	expect(narrowRegister(rows, typed).map(({ unit }) => unit)).toEqual(units)
);
