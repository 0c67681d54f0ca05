import { describe, expect, test } from 'vitest';
import type { IsoDate } from '#lib/calendar/date.ts';
import { foldCycle, type Timeline } from '#lib/cycle/timeline/fold.ts';
import type { Envelope } from '#lib/envelope/envelope.ts';
import { entriesOf, type RecordedEntry } from './entries.ts';

let number = 0;
const event = (type: string, on: IsoDate, data: Record<string, unknown>, corrects?: Envelope): Envelope => {
	number += 1;
	return {
		id: `017c9300-0000-7000-8000-${String(number).padStart(12, '0')}`,
		stream: 'CMW/AZE/3',
		type,
		schema: 1,
		on,
		recordedAt: `2024-03-07T08:00:${String(number).padStart(2, '0')}.000Z`,
		by: 'A test',
		replica: '017c9300-0000-7000-8000-000000000000',
		source: null,
		data,
		...(corrects && { corrects: corrects.id })
	};
};
const entries = (...envelopes: Envelope[]) =>
	entriesOf(foldCycle('CMW/AZE/3', envelopes) as Timeline, envelopes);
const recorded = (...envelopes: Envelope[]) =>
	entries(...envelopes).filter((entry): entry is RecordedEntry => entry.kind === 'recorded');

const adopted = event('ConcludingObservationsAdopted', '2021-10-08', {});
const asked = event('NextReportRequested', '2021-10-08', {
	numbers: [4],
	deadline: { kind: 'exact', due: '2026-11-01', basis: 'stated' }
});

describe('the history of a cycle', () => {
	test('is in the order of happening, with the clock in its place', () => {
		const reminder = event('ReminderSent', '2026-12-01', { duty: 'nextReport' });
		expect(entries(reminder, asked, adopted).map(({ kind, on }) => [kind, on])).toEqual([
			['recorded', '2021-10-08'],
			['recorded', '2021-10-08'],
			['strike', '2026-11-02'],
			['recorded', '2026-12-01']
		]);
	});

	test('takes no other order of its fields for a change, as an imported event has', () => {
		const { deadline, numbers } = asked.data;
		expect(recorded({ ...asked, data: { deadline, numbers } })[0]).toMatchObject({ changed: false });
	});

	test('shows what stands, and keeps what was recorded first', () => {
		const moved = event(
			'RecordCorrected',
			'2024-03-08',
			{ action: 'replace', reason: 'A slip', on: '2021-10-09', data: {}, source: null },
			adopted
		);
		const [entry] = recorded(adopted, moved);
		expect(entry).toMatchObject({
			on: '2021-10-09',
			first: { on: '2021-10-08' },
			changed: true,
			withdrawn: false,
			corrections: [{ event: { id: moved.id }, withdrawn: false }]
		});
	});

	test('a correction that was taken back stays visible with what it corrected', () => {
		const back = event(
			'RecordCorrected',
			'2024-03-08',
			{ action: 'withdraw', reason: 'Wrong cycle' },
			adopted
		);
		const again = event(
			'RecordCorrected',
			'2024-03-09',
			{ action: 'withdraw', reason: 'It was right' },
			back
		);
		expect(recorded(adopted, back)[0]).toMatchObject({ withdrawn: true });
		expect(recorded(adopted, back, again)[0]).toMatchObject({
			withdrawn: false,
			corrections: [{ withdrawn: true }, { withdrawn: false }]
		});
	});

	test('what does not fit is explained where it stands; a correction of nothing stands by itself', () => {
		const misfit = event('FollowUpAssessed', '2021-10-09', { grades: [{ unit: '16', grade: 'B' }] });
		const lost = {
			...event('RecordCorrected', '2024-03-08', { action: 'withdraw', reason: 'x' }),
			corrects: misfit.id
		};
		expect(recorded(adopted, misfit)[1]!.anomaly?.kind).toBe('notAccepted');
		expect(recorded(adopted, lost)[1]!.anomaly?.kind).toBe('idleCorrection');
	});
});
