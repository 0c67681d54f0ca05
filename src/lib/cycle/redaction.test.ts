import { expect, test } from 'vitest';
import type { Envelope, NewEvent } from '#lib/envelope/envelope.ts';
import type { Result } from '#lib/result.ts';
import { passGate, type GateRefusal, type Passage, type Proposal } from './gate.ts';
import { envelope } from './testing/facts.ts';

let made = 0;
const newId = () => `00000000-0000-7000-9000-${String(++made).padStart(12, '0')}`;
const context = {
	today: '2026-11-22',
	now: '2026-11-22T10:00:00.000Z',
	by: '',
	replica: '00000000-0000-7000-8000-000000000000',
	newId
} as const;

const opened = envelope('CycleOpened', '2021-10-08', {
	procedure: { body: 'CMW', version: 1 },
	reportNumbers: [3]
});
const adopted = envelope('ConcludingObservationsAdopted', '2021-10-08', { symbol: 'CMW/C/AZE/CO/3' });
const replaced = envelope(
	'RecordCorrected',
	'2021-10-09',
	{ action: 'replace', reason: 'x', on: '2021-10-08', data: { symbol: 'CMW/C/AZE/CO/4' }, source: null },
	{ corrects: adopted.id }
);
const undone = envelope(
	'RecordCorrected',
	'2021-10-10',
	{ action: 'withdraw', reason: 'y' },
	{ corrects: replaced.id }
);

const redact = (
	event: string,
	recorded: readonly Envelope[],
	stream = 'CMW/AZE/3'
): Result<Passage, GateRefusal> => {
	const data = { event, reason: 'a name' };
	const proposal: Proposal = { stream, type: 'RecordRedacted', on: '2026-11-22', data, source: null };
	return passGate([proposal], recorded, context);
};
const passed = (result: Result<Passage, GateRefusal>): Passage => {
	if (!result.ok) throw new Error(result.error.kind);
	return result.value;
};

test('a redaction takes out what an event says, and what all its corrections say', () => {
	const { redacts, events } = passed(redact(adopted.id, [opened, adopted, replaced, undone]));
	expect(redacts).toEqual([adopted.id, replaced.id, undone.id]);
	expect(events.map(({ type, data }) => [type, data])).toEqual([
		['RecordRedacted', { event: adopted.id, reason: 'a name', corrections: [replaced.id, undone.id] }]
	]);
});

test('of a submission it takes out the same in the next cycle', () => {
	const submitted = envelope('NextReportSubmitted', '2026-01-01', { numbers: [4] });
	const there = envelope(
		'ReportSubmitted',
		'2026-01-01',
		{ numbers: [4], submittedIn: submitted.id },
		{ stream: 'CMW/AZE/4' }
	);
	const { redacts, events } = passed(redact(submitted.id, [opened, adopted, submitted, there]));
	expect(redacts).toEqual([submitted.id, there.id]);
	expect(events.map(({ stream }: NewEvent) => stream)).toEqual(['CMW/AZE/3', 'CMW/AZE/4']);
});

test.each([
	['an event of another cycle', adopted.id, 'CMW/AZE/4'],
	['the opening of a record', opened.id, 'CMW/AZE/3'],
	['a correction by itself', replaced.id, 'CMW/AZE/3'],
	['an event that is not there', '00000000-0000-7000-8000-00000000ffff', 'CMW/AZE/3']
])('%s is not redacted', (_, event, stream) => {
	expect(redact(event, [opened, adopted, replaced], stream)).toMatchObject({
		ok: false,
		error: { kind: 'nothingToRedact' }
	});
});

test('what is redacted already is not redacted again', () => {
	const gone = { ...adopted, data: {}, source: null, redacted: '0'.repeat(64) };
	expect(redact(adopted.id, [opened, gone])).toMatchObject({ error: { kind: 'nothingToRedact' } });
});
