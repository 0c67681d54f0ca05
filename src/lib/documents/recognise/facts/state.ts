import { stateByName, stateNamedFirst } from '#lib/states/recognise.ts';
import type { Fact } from '../../types.ts';
import type { WrittenSymbol } from '../language/symbols.ts';
import { factIn, type Passage } from '../passage.ts';

/** Whose report or reply it is stands after these words. */
const ofTheState =
	/(?:\breports? (?:submitted by |of |from )|received from |(?:observations|comments|replies|response) (?:of|by|from|on) |\brapports?[^.]{0,60}? (?:de |d.|du |des )|\binformes?[^.]{0,60}? (?:de |del )|recibida de(?:l)? |reçus? d(?:e |u |es |.))(?:the Government of |the Republic of )?(?=\p{L})/giu;

/**
 * The State: as the document's own symbol says, else as its title names it, in a sentence or alone on a line
 * (so in older documents), else as the symbols it cites imply.
 */
export function stateOf(
	title: Passage,
	opening: Passage,
	own: WrittenSymbol | undefined,
	cited: WrittenSymbol | undefined
): Fact<string> | undefined {
	if (own?.state) return factIn(title, own, own.state);
	return stateInTitle(title) ?? stateOnALine(title) ?? stateCited(opening, cited);
}

function stateInTitle(title: Passage): Fact<string> | undefined {
	for (const { index, 0: words } of title.text.matchAll(ofTheState)) {
		const from = index + words.length;
		const state = stateNamedFirst(title.text.slice(from));
		if (state) return factIn(title, { from: index, to: Math.min(title.text.length, from + 30) }, state);
	}
	return undefined;
}

function stateOnALine({ source, flow }: Passage): Fact<string> | undefined {
	const end = flow.offsets.at(-1) ?? 0;
	let start = 0;
	for (const line of source.slice(0, end + 1).split('\n')) {
		const name = line.trim().replace(/\*+$/, '');
		const state = name.length > 3 ? stateByName(name) : undefined;
		const from = start + line.indexOf(name);
		if (state) {
			const place = { start: from, end: from + name.length, paragraph: null };
			return { value: state, quote: name, place, certainty: 'printed' };
		}
		start += line.length + 1;
	}
	return undefined;
}

const stateCited = (opening: Passage, cited: WrittenSymbol | undefined): Fact<string> | undefined =>
	cited?.state ? factIn(opening, cited, cited.state, 'inferred') : undefined;
