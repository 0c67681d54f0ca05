import { resolve } from '$app/paths';
import { m } from '#lib/words/catalogue/messages.js';

/** The pages of reminders, in their order. */
export const sections = [
	{ path: resolve('/reminders'), title: m.reminders_inbox },
	{ path: resolve('/reminders/settings'), title: m.reminders_settings },
	{ path: resolve('/reminders/device'), title: m.reminders_device }
];
