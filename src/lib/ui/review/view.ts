import type { Certainty, Place, Reading } from '#lib/documents/types.ts';
import type { EventType } from '#lib/cycle/events/catalogue.ts';

/** What a review shows of one proposed event. */
export interface FindingView {
	key: string;
	type: EventType;
	on: string | null;
	data: Record<string, unknown>;
	certainty: Certainty;
	facts: readonly Place[];
	decision: 'open' | 'accepted' | 'leftOut';
	corrected: boolean;
	recorded: 'same' | 'otherwise' | null;
	/** Why it kept the whole from being recorded, as a sentence. */
	refused: string | null;
}

/** What a person can do with one of them. */
export interface FindingVerbs {
	accept(key: string): void;
	leaveOut(key: string): void;
	correct(key: string, corrected: { on: string; data: Record<string, unknown> }): void;
	undoCorrection(key: string): void;
}

/** What a review shows of the document as a whole. */
export interface HeadView {
	kind: Reading['kind'];
	body: string;
	state: string;
	reportNumbers: readonly number[];
	symbol: string;
	symbolIs: Certainty | 'confirmed';
}

/** The id of the element that shows a proposed event. */
export const factId = (key: string): string => `fact-${encodeURIComponent(key)}`;
