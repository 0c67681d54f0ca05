// First: what follows counts days as soon as it is loaded, and a worker can fetch nothing later.
import '#lib/calendar/temporalAtOnce.ts';
import { wakeTag } from '#lib/workspace/reminding/wake.ts';
import { answer } from './answer.ts';
import { dropOtherVersions, keepThisVersion } from './keep.ts';
import { clicked, remind } from './reminders.ts';
import { sendTest } from './testReminder.ts';

/**
 * Servanda without a network: keeps one whole version on the device and answers from it. Servanda without a page:
 * says what is due.
 *
 * A new version waits until the person says so. It never takes over under somebody's hands.
 */
addEventListener('install', (event) => event.waitUntil(keepThisVersion()));

// Claiming makes the very first visit work offline too, without a reload.
addEventListener('activate', (event) =>
	event.waitUntil(dropOtherVersions().then(() => self.clients.claim()))
);

addEventListener('fetch', (event) => {
	const response = answer(event.request);
	if (response) event.respondWith(response);
});

addEventListener('message', (event) => {
	if (event.data?.type === 'takeUpdate') event.waitUntil(self.skipWaiting());
	const [port] = event.ports;
	if (event.data?.type === 'testReminder' && port)
		event.waitUntil(sendTest().then((result) => port.postMessage(result)));
});

// The standard types do not know this event yet.
addEventListener('periodicsync' as 'sync', (event) => {
	if ((event as unknown as { tag: string }).tag === wakeTag) (event as ExtendableEvent).waitUntil(remind());
});

addEventListener('notificationclick', (event) => event.waitUntil(clicked(event.notification, event.action)));
