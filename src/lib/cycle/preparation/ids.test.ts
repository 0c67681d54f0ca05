import { expect, test } from 'vitest';
import { idOfStep, planAnchor, servedById } from './ids.ts';

test('the id of a step says what it is for', () => {
	expect(servedById(idOfStep('CMW/AZE/3#followUp-1', 'draft'))).toBe('CMW/AZE/3#followUp-1');
	expect(servedById('CMW/AZE/3#followUp-1')).toBeNull();
	expect(servedById('CMW/AZE/3')).toBeNull();
});

test('the place of a plan is a name that an address can hold', () =>
	expect(planAnchor('CRC-OPSC/AZE/2-3#nextReport-1')).toBe('plan-CRC-OPSC-AZE-2-3-nextReport-1'));
