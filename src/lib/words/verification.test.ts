import { describe, expect, it } from 'vitest';
import type { IsoDate } from '#lib/calendar/date.ts';
import type { Envelope } from '#lib/envelope/envelope.ts';
import { agoWords, foundSentence, groupsOf, missingWords } from './verification.ts';

const event: Envelope = {
	id: '017c9300-0000-7000-8000-000000000001',
	stream: 'CMW/AZE/3',
	type: 'DialogueHeld',
	schema: 1,
	on: '2021-10-05',
	recordedAt: '2021-10-18T08:00:00.000Z',
	by: '',
	replica: '017c9300-0000-7000-8000-000000000000',
	source: null,
	data: {}
};

describe('foundSentence', () => {
	it('names the event, its day and its cycle', () => {
		expect(foundSentence({ kind: 'changed', event })).toMatch(
			/^“Constructive dialogue held” of 5\u00a0October 2021, in CMW\/AZE\/3, recorded .*: it was changed since/
		);
	});

	it('still says it where what was changed is the date, and it is none any more', () => {
		const broken = { ...event, on: '2021-13-05' as IsoDate, recordedAt: 'long ago' };
		expect(foundSentence({ kind: 'changed', event: broken })).toContain('of 2021-13-05');
	});
});

describe('agoWords', () => {
	it.each([
		['2026-11-22T08:00:00.000Z', 'today'],
		// Half past midnight in Geneva.
		['2026-11-21T23:30:00.000Z', 'today'],
		['2026-11-21T08:00:00.000Z', 'yesterday'],
		['2026-10-22T08:00:00.000Z', '31 days ago']
	])('counts Geneva’s days since %s', (at, words) => {
		expect(agoWords(at, '2026-11-22' as IsoDate)).toBe(words);
	});
});

it('a hash is read aloud in groups of eight', () => {
	expect(groupsOf('0123456789abcdef'.repeat(4))).toEqual(
		Array.from({ length: 4 }, () => ['01234567', '89abcdef']).flat()
	);
});

it('places that are not here are said as a range', () => {
	expect(missingWords([5, 9])).toBe('events 5 to 9 of that device');
	expect(missingWords([7, 7])).toBe('event 7 of that device');
});
