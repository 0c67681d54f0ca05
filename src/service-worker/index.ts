import { answer } from './answer.ts';
import { dropOtherVersions, keepThisVersion } from './keep.ts';

/**
 * Servanda without a network: keeps one whole version on the device and answers from it.
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
});
