import { expect, test } from 'vitest';
import { proposalsFor } from './several.ts';

const alike = { on: '2026-11-20', symbol: '', repliesDue: { kind: 'unstated' } } as const;
const chosen = [
	{ stream: 'CMW/AZE/3', duty: 'followUp' },
	{ stream: 'CMW/AZE/3', duty: 'nextReport' },
	{ stream: 'CED/TCD/1', duty: 'initialReport' }
] as const;

test('a reminder is recorded for each duty, with its symbol where one is given', () => {
	const proposals = proposalsFor({ ...alike, act: 'ReminderSent', symbol: ' CMW/REM/1 ' }, chosen);
	expect(proposals.map(({ stream, data }) => [stream, data])).toEqual([
		['CMW/AZE/3', { duty: 'followUp', symbol: 'CMW/REM/1' }],
		['CMW/AZE/3', { duty: 'nextReport', symbol: 'CMW/REM/1' }],
		['CED/TCD/1', { duty: 'initialReport', symbol: 'CMW/REM/1' }]
	]);
});

test('a duty that was chosen twice is reminded of once', () => {
	expect(proposalsFor({ ...alike, act: 'ReminderSent' }, [...chosen, chosen[0]])).toHaveLength(3);
});

test('a list is recorded once for each cycle, with by when the replies are due', () => {
	const proposals = proposalsFor({ ...alike, act: 'ListOfIssuesAdopted' }, chosen);
	expect(proposals.map(({ stream, data }) => [stream, data])).toEqual([
		['CMW/AZE/3', { repliesDue: { kind: 'unstated' } }],
		['CED/TCD/1', { repliesDue: { kind: 'unstated' } }]
	]);
});
