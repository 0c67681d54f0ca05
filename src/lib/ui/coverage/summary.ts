import type { Answer, CoverageRow } from '#lib/cycle/coverage.ts';
import { paragraphOf } from '#lib/cycle/units.ts';
import { scaleOn, type Procedure } from '#lib/procedures/procedure.ts';
import { gradeOnScale } from '#lib/words/grades.ts';
import { unitLabel, unitList } from '#lib/words/names.ts';
import { m } from '#lib/words/catalogue/messages.js';

/** The rows of one paragraph. */
export interface Group {
	paragraph: number;
	topic: string | undefined;
	rows: readonly CoverageRow[];
}

/** Rows by the paragraph they stand in, in the order of the document. */
export const byParagraph = (rows: readonly CoverageRow[]): Group[] =>
	[...Map.groupBy(rows, ({ unit }) => paragraphOf(unit))].map(([paragraph, ofParagraph]) => ({
		paragraph,
		topic: ofParagraph[0]?.topic,
		rows: ofParagraph
	}));

/** The one sentence over the matrix. */
export function coverageSentence(rows: readonly CoverageRow[], unanswered: readonly string[]): string {
	if (rows.every(({ answer }) => answer.kind === 'awaited')) return m.cycle_coverage_awaited();
	if (unanswered.length)
		return m.cycle_coverage_unanswered({ days: unanswered.length, units: unitList(unanswered) });
	// Where no lettered unit is open, a paragraph's opening words or a roman unit still may be.
	const open = rows.filter(({ answer }) => answer.kind === 'notNamed').map(({ unit }) => unit);
	return open.length ? m.cycle_coverage_not_named({ units: unitList(open) }) : m.cycle_coverage_all();
}

/** The shape before the words of an answer. */
export const answerSigns: Readonly<Record<Answer['kind'], string>> = {
	named: '●',
	notOnItsOwn: '◐',
	notNamed: '✕',
	awaited: '○'
};

/** Whether and where a unit is answered. */
export function answerWords(answer: Answer): string {
	switch (answer.kind) {
		case 'named':
			return m.cycle_answer_named();
		case 'notOnItsOwn':
			return m.cycle_answer_not_on_its_own({ as: unitLabel(answer.as) });
		case 'notNamed':
			return m.cycle_answer_not_named();
		case 'awaited':
			return m.cycle_answer_awaited();
	}
}

/** A grade in the words of the day it was given, whatever day one looks from. */
export const gradedWords = (graded: CoverageRow['graded'], procedure: Procedure): string =>
	graded ? gradeOnScale(graded.grade, scaleOn(procedure, graded.on)) : m.cycle_grade_none();

/** Where in the reply: its heading and its own paragraphs; nothing where it says neither. */
export function placeWords(answer: Answer): string {
	if (answer.kind !== 'named' && answer.kind !== 'notOnItsOwn') return '';
	const { heading, paragraphs } = answer;
	return [heading, paragraphs && rangeWords(paragraphs)].filter(Boolean).join(', ');
}

const rangeWords = ([first, last]: readonly [number, number]): string =>
	m.cycle_place_paragraphs({
		days: last - first + 1,
		paragraphs: first === last ? `${first}` : `${first}–${last}`
	});
