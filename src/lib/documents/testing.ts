import {
	readSource,
	recognise,
	type ConcludingObservations,
	type FollowUpReply,
	type Reading
} from './index.ts';

/** Reads a text written for a test. The sentences are invented, in the form that committees use. */
export function readingOf(text: string): Reading {
	const source = readSource({ name: 'invented.txt', bytes: new TextEncoder().encode(text) });
	if (!source.ok) throw new Error(source.error.kind);
	const reading = recognise(source.value);
	if (!reading.ok) throw new Error(JSON.stringify(reading.error));
	return reading.value;
}

export function observationsOf(text: string): ConcludingObservations {
	const reading = readingOf(text);
	if (reading.kind !== 'CO') throw new Error(reading.kind);
	return reading;
}

export function replyOf(text: string): FollowUpReply {
	const reading = readingOf(text);
	if (reading.kind !== 'FCO') throw new Error(reading.kind);
	return reading;
}

/** Concluding observations around some paragraphs: 1 to 3 introduce, the given ones follow from 4. */
export function observationsWith(...paragraphs: string[]): ConcludingObservations {
	return observationsOf(frame(paragraphs));
}

export const frame = (paragraphs: readonly string[], symbol = 'CAT/C/ISL/CO/4'): string =>
	`${symbol}
Distr.: General
2 June 2022
Original: English

Committee against Torture

Concluding observations on the fourth periodic report of Iceland*

* Adopted by the Committee at its seventy-third session (19 April–13 May 2022).

1. The Committee considered the fourth periodic report of Iceland at its 1901st and 1902nd meetings, held on 26 and 27 April 2022, and adopted the present concluding observations at its 1920th meeting, held on 10 May 2022.
A. Introduction
2. The Committee welcomes the report.
B. Positive aspects
3. The Committee welcomes the new prison law.
C. Principal subjects of concern and recommendations
${paragraphs.map((paragraph, at) => (/^\s*(?:\d+|[A-Z])\.\s/.test(paragraph) ? paragraph : `${at + 4}. ${paragraph}`)).join('\n')}
`;
