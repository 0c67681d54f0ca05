import { describe, expect, test } from 'vitest';
import type { IsoDate } from '#lib/calendar/date.ts';
import { differencesBetween } from '#lib/cycle/knowledge.ts';
import type { Outline } from '#lib/cycle/outline/outline.ts';
import type { Owed } from '#lib/cycle/timeline/owed.ts';
import { differenceSentences } from './knowledge.ts';

const followUp: Owed = {
	id: 'CMW/AZE/3#followUp-1',
	stream: 'CMW/AZE/3',
	duty: 'followUp',
	units: [],
	reportNumbers: [],
	openedBy: { on: '2021-10-08' },
	dates: [{ due: '2023-11-01', certainty: 'exact', basis: 'stated', from: '2021-10-08' }],
	ending: null
};
const due = (day: IsoDate | null): Owed => ({
	...followUp,
	dates: [{ ...followUp.dates[0]!, due: day, ...(!day && { certainty: 'undated', basis: 'unstated' }) }]
});
const met = (on: IsoDate): Owed => ({ ...followUp, ending: { how: 'met', on } });

/** What is said of the difference between two states of knowledge; null where the cycle was not known. */
function said(before: Owed[] | null, after: Owed[] | null, asOf: IsoDate = '2024-02-01'): string[] {
	const known = (obligations: Owed[] | null) =>
		new Map(obligations ? [['CMW/AZE/3', { obligations } as Partial<Outline> as Outline]] : []);
	const owed = new Map([...(before ?? []), ...(after ?? [])].map((one) => [one.id, one]));
	return differencesBetween(known(before), known(after), asOf)
		.flatMap((one) => differenceSentences(one, owed, asOf))
		.map((sentence) => sentence.replaceAll('\u00a0', ' '));
}

describe('what changed in what is known, in sentences', () => {
	test.each([
		[
			'a cycle and a duty that became known',
			null,
			[met('2024-01-17')],
			[
				'This cycle became known.',
				'Became known: Follow-up information, due 1 November 2023 (received 17 January 2024, 77 days late).'
			]
		],
		['one without a date', [], [due(null)], ['Became known: Follow-up information, no date set.']],
		[
			'what is no longer known',
			[followUp],
			null,
			[
				'This cycle is no longer known: all that was recorded of it was taken back.',
				'No longer known: Follow-up information, which was due 1 November 2023.'
			]
		],
		[
			'what is no longer known and had no date',
			[due(null)],
			[],
			['No longer known: Follow-up information, which had no date.']
		],
		[
			'another date',
			[followUp],
			[due('2024-03-01')],
			['Follow-up information: was due 1 November 2023, is now due 1 March 2024.']
		],
		[
			'a date where there was none',
			[due(null)],
			[followUp],
			['Follow-up information: had no date, is now due 1 November 2023.']
		],
		[
			'no date where there was one',
			[followUp],
			[due(null)],
			['Follow-up information: was due 1 November 2023, has no date now.']
		],
		[
			'an ending',
			[followUp],
			[met('2024-01-17')],
			['Follow-up information: now known as received 17 January 2024, 77 days late.']
		],
		[
			'another ending',
			[met('2024-01-17')],
			[met('2023-10-30')],
			[
				'Follow-up information: was known as received 17 January 2024, 77 days late, is now known as received 30 October 2023, in time.'
			]
		],
		[
			'an ending that was taken back',
			[met('2024-01-17')],
			[followUp],
			['Follow-up information: was known as received 17 January 2024, 77 days late, is open again now.']
		],
		[
			'a request known to be older',
			[{ ...followUp, openedBy: { on: '2024-03-01' } }],
			[followUp],
			[
				'Follow-up information: on 1 February 2024, as known before, not asked for yet; as known now, 92 days overdue.'
			]
		]
	] as [string, Owed[] | null, Owed[] | null, string[]][])('%s', (_, before, after, sentences) => {
		expect(said(before, after)).toEqual(sentences);
	});

	test('an ending still ahead of the day one looks from is told without how late it came', () => {
		expect(said([followUp], [met('2024-01-17')], '2023-06-01')).toEqual([
			'Follow-up information: now known as received 17 January 2024.'
		]);
	});
});
