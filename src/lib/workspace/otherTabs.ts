/** The other tabs of the app in this browser: each is told when one has changed the log. */
export class OtherTabs {
	readonly #channel = new BroadcastChannel('servanda-log');

	constructor(onChange: () => void) {
		this.#channel.onmessage = onChange;
	}

	tell(): void {
		this.#channel.postMessage('changed');
	}

	close(): void {
		this.#channel.close();
	}
}
