import { expect, test } from 'vitest';
import { entryIntoForce } from './entryIntoForce.ts';
import { statesParties, treatiesOf } from './parties.ts';

test('a treaty binds a State in the year of its ratification or the next, and not before it binds anybody', () => {
	expect(entryIntoForce('CRPD', 2009)).toEqual({ years: [2009, 2010], treaty: null });
	// Azerbaijan ratified in 1999 a convention that entered into force in 2003.
	expect(entryIntoForce('CMW', 1999)).toEqual({ years: [2003], treaty: '2003-07-01' });
	expect(entryIntoForce('UPR', 2006)).toBeNull();
});

test('the day of every treaty in the table of parties is known', () => {
	const bodies = new Set(statesParties.flatMap((state) => treatiesOf(state).map(({ body }) => body)));
	for (const body of bodies) expect(entryIntoForce(body, 2022), body).not.toBeNull();
});
