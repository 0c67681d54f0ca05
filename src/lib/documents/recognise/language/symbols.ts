import { isStateCode } from '#lib/states/codes.ts';

/** A document symbol taken apart: `CRPD/C/AZE/CO/2-3`. */
export interface WrittenSymbol {
	from: number;
	to: number;
	symbol: string;
	/** The committee's short name: `CRPD`; `CESCR` for `E/C.12`. */
	body: string;
	/** Null in symbols that name no State: summary records, general comments, the oldest reports. */
	state: string | null;
	/** `CO`, `FCO`, `Q`, `QPR`, `RQ`, `SR`; empty for a report. */
	type: string;
	/** The reports it concerns; empty where it names none. */
	numbers: number[];
	/** `Add.1`, `Corr.1`, `Rev.1`; null for the document itself. */
	suffix: string | null;
}

const pattern =
	/(?<![A-Za-z\d/])(E\/C\.12|(?:CCPR|CERD|CEDAW|CAT|CRC|CMW|CRPD|CED)(?:\/C)?)\/([A-Z\d](?:[A-Za-z\d./-]{0,60}[A-Za-z\d])?)/g;
const suffix = /^(?:Add|Corr|Rev)\.\d+$/;
const protocols = ['OPSC', 'OPAC'];

/** Every symbol of a treaty-body document in a text. */
export function symbolsIn(text: string): WrittenSymbol[] {
	return [...text.matchAll(pattern)].map((match) => ({
		from: match.index,
		to: match.index + match[0].length,
		...partsOf(match[1]!, match[2]!)
	}));
}

function partsOf(head: string, rest: string): Omit<WrittenSymbol, 'from' | 'to'> {
	const symbol = `${head}/${rest}`;
	const body = head === 'E/C.12' ? 'CESCR' : head.split('/')[0]!;
	const segments = rest.split('/').filter((segment) => !protocols.includes(segment));
	const record = /^SR\.\d+/.exec(segments[0]!);
	if (record) return { symbol, body, state: null, type: 'SR', numbers: [], suffix: null };
	const [state, ...others] = segments;
	const known = isStateCode(state!.split('-').at(-1)!) ? state! : null;
	const tail = others.at(-1);
	const own = suffix.test(tail ?? '') ? others.slice(0, -1) : others;
	const type = own.find((segment) => /^[A-Z]+$/.test(segment)) ?? '';
	return {
		symbol,
		body,
		state: known,
		type,
		numbers: numbersOf(own.find((segment) => /^\d{1,2}(?:-\d{1,2})?$/.test(segment)) ?? ''),
		suffix: suffix.test(tail ?? '') ? tail! : null
	};
}

/** "2-3" is 2 and 3, "2-4" is 2, 3 and 4. */
function numbersOf(written: string): number[] {
	const [first, last] = written.split('-').map(Number);
	if (!first) return [];
	const count = last && last > first && last - first < 20 ? last - first : 0;
	return Array.from({ length: count + 1 }, (_, index) => first + index);
}

/** How report numbers stand in a symbol: "3", "2-3". */
export const numbersInSymbol = (numbers: readonly number[]): string =>
	numbers.length > 1 ? `${Math.min(...numbers)}-${Math.max(...numbers)}` : String(numbers[0]);

/** How a committee's symbols begin: `CMW/C`, `E/C.12`. */
export const symbolHead = (body: string): string => (body === 'CESCR' ? 'E/C.12' : `${body}/C`);
