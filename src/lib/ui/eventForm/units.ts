import { compareUnits, isUnit, type Unit } from '#lib/cycle/units.ts';
import { ok, refuse, type Result } from '#lib/result.ts';

/**
 * Reads units as people write them: `16, 36 (c) (i) and 62`; a letter alone belongs to the paragraph named
 * before it, `36 (c), (d) and (e)`. Each is taken once, in the order of the document.
 * @returns the first piece that is none, where one is
 */
export function parseUnits(typed: string): Result<Unit[], string> {
	const units: Unit[] = [];
	for (const piece of pieces(typed)) {
		const unit = piece.startsWith('(') ? continued(piece, units.at(-1)) : piece;
		if (!unit || !isUnit(unit)) return refuse(piece);
		units.push(unit);
	}
	return ok([...new Set(units)].sort(compareUnits));
}

const pieces = (typed: string): string[] =>
	typed
		.toLowerCase()
		.replace(/\b(paragraphs?|paras?\.?|and)\b/g, ',')
		.split(/[,;\n]/)
		.map((piece) => piece.replace(/\s+/g, ''))
		.filter(Boolean);

/** `(d)` after `36(c)` is `36(d)`; `(ii)` after `36(c)(i)` is `36(c)(ii)`. */
function continued(piece: string, before: Unit | undefined): Unit | undefined {
	if (!before) return undefined;
	const [, paragraph = '', letter = '', roman = ''] = /^(\d+)(\([a-z]\))?(\([ivx]+\))?$/.exec(before) ?? [];
	return roman && /^\([ivx]+\)$/.test(piece) ? `${paragraph}${letter}${piece}` : `${paragraph}${piece}`;
}
