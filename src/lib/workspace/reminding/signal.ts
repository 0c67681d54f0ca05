/** Tells the other tabs and the worker of this browser that the ledger has changed, and hears it from them. */
export class Signal {
	readonly #channel = new BroadcastChannel('servanda-reminders');

	constructor(onChange: () => void = () => {}) {
		this.#channel.onmessage = onChange;
	}

	tell(): void {
		this.#channel.postMessage('changed');
	}

	close(): void {
		this.#channel.close();
	}
}
