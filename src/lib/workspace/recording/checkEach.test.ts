import { expect, test } from 'vitest';
import { envelope } from '#lib/cycle/testing/facts.ts';
import { newId } from '#lib/envelope/envelope.ts';
import { checkEach } from './checkEach.ts';

const context = {
	today: '2026-11-22',
	now: '2026-11-22T10:00:00.000Z',
	newId,
	by: '',
	replica: '019a0000-0000-7000-8000-00000000000a'
} as const;
const recorded = ['CMW/AZE/3', 'CMW/ALB/2'].flatMap((stream) =>
	[
		envelope('ConcludingObservationsAdopted', '2021-10-08', {}),
		envelope('NextReportRequested', '2021-10-08', {
			numbers: [4],
			deadline: { kind: 'exact', due: '2026-11-01', basis: 'stated' }
		})
	].map((event) => ({ ...event, stream }))
);
const reminder = (stream: string, duty: string) => ({
	stream,
	type: 'ReminderSent' as const,
	on: '2026-11-20',
	data: { duty },
	source: null
});

test('each is told by itself, in the order given: what is refused does not hide what is not', () => {
	const proposals = [
		reminder('CMW/AZE/3', 'nextReport'),
		reminder('CMW/AZE/3', 'followUp'),
		reminder('CMW/ALB/2', 'nextReport'),
		{ ...reminder('CMW/ALB/2', 'nextReport'), on: '2026-11-31' }
	];
	expect(checkEach(proposals, recorded, context).map((refusal) => refusal?.kind ?? null)).toEqual([
		null,
		'notAccepted',
		null,
		'badDate'
	]);
});
