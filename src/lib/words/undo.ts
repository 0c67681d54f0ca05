import type { IsoDate } from '#lib/calendar/date.ts';
import { partiesOf } from '#lib/cycle/stream.ts';
import type { Envelope } from '#lib/envelope/envelope.ts';
import { m } from './catalogue/messages.js';
import { count, day } from './dates.ts';
import { eventLabel } from './events.ts';
import { cycleShortOf } from './names.ts';

/** What is undone or redone, in a few words: one event by its name and day, several by their number. */
export function undoneWords(events: readonly Pick<Envelope, 'stream' | 'type' | 'on'>[]): string {
	const [first] = events;
	const streams = new Set(events.map(({ stream }) => stream));
	const cycles = { cycles: streams.size, number: count(streams.size) };
	// A submission is told in two cycles; a changed rule, in all of them.
	if (events.length > 1 && first!.type === 'ProcedureChanged') return m.procedures_undo(cycles);
	const numbered = { events: events.length, number: count(events.length) };
	if (new Set([...streams].map(partiesOf)).size > 1)
		return m.shell_undo_events_many({ ...numbered, cycles: m.shell_undo_cycles(cycles) });
	const cycle = cycleShortOf(first!.stream);
	if (events.length > 1) return m.shell_undo_events({ ...numbered, cycle });
	return m.shell_undo_event({ event: eventLabel(first!.type), on: day(first!.on as IsoDate), cycle });
}
