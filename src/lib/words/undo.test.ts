import { expect, test } from 'vitest';
import { envelope } from '#lib/cycle/testing/facts.ts';
import { undoneWords } from './undo.ts';

const reminder = (stream: string) =>
	envelope('ReminderSent', '2026-11-20', { duty: 'nextReport' }, { stream });
const plain = (text: string) => text.replaceAll('\u00a0', ' ');

test.each([
	[
		'one event by its name, its day and its cycle',
		['CMW/AZE/3'],
		/^Reminder sent, 20 November 2026 \(Azerbaijan .*\)$/
	],
	[
		'several of one State before one body by that',
		['CMW/AZE/3', 'CMW/AZE/4'],
		/^2 events .* in Azerbaijan before CMW/
	],
	[
		'those of many States by how many cycles they are in',
		['CMW/AZE/3', 'CED/TCD/1', 'CED/TCD/1'],
		/^3 events recorded together in 2 cycles$/
	]
])('what is undone is told: %s', (_title, streams, words) => {
	expect(plain(undoneWords(streams.map(reminder)))).toMatch(words);
});
