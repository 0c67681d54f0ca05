import { dev } from '$app/env';
import { resolve } from '$app/paths';

const hour = 60 * 60 * 1000;

/**
 * New versions of Servanda: finds them, says so, and takes one when a person asks for it.
 *
 * A page that moves between its own addresses never looks for a new worker by itself, and an installed app may
 * stay open for weeks. So this looks when the app is come back to, once an hour at most.
 */
export class Updates {
	/** A new version is wholly here, and waits. */
	updateReady = $state(false);
	/** Everything is kept on the device: the network may go. */
	offlineReady = $state(false);

	#registration: ServiceWorkerRegistration | undefined;
	#lookedAt = 0;
	#askedFor = false;

	/** Registers the worker and watches it. Gives back what ends the watching. */
	start(): () => void {
		// While developing there is nothing to keep: files change with every stroke.
		if (dev || !('serviceWorker' in navigator)) return () => {};
		const stopped = new AbortController();
		const { signal } = stopped;
		const worker = navigator.serviceWorker;
		worker.addEventListener('controllerchange', () => this.#controllerChanged(), { signal });
		document.addEventListener('visibilitychange', () => this.#look(), { signal });
		window.addEventListener('focus', () => this.#look(), { signal });
		void this.#register(worker, signal);
		return () => stopped.abort();
	}

	/** Takes the version that waits: the page loads anew, with it. */
	takeUpdate(): void {
		this.#askedFor = true;
		const waiting = this.#registration?.waiting;
		if (waiting) waiting.postMessage({ type: 'takeUpdate' });
		// Nothing waits any more: it was taken in another tab, and this one is what is left of the old version.
		else location.reload();
	}

	async #register(worker: ServiceWorkerContainer, signal: AbortSignal): Promise<void> {
		try {
			const registration = await worker.register(`${resolve('/')}service-worker.js`, {
				updateViaCache: 'none'
			});
			if (signal.aborted) return;
			this.#registration = registration;
			this.#lookedAt = Date.now();
			registration.addEventListener('updatefound', () => this.#follow(registration.installing), { signal });
			this.#follow(registration.installing);
			this.#settle();
		} catch {
			// A browser may forbid workers (a private window, a policy). Servanda works, as long as there is a network.
		}
	}

	#follow(installing: ServiceWorker | null): void {
		installing?.addEventListener('statechange', () => this.#settle());
	}

	/** Reads where things stand. A version that waits is an update only where another one is at work. */
	#settle(): void {
		const { active, waiting } = this.#registration ?? {};
		this.offlineReady = active?.state === 'activated';
		if (waiting && active) this.updateReady = true;
	}

	/**
	 * Another worker answers from now on. The tab that asked for it loads anew; another tab keeps what its
	 * person is doing, and goes on offering the update.
	 */
	#controllerChanged(): void {
		this.#settle();
		if (this.#askedFor) location.reload();
	}

	#look(): void {
		if (document.visibilityState !== 'visible' || Date.now() - this.#lookedAt < hour) return;
		this.#lookedAt = Date.now();
		// Without a network there is nothing new, and nothing wrong.
		this.#registration?.update().catch(() => {});
	}
}

export const updates = new Updates();
