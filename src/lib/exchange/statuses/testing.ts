import type { Envelope } from '#lib/envelope/envelope.ts';
import { numbersIn } from '#lib/cycle/reportNumbers.ts';
import { readWhole } from '../table/readTable.ts';
import { guess, type Mapping } from './fields.ts';
import { orderIn } from './dates.ts';
import type { Lexicon } from './line.ts';
import { planStatuses, type Circumstances, type Plan } from './plan.ts';

/** For tests: a lexicon of a few words, and symbols as the committees of one alphabet write them. */
export const lexicon: Lexicon = {
	bodies: new Map([['committee on migrant workers', 'CMW']]),
	duties: new Map([
		['follow up', 'followUp'],
		['next report', 'nextReport'],
		['initial report', 'initialReport'],
		['replies', 'replies']
	]),
	reports: new Map([['initial report', [1]]]),
	symbolIn(text) {
		const match = /^([A-Z]+)\/C\/([A-Z]{3})\/(?:(CO|FCO)\/)?(\d+(?:-\d+)?)$/.exec(text);
		if (!match) return null;
		const isOfObservations = match[3] === 'CO';
		return {
			symbol: text,
			body: match[1]!,
			state: match[2]!,
			numbers: numbersIn(match[4]!),
			isOfObservations
		};
	}
};

/** Plans a table as it is guessed to be meant. */
export function planOf(
	text: string,
	recorded: readonly Envelope[] = [],
	more: Partial<Circumstances> = {},
	told: (part: number) => void = () => {}
): Plan {
	const table = readWhole(text, ',');
	const mapping: Mapping = more.mapping ?? guess(table.names);
	const orders = table.names.map((_, place) => {
		const order = orderIn(table.rows.map(({ cells }) => cells[place]!));
		return order === 'notNeeded' ? null : order;
	});
	const planning = planStatuses(table, {
		mapping,
		orders,
		lexicon,
		recorded,
		gate: gateContext(),
		file: 'statuses.csv',
		putRight: false,
		...more
	});
	for (;;) {
		const step = planning.next();
		if (step.done) return step.value;
		told(step.value);
	}
}

let ids = 0;
function gateContext(): Circumstances['gate'] {
	return {
		today: '2026-11-22',
		now: '2026-11-22T08:00:00.000Z',
		by: '',
		replica: '00000000-0000-7000-8000-000000000000',
		newId: () => `00000000-0000-7000-8000-${(ids += 1).toString(16).padStart(12, '0')}`
	};
}
