/**
 * Servanda as an app of its own on this device: whether it is one, and whether the browser would make it one.
 *
 * Chromium offers its own bar, once; this keeps that offer for a button, to be there when a person wants it.
 * Safari and Firefox make no offer: there `canInstall` stays false.
 */
export class Installing {
	/** Runs in a window of its own, not in a tab. */
	installed = $state(false);

	#offer = $state.raw<BeforeInstallPromptEvent | undefined>();

	/** The browser would install it, if asked. */
	canInstall = $derived(this.#offer !== undefined && !this.installed);

	/** Begins to listen. Gives back what ends it. */
	start(): () => void {
		const stopped = new AbortController();
		const { signal } = stopped;
		const ownWindow = window.matchMedia('(display-mode: standalone)');
		// Safari on iPhones answers by this word of its own.
		const onHomeScreen = 'standalone' in navigator && navigator.standalone === true;
		this.installed = ownWindow.matches || onHomeScreen;
		ownWindow.addEventListener('change', ({ matches }) => (this.installed = matches || onHomeScreen), {
			signal
		});
		window.addEventListener(
			'beforeinstallprompt',
			(event) => {
				event.preventDefault();
				this.#offer = event;
			},
			{ signal }
		);
		window.addEventListener('appinstalled', () => (this.#offer = undefined), { signal });
		return () => stopped.abort();
	}

	/** Has the browser ask the person. An offer holds once; the browser makes another when it sees fit. */
	async install(): Promise<'accepted' | 'dismissed' | 'notOffered'> {
		const offer = this.#offer;
		if (!offer) return 'notOffered';
		this.#offer = undefined;
		return (await offer.prompt()).outcome;
	}
}

export const installing = new Installing();
