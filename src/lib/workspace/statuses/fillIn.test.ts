import { expect, test } from 'vitest';
import { lookAt, symbolIn } from './fillIn.ts';

test.each([
	['CMW/C/AZE/CO/3', 'CMW', 'AZE', [3], true],
	[' cmw/c/aze/co/3. ', 'CMW', 'AZE', [3], true],
	['CRPD/AZE/CO/2-3', 'CRPD', 'AZE', [2, 3], true],
	['CERD/C/65/CO/3', 'CERD', null, [], true],
	['CRC/C/15/Add.117', 'CRC', null, [], true],
	['CAT/C/XXVII/Concl.1', 'CAT', null, [], true],
	['A/55/38', null, null, [], true],
	['A/HRC/44/13', null, null, [], true],
	['CMW/C/AZE/3', 'CMW', 'AZE', [3], false],
	['CMW/C/AZE/QPR/3', 'CMW', 'AZE', [3], false],
	['CMW/C/SR.464', 'CMW', null, [], false]
])('%s is taken apart', (text, body, state, numbers, isOfObservations) => {
	const symbol = text === ' cmw/c/aze/co/3. ' ? 'CMW/C/AZE/CO/3' : text;
	expect(symbolIn(text)).toEqual({ symbol, body, state, numbers, isOfObservations });
});

test.each(['hello', '3', 'A/', 'AZE', 'CMW/C/AZE/CO/3 and CAT/C/AZE/CO/4', '=1+1'])(
	'%j is no symbol',
	(text) => {
		expect(symbolIn(text)).toBeNull();
	}
);

const cycle = { body: 'CMW', state: 'AZE', numbers: [3] };

test('paragraphs without a date are asked about all the same', () => {
	const look = lookAt({ ...cycle, adopted: '2021-10-08', followUpUnits: ['16', '36'] }, []);
	expect(look.ok && look.value.proposals).toMatchObject([
		{ type: 'ConcludingObservationsAdopted' },
		{
			type: 'FollowUpRequested',
			on: '2021-10-08',
			data: { units: ['16', '36'], deadline: { kind: 'unstated' } }
		}
	]);
});

test('everything is proposed in the order in which it is said to have happened', () => {
	const look = lookAt({ ...cycle, considered: '2022-10-09', adopted: '2021-10-08' }, []);
	expect(look.ok && look.value.proposals.map(({ on }) => on)).toEqual(['2021-10-08', '2022-10-09']);
});
