import { describe, expect, test, vi } from 'vitest';
import { carriedBy, notify, type Showing } from './notification.ts';

const words = {
	title: 'In 30 days',
	body: 'Due 23 December 2026.',
	open: 'Open',
	snooze: 'Tomorrow',
	language: 'ar',
	direction: 'rtl'
} as const;
const carried = {
	path: 'cycles/CMW/AZE/3',
	snoozes: [{ obligation: 'CMW/AZE/3#followUp-1', due: '2026-12-23' }]
} as const;

function system(hanging: string[] = []) {
	const showNotification = vi.fn<Showing['showNotification']>(async () => {});
	const getNotifications: Showing['getNotifications'] = async ({ tag } = {}) =>
		hanging.filter((one) => one === tag).map(() => ({}) as Notification);
	return { showNotification, getNotifications };
}

describe('a notification', () => {
	test('says it in the reader’s language and direction, and carries all that a click needs', async () => {
		const showing = system();
		expect(await notify(showing, 'key', words, carried)).toBe(true);
		expect(showing.showNotification.mock.calls).toEqual([
			[
				'In 30 days',
				{
					body: words.body,
					tag: 'key',
					lang: 'ar',
					dir: 'rtl',
					data: carried,
					actions: [
						{ action: 'open', title: 'Open' },
						{ action: 'snooze', title: 'Tomorrow' }
					]
				}
			]
		]);
	});

	test('of what cannot be put off has no button for that', async () => {
		const showing = system();
		await notify(showing, 'key', words, { path: 'reminders', snoozes: [] });
		expect(showing.showNotification.mock.calls[0]![1]).toMatchObject({
			actions: [{ action: 'open', title: 'Open' }]
		});
	});

	test('that hangs there already was shown, and is not shown again', async () => {
		const showing = system(['key']);
		expect(await notify(showing, 'key', words, carried)).toBe(true);
		expect(showing.showNotification).not.toHaveBeenCalled();
		expect(await notify(showing, 'another key', words, carried)).toBe(true);
		expect(showing.showNotification).toHaveBeenCalledTimes(1);
	});

	test('that the system does not take is not shown', async () => {
		const refusing = { ...system(), showNotification: () => Promise.reject(new TypeError('not allowed')) };
		expect(await notify(refusing, 'key', words, carried)).toBe(false);
	});
});

describe('what a notification carries', () => {
	test('is read back after the system kept it', () => {
		expect(carriedBy(structuredClone(carried))).toEqual(carried);
	});

	test.each([
		null,
		undefined,
		'cycles/CMW/AZE/3',
		{},
		{ path: 'reminders' },
		{ path: 1, snoozes: [] },
		{ path: 'reminders', snoozes: 'all' },
		{ path: 'reminders', snoozes: [null] },
		{ path: 'reminders', snoozes: ['CMW/AZE/3#followUp-1'] },
		{ path: 'reminders', snoozes: [{ obligation: 'CMW/AZE/3#followUp-1' }] },
		{ path: 'reminders', snoozes: [{ obligation: 3, due: '2026-12-23' }] },
		{ path: 'reminders', snoozes: [...carried.snoozes, { obligation: 'one', due: '2026-02-30' }] }
	])('is not taken from one of another making: %j', (data) => {
		expect(carriedBy(data)).toBeUndefined();
	});
});
