import type { IsoDate } from '#lib/calendar/date.ts';
import { shiftDate } from '#lib/calendar/interval.ts';
import type { Device } from '#lib/log/index.ts';

const key = 'reminderOffer';

/** Whether somebody said “not now” when Servanda offered to remind, and it is not to be offered again yet. */
export async function isOfferPutOff(device: Pick<Device, 'get'>, today: IsoDate): Promise<boolean> {
	const until = await device.get(key);
	return until.ok && typeof until.value === 'string' && today < until.value;
}

/** Does not offer it again for a quarter of a year. Where that cannot be kept, it is offered again. */
export const putOffOffer = (device: Pick<Device, 'set'>, today: IsoDate) =>
	device.set(key, shiftDate(today, 'P3M'));
