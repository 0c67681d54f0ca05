/** What Chromium tells a page that can be installed. It has no type in TypeScript's own libraries. */
interface BeforeInstallPromptEvent extends Event {
	prompt(): Promise<{ outcome: 'accepted' | 'dismissed' }>;
}

interface WindowEventMap {
	beforeinstallprompt: BeforeInstallPromptEvent;
}
