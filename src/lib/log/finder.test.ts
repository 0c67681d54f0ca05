import 'fake-indexeddb/auto';
import { expect, it } from 'vitest';
import { Connection } from './connection.ts';
import { Finder, placesOfIds } from './finder.ts';
import { aLog, anEvent, record, recordedElsewhere, someEvents, valueOf } from './fixtures.ts';
import type { Reading } from './schema.ts';
import { segmentSize } from './segment.ts';
import { read } from './transaction.ts';

const streamOf = (segment: number) => `CMW/AZE/${segment}`;
const filling = (stream: string) =>
	recordedElsewhere(someEvents(segmentSize, { stream, replica: anEvent().id }));

const within = async <Value>(name: string, work: (transaction: Reading) => Promise<Value>) =>
	valueOf(await read(new Connection(name, () => {}), 'log', work));

it('finds the segments that hold a stream, also those that were added since it looked', async () => {
	const log = await aLog('streams');
	const finder = new Finder();
	const find = (...streams: string[]) =>
		within('streams', (transaction) => finder.segmentsOf(transaction, streams));
	expect(await find(streamOf(1))).toEqual([]);

	const events = [...filling(streamOf(1)), ...filling(streamOf(2))];
	valueOf(await log.importEvents({ events }));
	expect(await find(streamOf(2))).toEqual([2]);
	expect(await find(streamOf(2), streamOf(1), streamOf(3))).toEqual([1, 2]);

	valueOf(await log.importEvents({ events: [...filling(streamOf(3)), ...filling(streamOf(1))] }));
	// The empty commit between the two imports has a segment of its own, which holds no stream.
	expect(await find(streamOf(1))).toEqual([1, 5]);
	expect(await find(streamOf(3))).toEqual([4]);
	expect(await find('CMW/AZE/99')).toEqual([]);
	expect(await find()).toEqual([]);
});

it('learns once what two readings ask for at the same time', async () => {
	const log = await aLog('at once');
	valueOf(await log.importEvents({ events: [...filling(streamOf(1)), ...filling(streamOf(1))] }));
	const finder = new Finder();
	const find = () => within('at once', (transaction) => finder.segmentsOf(transaction, [streamOf(1)]));
	expect(await Promise.all([find(), find(), find()])).toEqual([
		[1, 2],
		[1, 2],
		[1, 2]
	]);
});

it('does not take a stream for another that begins like it', async () => {
	const log = await aLog('alike');
	valueOf(await log.importEvents({ events: filling('CMW/AZE/34') }));
	const finder = new Finder();
	expect(await within('alike', (transaction) => finder.segmentsOf(transaction, ['CMW/AZE/3']))).toEqual([]);
});

it('tells of each id where its event lies', async () => {
	const log = await aLog('ids');
	const [one, other] = [filling(streamOf(1)), filling(streamOf(2))];
	valueOf(await log.importEvents({ events: [...one, ...other] }));
	const mine = await record(log, anEvent(), anEvent());
	expect(await within('ids', placesOfIds)).toEqual(
		new Map([
			...one.map(({ id }) => [id, 1] as const),
			...other.map(({ id }) => [id, 2] as const),
			...mine.map(({ id }) => [id, 0] as const)
		])
	);
});
