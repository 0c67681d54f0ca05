import type { Page } from '@playwright/test';
import type { Holding, Listed } from './page/bench.ts';
import { Profile, type Visit } from './profile.ts';
import { sizeOf, type Size } from '../world/world.ts';

/** One contender on its way through the measures: its browser's data, and what is in them. */
export class Lane {
	readonly contender: Listed;
	readonly profile = new Profile();
	readonly #url: string;
	/** Smaller than the others' where the contender cannot take so many in the time it has. */
	size: Size;
	/** Events recorded after the world that was imported. */
	further = 0;
	/** Why it is out of the race. */
	failed: string | undefined;

	constructor(contender: Listed, url: string, events: number) {
		this.contender = contender;
		this.#url = url;
		this.size = sizeOf(events);
	}

	get name(): string {
		return this.contender.name;
	}
	get holding(): Holding {
		return { size: this.size, further: this.further };
	}

	/** Opens the page with everything but a start, ready. */
	async work(): Promise<Visit> {
		const visit = await this.profile.visit(this.#url);
		await ready(visit.page);
		return visit;
	}

	/** Opens the page that starts by itself. */
	start(asOf: string): Promise<Visit> {
		const { file, index } = this.contender.place;
		return this.profile.visit(`${this.#url}?${new URLSearchParams({ file, index: `${index}`, asOf })}`);
	}
}

export const ready = (page: Page) => page.waitForFunction(() => window.bench !== undefined);
