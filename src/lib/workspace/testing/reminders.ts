import type { IsoDate } from '#lib/calendar/date.ts';
import type { Outline } from '#lib/cycle/outline/outline.ts';
import type { Owed } from '#lib/cycle/timeline/owed.ts';
import type { Entry } from '#lib/reminders/entry.ts';
import { defaultPreferences } from '#lib/reminders/presets.ts';
import { owed } from '#lib/reminders/testing/owed.ts';

/** For tests: at any hour and on any day. */
export const atAnyTime = { ...defaultPreferences, quietHours: null, nonWorkingWeekdays: [] };

/** For tests: a follow-up of each of some cycles, asked for in 2024 and due on a day. */
export const followUpOf = (stream: string, due: IsoDate): Owed =>
	owed([['2024-01-01', due]], { id: `${stream}#followUp-1` });

/** For tests: how cycles stand in which this is owed. */
export function outlinesWith(...obligations: readonly Owed[]): ReadonlyMap<string, Outline> {
	return new Map(
		obligations.map((obligation) => {
			const { stream } = obligation;
			const [body = '', state = ''] = stream.split('/');
			const reports = {
				reportNumbers: [3],
				version: 1,
				amendments: [],
				spells: { states: [], text: '' },
				chronicle: '',
				anomalies: 0
			};
			return [stream, { stream, body, state, obligations: [obligation], ...reports }];
		})
	);
}

/** For tests: what the ledger holds of a reminder a month ahead. */
export const anEntry = (stream: string, given: Partial<Entry> = {}): Entry => ({
	key: `${stream}#followUp-1~2026-12-23~P1M`,
	at: '2026-11-23T09:00:00.000Z',
	channel: 'page',
	shown: false,
	read: false,
	told: {
		kind: 'reminder',
		key: `${stream}#followUp-1~2026-12-23~P1M`,
		obligation: `${stream}#followUp-1`,
		stream,
		duty: 'followUp',
		due: '2026-12-23',
		on: '2026-11-23',
		occasion: { kind: 'before', lead: 'P1M' }
	},
	...given
});

/** For tests: what the ledger holds of a state that a cycle came into. */
export const aTransition = (stream: string): Entry => {
	const key = `${stream}~afterAdoption.followUp.received~2026-11-20`;
	const states = ['afterAdoption.followUp.received'];
	return anEntry(stream, { key, told: { kind: 'transition', key, stream, states, on: '2026-11-20' } });
};
