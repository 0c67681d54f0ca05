import { describe, expect, it } from 'vitest';
import { redact } from '#lib/envelope/chain.ts';
import type { Envelope } from '#lib/envelope/envelope.ts';
import { passGate, type GateContext, type Proposal } from '#lib/cycle/gate.ts';
import { foldCycle } from '#lib/cycle/timeline/fold.ts';
import { anEvent, idOf } from './fixtures.ts';
import { scopeOf } from './scope.ts';

const inStream = (stream: string, number: number): Envelope => anEvent({ stream, id: idOf(number) });

describe('the scope of a State', () => {
	it('is every cycle of it, before every body, and no other', () => {
		const streams = ['CMW/AZE/3', 'CAT/AZE/5-6', 'CMW/AZE/4', 'CCPR/CHN/4', 'CCPR/CHN-HKG/4'];
		const events = streams.map(inStream);
		const statesOf = (state: string) => scopeOf(events, { kind: 'state', state }).map(({ stream }) => stream);
		expect(statesOf('AZE')).toEqual(['CMW/AZE/3', 'CAT/AZE/5-6', 'CMW/AZE/4']);
		expect(statesOf('CHN')).toEqual(['CCPR/CHN/4']);
		expect(statesOf('CHN-HKG')).toEqual(['CCPR/CHN-HKG/4']);
		expect(statesOf('FRA')).toEqual([]);
	});

	it('is everything where nothing is left out', () => {
		const events = [inStream('CMW/AZE/3', 1), inStream('CAT/FRA/5', 2)];
		expect(scopeOf(events, { kind: 'everything' })).toEqual(events);
	});
});

describe('a scope without preparations', () => {
	const plan = {
		for: 'CMW/AZE/3#followUp-1',
		due: '2023-11-01',
		steps: [{ id: 'draft', name: 'Draft', responsible: 'Ministry of Labour', due: '2023-09-01' }]
	};
	const replaced = (data: object) => ({
		action: 'replace',
		reason: 'too late',
		on: '2022-01-10',
		data,
		source: null
	});
	const event = (number: number, type: string, data: Record<string, unknown> = {}, corrects?: number) =>
		anEvent({ id: idOf(number), type, data, ...(corrects && { corrects: idOf(corrects) }) });
	const told = [
		event(1, 'ConcludingObservationsAdopted'),
		event(2, 'PreparationPlanned', plan),
		event(3, 'RecordCorrected', { action: 'withdraw', reason: 'another day' }, 1),
		event(4, 'RecordCorrected', replaced(plan), 2),
		event(5, 'PreparationStepDone', { for: plan.for, step: 'draft', name: 'Draft' }),
		event(6, 'RecordCorrected', { action: 'withdraw', reason: 'not so' }, 4),
		event(7, 'AnswerPrepared', { for: plan.for, units: ['16'], progress: 'drafted' }),
		event(8, 'RecordRedacted', { event: idOf(7), reason: 'a name' }),
		event(9, 'FromTheFuture')
	];
	const numbersOf = (events: readonly Envelope[], without = true) =>
		scopeOf(events, { kind: 'everything', ...(without && { without: 'preparations' }) }).map(
			({ id }) => told.findIndex((one) => one.id === id) + 1
		);

	it('leaves out what a State prepares and every correction of it, and nothing else', () => {
		expect(numbersOf(told)).toEqual([1, 3, 8, 9]);
		expect(numbersOf(told, false)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9]);
	});

	it('leaves out what was redacted of it, and tells that it was', () => {
		expect(numbersOf(told.map((one) => (one.id === idOf(7) ? redact(one) : one)))).toEqual([1, 3, 8, 9]);
	});

	it('leaves out what a correction puts in the place of something that is not here', () => {
		expect(numbersOf(told.slice(2))).toEqual([3, 8, 9]);
		// What takes back says nothing of what it takes back.
		expect(numbersOf([told[5]!])).toEqual([6]);
	});

	it('is of one State or one cycle as well', () => {
		const elsewhere = anEvent({ id: idOf(10), stream: 'CAT/FRA/7', type: 'CommentsReceived', data: {} });
		for (const part of [
			{ kind: 'state', state: 'AZE' },
			{ kind: 'cycle', stream: 'CMW/AZE/3' }
		] as const) {
			const events = scopeOf([...told, elsewhere], { ...part, without: 'preparations' });
			expect(events.map(({ id }) => id)).toEqual([1, 3, 8, 9].map(idOf));
		}
	});
});

