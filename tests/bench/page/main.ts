import { isIsoDate } from '#lib/calendar/date.ts';
import { prepareCalendar } from '#lib/calendar/temporal.ts';
import { contenderAt, listContenders } from './contenders.ts';
import { start } from './start.ts';

await prepareCalendar();
const address = new URLSearchParams(location.search);
const asOf = address.get('asOf') ?? '';

if (isIsoDate(asOf)) {
	const place = { file: address.get('file') ?? '', index: Number(address.get('index')) };
	await start(place, asOf).catch((thrown: unknown) => (window.started = { failed: String(thrown) }));
} else {
	const { workbench } = await import('./workbench.ts');
	window.bench = { list: listContenders, ...workbench(contenderAt) };
}
