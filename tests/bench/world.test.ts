import { describe, expect, it } from 'vitest';
import { checkData } from '#lib/cycle/events/read.ts';
import type { EventType } from '#lib/cycle/events/catalogue.ts';
import { timelinesOf } from './rebuild.ts';
import { faultOf } from '#lib/envelope/fault.ts';
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

	it('folds, with hardly anything that a cycle does not take', () => {
		const anomalies = timelinesOf(world).flatMap((timeline) => timeline.anomalies);
		expect(anomalies.length / world.length).toBeLessThan(0.05);
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
