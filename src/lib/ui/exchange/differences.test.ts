import { describe, expect, it } from 'vitest';
import type { Envelope } from '#lib/envelope/envelope.ts';
import { differences, saysAlone } from './differences.ts';

const event = (given: Partial<Envelope> = {}): Envelope => ({
	id: '019a0000-0000-7000-8000-000000000001',
	stream: 'CMW/AZE/3',
	type: 'ReportSubmitted',
	schema: 1,
	on: '2021-10-08',
	recordedAt: '2024-01-01T00:00:00.000Z',
	by: 'The desk',
	replica: '019a0000-0000-7000-8000-00000000000a',
	source: { document: 'A/1', paragraph: '2' },
	data: { numbers: [3], symbol: 'A/1' },
	...given
});

describe('two events with one id', () => {
	it('that are the same do not differ, whatever the order of their fields', () => {
		const other = event({
			data: { symbol: 'A/1', numbers: [3] },
			source: { paragraph: '2', document: 'A/1' }
		});
		expect(differences(event(), other)).toEqual([]);
		expect(saysAlone(event(), other)).toEqual({});
	});

	it('differ in what one has and the other has not', () => {
		const other = event({ on: '2021-10-09', by: '', data: { numbers: [3], symbol: 'A/2' }, source: null });
		expect(differences(event(), other)).toEqual(['the day', 'what it says', 'the source', 'who recorded it']);
		expect(saysAlone(event(), other)).toEqual({ symbol: 'A/1', source: { document: 'A/1', paragraph: '2' } });
		expect(saysAlone(other, event())).toEqual({ symbol: 'A/2' });
	});
});
