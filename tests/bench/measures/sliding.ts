import type { IsoDate } from '#lib/calendar/date.ts';
import type { Lane } from '../lane.ts';
import type { Entry } from '../report/entry.ts';
import { dayOf, isoOf } from '../../world/days.ts';

const first = dayOf('2022-01-01');
const last = dayOf('2027-12-31');

/** How long all steps may take together, in milliseconds; where that is not enough, days are left out. */
const patience = 60_000;
const warmUps = 20;

/** Moves the slider day by day over six years of the whole world. */
export async function measureSlider(lane: Lane): Promise<Entry> {
	const { page, leave } = await lane.work();
	const slide = (days: IsoDate[]) => page.evaluate((days) => window.bench!.slide(days), days);
	try {
		await page.evaluate((size) => window.bench!.openToSlide(size), lane.size);
		const tried = await slide(daysOf(warmUps, 1));
		const step = tried.at(-1)!;
		const stride = Math.max(1, Math.ceil(((last - first + 1) * step) / patience));
		const single = await slide(daysOf(Math.floor((last - first) / stride) + 1, stride));
		return { name: lane.name, events: lane.size.events, rounds: [], single };
	} finally {
		await leave();
	}
}

const daysOf = (count: number, stride: number): IsoDate[] =>
	Array.from({ length: count }, (_, index) => isoOf(first + index * stride));
