import type { Reading } from '../types.ts';
import { numbersInSymbol, symbolsIn } from '../recognise/language/symbols.ts';

/**
 * The cycle a document belongs to: `CMW/AZE/3`, `CRPD/AZE/2-3` where reports were combined. A reply belongs to
 * the cycle whose concluding observations it answers.
 */
export function streamOf({ head, ...reading }: Reading): string {
	const answered = reading.kind === 'FCO' ? symbolsIn(reading.answers.value)[0]?.numbers : undefined;
	const numbers = answered?.length ? answered : head.reportNumbers.value;
	return `${head.committee.value}/${head.state.value}/${numbersInSymbol(numbers)}`;
}
