import { describe, expect, test, vi } from 'vitest';
import type { Showing } from '#lib/reminders/channels/notification.ts';
import { anEntry, aTransition, followUpOf, outlinesWith } from '../testing/reminders.ts';
import { notificationVoice, owedIn, type Wording } from './notificationVoice.ts';

const outlines = outlinesWith(followUpOf('CMW/AZE/3', '2026-12-23'), followUpOf('CMW/FRA/2-3', '2026-12-23'));
const wording: Wording = (entries, owedBy) => ({
	title: entries.map(({ told }) => (told.kind === 'reminder' ? owedBy(told.obligation)?.id : 'state')).join(),
	body: '',
	open: '',
	snooze: '',
	language: 'en',
	direction: 'ltr'
});

function aSystem(takes: (title: string) => boolean = () => true) {
	const showNotification = vi.fn<Showing['showNotification']>(async (title) => {
		if (!takes(title)) throw new TypeError('not allowed');
	});
	const registration = { showNotification, getNotifications: async () => [] };
	const voice = notificationVoice(registration, outlines, '2026-11-23', wording);
	const shown = () => showNotification.mock.calls.map(([title, options]) => ({ title, ...options }));
	return { voice, shown };
}

const [aze, fra, state] = [anEntry('CMW/AZE/3'), anEntry('CMW/FRA/2-3'), aTransition('CMW/MEX/3')];
const putOff = (stream: string) => ({ obligation: `${stream}#followUp-1`, due: '2026-12-23' });

describe('the system’s notifications', () => {
	test('say each by itself, and lead to its cycle', async () => {
		const { voice, shown } = aSystem();
		expect(await voice.say([aze, fra, state], false)).toEqual([aze.key, fra.key, state.key]);
		expect(shown()).toMatchObject([
			{ tag: aze.key, data: { path: 'cycles/CMW/AZE/3#owed', snoozes: [putOff('CMW/AZE/3')] } },
			{ tag: fra.key, data: { path: 'cycles/CMW/FRA/2-3#owed', snoozes: [putOff('CMW/FRA/2-3')] } },
			{ tag: state.key, data: { path: 'cycles/CMW/MEX/3#owed', snoozes: [] } }
		]);
	});

	test('of a step lead to its plan', async () => {
		const { voice, shown } = aSystem();
		const step = 'CMW/AZE/3#followUp-1/draft';
		const told = { ...aze.told, obligation: step, duty: 'preparationStep' } as typeof aze.told;
		await voice.say([{ ...aze, told }], false);
		expect(shown()).toMatchObject([{ data: { path: 'states/AZE#plan-CMW-AZE-3-followUp-1' } }]);
	});

	test('say several as one that carries all of them, and lead to the list', async () => {
		const { voice, shown } = aSystem();
		expect(await voice.say([aze, fra, state], true)).toEqual([aze.key, fra.key, state.key]);
		expect(shown()).toMatchObject([
			{
				title: 'CMW/AZE/3#followUp-1,CMW/FRA/2-3#followUp-1,state',
				data: { path: 'reminders', snoozes: [putOff('CMW/AZE/3'), putOff('CMW/FRA/2-3')] }
			}
		]);
	});

	test('that the system does not take were not shown, and the others are', async () => {
		const { voice } = aSystem((title) => title !== 'CMW/AZE/3#followUp-1');
		expect(await voice.say([aze, fra], false)).toEqual([fra.key]);
		expect(await aSystem(() => false).voice.say([aze, fra], true)).toEqual([]);
	});

	test('keep to quiet hours', () => expect(aSystem().voice.disturbs).toBe(true));
});

test('what is owed is found by its id, and nothing is where the cycle or the id is not known', () => {
	const owedBy = owedIn(outlines);
	expect(owedBy('CMW/FRA/2-3#followUp-1')?.stream).toBe('CMW/FRA/2-3');
	expect(owedBy('CMW/FRA/2-3#followUp-2')).toBeUndefined();
	expect(owedBy('CMW/MEX/3#followUp-1')).toBeUndefined();
});
