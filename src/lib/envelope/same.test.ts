import { describe, expect, it } from 'vitest';
import { linked, redact } from './chain.ts';
import { newId, newSalt, type Envelope, type NewEvent } from './envelope.ts';
import { isSameEvent } from './same.ts';

const told: NewEvent = {
	id: newId(),
	stream: 'CMW/AZE/3',
	type: 'FollowUpReceived',
	schema: 1,
	on: '2024-01-17',
	recordedAt: '2024-01-18T09:00:00.000Z',
	by: 'Leyla',
	replica: newId(),
	source: { quote: 'received' },
	data: { sections: [], received: { on: 1, by: 2 } }
};
const event = linked(told, undefined, newSalt());
const changes: Partial<Envelope>[] = [
	{ by: 'Murad' },
	{ on: '2024-01-18' },
	{ source: null },
	{ data: {} },
	{ corrects: event.id },
	{ stream: 'CMW/AZE/4' },
	{ replica: newId() },
	{ link: { ...event.link, sequence: 2 } },
	{ link: { ...event.link, salt: newSalt() } }
];

describe('the same event', () => {
	it('has the same fields, in whatever order they were set', () => {
		const { id, data: _data, ...rest } = event;
		expect(isSameEvent(event, { ...rest, data: { received: { by: 2, on: 1 }, sections: [] }, id })).toBe(
			true
		);
		expect(isSameEvent(told, { ...told, corrects: undefined } as Envelope)).toBe(true);
	});

	it.each(changes)('is not one with %j', (change) => {
		expect(isSameEvent(event, { ...event, ...change })).toBe(false);
	});

	it('is not one that has no place in a chain', () => expect(isSameEvent(event, told)).toBe(false));
});

describe('the same event, redacted', () => {
	it('is the same, whichever of the two is asked for', () => {
		expect(isSameEvent(event, redact(event))).toBe(true);
		expect(isSameEvent(redact(event), event)).toBe(true);
		expect(isSameEvent(redact(event), redact(event))).toBe(true);
	});

	it('is the same also where it was recorded before there were chains', () => {
		expect(isSameEvent(told, redact(told))).toBe(true);
		expect(isSameEvent(redact({ ...told, data: {} }), told)).toBe(false);
	});

	it.each(changes)('is not one with %j', (change) => {
		const other = redact({ ...event, ...change });
		expect(isSameEvent(event, other)).toBe(false);
		expect(isSameEvent(other, event)).toBe(false);
	});

	it('is not one of which something else is said to have been redacted', () => {
		expect(isSameEvent(event, { ...redact(event), redacted: 'ab'.repeat(32) })).toBe(false);
		expect(isSameEvent(redact(event), { ...redact(event), redacted: 'ab'.repeat(32) })).toBe(false);
	});
});
