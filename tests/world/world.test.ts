import { describe, expect, it } from 'vitest';
import { checkData } from '#lib/cycle/events/read.ts';
import type { EventType } from '#lib/cycle/events/catalogue.ts';
import { timelinesOf } from '../bench/rebuild.ts';
import { faultOf } from '#lib/envelope/fault.ts';
import { isInvented } from '#lib/envelope/invented.ts';
import { obligationsOn } from '#lib/cycle/timeline/views.ts';
import { treatiesOf } from '#lib/states/parties.ts';
import { furtherEvents, worldOf } from './world.ts';

const size = { cycles: 500, events: 8_350, seed: 7 };
const world = worldOf(size);

describe('the invented world', () => {
	it('has the size that was asked for', () => {
		expect(world).toHaveLength(size.events);
		expect(new Set(world.map(({ stream }) => stream)).size).toBe(size.cycles);
	});

	it('holds events that the log takes and the cycle understands', () => {
		expect(world.filter((event) => faultOf(event) !== undefined)).toEqual([]);
		expect(world.filter(({ type, data }) => 'field' in checkData(type as EventType, data))).toEqual([]);
	});

	it('folds, with nothing that a cycle does not take', () => {
		expect(timelinesOf(world).flatMap(({ anomalies }) => anomalies)).toEqual([]);
	});

	it('is of States that are bound by the treaty, and tells of nothing before they were', () => {
		const early = world.filter(({ stream, on }) => {
			const [body = '', state = ''] = stream.split('/');
			const since = treatiesOf(state).find((treaty) => treaty.body === body)?.since;
			return since === undefined ? body !== 'UPR' : Number(on.slice(0, 4)) < since;
		});
		expect(early).toEqual([]);
	});

	it('is known for an invented one', () => {
		expect(world.filter(({ replica, by }) => !isInvented(replica) || by !== 'Invented')).toEqual([]);
	});

	it('is late as the world is: often, and sometimes by very many years', () => {
		const overdue = obligationsOn(timelinesOf(world), '2026-10-31').filter(
			({ group }) => group === 'overdue'
		);
		const pairOf = ({ stream }: { stream: string }) => stream.split('/').slice(0, 2).join('/');
		const late = new Set(overdue.map(({ obligation }) => pairOf(obligation))).size;
		const share = late / new Set(world.map(pairOf)).size;
		expect(share).toBeGreaterThan(0.25);
		expect(share).toBeLessThan(0.75);
		const byYears = overdue.filter(({ date }) => date.due! < '2016-10-31').length;
		expect(byYears).toBeGreaterThan(0);
		expect(byYears / overdue.length).toBeLessThan(0.6);
	});

	it('is the same each time, and another one with another seed', () => {
		expect(JSON.stringify(worldOf(size))).toBe(JSON.stringify(world));
		expect(JSON.stringify(worldOf({ ...size, seed: 8 }))).not.toBe(JSON.stringify(world));
	});

	it('goes on where it ends', () => {
		const further = furtherEvents(world, 200);
		expect(further.filter((event) => faultOf(event) !== undefined)).toEqual([]);
		const streams = new Set(world.map(({ stream }) => stream));
		expect(further.every(({ stream }) => streams.has(stream))).toBe(true);
	});
});
