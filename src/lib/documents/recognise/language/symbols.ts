import { stateByCode } from '#lib/states/codes.ts';

/** A document symbol taken apart: `CRPD/C/AZE/CO/2-3`. */
export interface WrittenSymbol {
	from: number;
	to: number;
	symbol: string;
	/** The body's short name: `CRPD`; `CESCR` for `E/C.12`, `CRC-OPSC` under a protocol, `SPT` for `CAT/OP`. */
	body: string;
	/** Null in symbols that name no State: summary records, general comments, the oldest reports. */
	state: string | null;
	/** `CO`, `FCO`, `Q`, `QPR`, `RQ`, `SR`, of CED also `OAI` and `AI`; empty for a report. */
	type: string;
	/** The reports it concerns; empty where it names none. */
	numbers: number[];
	/** `Add.1`, `Corr.1`, `Rev.1`; null for the document itself. */
	suffix: string | null;
}

const pattern =
	/(?<![A-Za-z\d/])(E\/C\.12|(?:CCPR|CERD|CEDAW|CAT|CRC|CMW|CRPD|CED)(?:\/C)?)\/([A-Z\d](?:[A-Za-z\d./-]{0,60}[A-Za-z\d])?)/g;
const suffix = /^(?:Add|Corr|Rev)\.\d+$/;
/** How symbols name the protocols to the Convention on the Rights of the Child; `OPSA` in the first years. */
const protocols: ReadonlyMap<string, string> = new Map([
	['OPSC', 'CRC-OPSC'],
	['OPSA', 'CRC-OPSC'],
	['OPAC', 'CRC-OPAC']
]);

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
	const segments = rest.split('/');
	if (head.startsWith('CAT') && segments[0] === 'OP')
		return { symbol, body: 'SPT', state: null, type: '', numbers: [], suffix: null };
	const protocol = segments.find((segment) => protocols.has(segment));
	const body = head === 'E/C.12' ? 'CESCR' : (protocols.get(protocol ?? '') ?? head.split('/')[0]!);
	if (segments.some((segment) => /^SR\.\d+/.test(segment)))
		return { symbol, body, state: null, type: 'SR', numbers: [], suffix: null };
	const last = suffix.test(segments.at(-1)!) ? segments.at(-1)! : null;
	const own = segments.filter((segment) => segment !== protocol && segment !== last);
	const at = own.findIndex((segment) => stateByCode(segment) !== undefined);
	return {
		symbol,
		body,
		state: at < 0 ? null : stateByCode(own[at]!)!,
		type: own.find((segment, place) => place !== at && /^[A-Z]+$/.test(segment)) ?? '',
		// In the oldest symbols, `CERD/C/65/CO/3` and `CCPR/CO/80/LTU`, a number is that of a session or a list.
		numbers:
			at < 0
				? []
				: numbersOf(own.slice(at + 1).find((segment) => /^\d{1,2}(?:-\d{1,2})?$/.test(segment)) ?? ''),
		suffix: last
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

/** How a body's symbols begin: `CMW/C`, `E/C.12`, `CRC/C/OPSC`. */
export function symbolHead(body: string): string {
	if (body === 'CESCR') return 'E/C.12';
	const [committee, protocol] = body.split('-');
	return [committee, 'C', ...(protocol ? [protocol] : [])].join('/');
}