describe('the scope of a cycle', () => {
	let made = 0;
	const origin = (now: string): GateContext => ({
		now,
		today: '2026-06-01',
		by: 'The desk',
		replica: idOf(500),
		newId: () => idOf((made += 1))
	});
	let minutes = 0;
	/** What the log holds after some facts went through the gate. */
	const recorded = (proposals: readonly Omit<Proposal, 'source'>[], before: Envelope[] = []): Envelope[] =>
		proposals.reduce((log: Envelope[], proposal) => {
			minutes += 1;
			const now = `2026-01-01T00:${String(minutes % 60).padStart(2, '0')}:00.000Z`;
			const passed = passGate([{ ...proposal, source: null }], log, origin(now));
			if (!passed.ok) throw new Error(JSON.stringify(passed.error));
			return [...log, ...passed.value.events];
		}, before);
	const adopted = (stream: string, on: string, next: number, due: string): Omit<Proposal, 'source'>[] => [
		{ stream, type: 'ConcludingObservationsAdopted', on, data: {} },
		{
			stream,
			type: 'NextReportRequested',
			on,
			data: { numbers: [next], deadline: { kind: 'exact', due, basis: 'stated' } }
		}
	];
	const [third, fourth, fifth] = ['CMW/AZE/3', 'CMW/AZE/4', 'CMW/AZE/5'] as const;
	const told = recorded([
		...adopted(third, '2014-10-08', 4, '2018-11-01'),
		{ stream: third, type: 'NextReportSubmitted', on: '2018-10-30', data: { numbers: [4] } },
		...adopted(fourth, '2020-10-08', 5, '2024-11-01'),
		{ stream: fourth, type: 'NextReportSubmitted', on: '2024-10-30', data: { numbers: [5] } },
		...adopted(fifth, '2025-10-08', 6, '2030-11-01'),
		...adopted('CMW/FRA/5', '2020-01-08', 6, '2024-01-01')
	]);
	const ofCycle = (stream: string, events = told) => scopeOf(events, { kind: 'cycle', stream });
	const timeline = (stream: string, events: readonly Envelope[]) => {
		const folded = foldCycle(
			stream,
			events.filter((event) => event.stream === stream)
		);
		if ('kind' in folded) throw new Error(folded.kind);
		return folded;
	};

	it('is the whole cycle, as it is told here', () => {
		for (const stream of [third, fourth, fifth])
			expect(timeline(stream, ofCycle(stream))).toEqual(timeline(stream, told));
	});

	it('takes along the cycle before, so that a report that was submitted is overdue nowhere', () => {
		const here = ofCycle(fourth).filter(({ stream }) => stream === third);
		expect(here).toEqual(told.filter(({ stream }) => stream === third));
		expect(timeline(third, here).anomalies).toEqual([]);
	});

	it('takes along of the cycle after what the gate records there by itself', () => {
		const here = ofCycle(fourth).filter(({ stream }) => stream === fifth);
		expect(here.map(({ type }) => type)).toEqual(['CycleOpened', 'ReportSubmitted']);
		expect(timeline(fifth, here).anomalies).toEqual([]);
	});

	it('takes along of the cycle after the rules it runs under, so that the receiver counts by the same', () => {
		const amendments = [
			{
				rule: 'followUpInterval',
				value: 'P18M',
				validFrom: '2025-01-01',
				source: 'CMW/C/99/1',
				verified: true
			}
		];
		const data = { procedure: { body: 'CMW', version: 1 }, amendments, reason: 'decided' };
		const changed = recorded([{ stream: fifth, type: 'ProcedureChanged', on: '2026-01-01', data }], told);
		const here = ofCycle(fourth, changed).filter(({ stream }) => stream === fifth);
		expect(timeline(fifth, here).procedure).toBe(timeline(fifth, changed).procedure);
		expect(timeline(fifth, here).amendments).toEqual(amendments);
	});

	it('takes along nothing else', () => {
		expect(new Set(ofCycle(third).map(({ stream }) => stream))).toEqual(new Set([third, fourth]));
		expect(new Set(ofCycle(fourth).map(({ stream }) => stream))).toEqual(new Set([third, fourth, fifth]));
		expect(ofCycle('CMW/FRA/5')).toEqual(told.filter(({ stream }) => stream === 'CMW/FRA/5'));
		expect(ofCycle('CMW/FRA/6')).toEqual([]);
	});

	it('takes along what was said of the submission since, so that both cycles stay told the same', () => {
		const submission = told.find(({ type, stream }) => type === 'NextReportSubmitted' && stream === fourth)!;
		const corrected = recorded(
			[
				{
					stream: fourth,
					type: 'RecordCorrected',
					on: '2024-10-31',
					data: {
						action: 'replace',
						reason: 'A slip',
						on: '2024-10-31',
						data: { numbers: [5] },
						source: null
					},
					corrects: submission.id
				}
			],
			told
		);
		const here = ofCycle(fourth, corrected).filter(({ stream }) => stream === fifth);
		expect(here.map(({ type }) => type)).toEqual(['CycleOpened', 'ReportSubmitted', 'RecordCorrected']);
		expect(timeline(fifth, here).facts.map(({ on }) => on)).toEqual(['2024-10-31']);

		const report = here.find(({ type }) => type === 'ReportSubmitted')!;
		const redaction = { stream: fifth, type: 'RecordRedacted', on: '2026-01-01' } as const;
		const redacted = recorded([{ ...redaction, data: { event: report.id, reason: 'Asked for' } }], corrected);
		expect(ofCycle(fourth, redacted).at(-1)).toMatchObject({ type: 'RecordRedacted', stream: fifth });
	});

	it('lets the receiver correct the submission in both cycles', () => {
		const here = ofCycle(fourth);
		const submission = here.find(({ type, stream }) => type === 'NextReportSubmitted' && stream === fourth)!;
		const correction = {
			stream: fourth,
			type: 'RecordCorrected',
			on: '2024-10-30',
			data: { action: 'withdraw', reason: 'It was another report' },
			corrects: submission.id
		} as const;
		const more = recorded([correction], here).slice(here.length);
		expect(more.map(({ stream }) => stream)).toEqual([fourth, fifth]);
	});
});
