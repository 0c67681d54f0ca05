/**
 * Chance that is the same in every run: mulberry32, by Tommy Ettinger, in the public domain. Small and quick,
 * and no library's next version gives other numbers.
 */
export class Random {
	#state: number;

	constructor(seed: number) {
		this.#state = seed >>> 0;
	}

	/** From 0 up to, but without, 1. */
	next(): number {
		this.#state = (this.#state + 0x6d2b79f5) >>> 0;
		let mixed = this.#state;
		mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
		mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
	}

	/** A whole number from the first to the last, both among them. */
	between(first: number, last: number): number {
		return first + Math.floor(this.next() * (last - first + 1));
	}

	/** Whether something happens that happens so often: 0.25 is one time in four. */
	happens(share: number): boolean {
		return this.next() < share;
	}

	oneOf<Item>(items: readonly Item[]): Item {
		return items[this.between(0, items.length - 1)]!;
	}

	/** So many hexadecimal digits. */
	hex(digits: number): string {
		let text = '';
		while (text.length < digits)
			text += Math.floor(this.next() * 2 ** 32)
				.toString(16)
				.padStart(8, '0');
		return text.slice(0, digits);
	}

	/** An id of the form UUIDv7, made at an instant. */
	idAt(instant: number): string {
		const time = instant.toString(16).padStart(12, '0');
		const variant = this.oneOf(['8', '9', 'a', 'b']);
		return `${time.slice(0, 8)}-${time.slice(8)}-7${this.hex(3)}-${variant}${this.hex(3)}-${this.hex(12)}`;
	}
}
