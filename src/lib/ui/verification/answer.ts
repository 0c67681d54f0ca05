/** What a noted hash turned out to be, as a sentence, and how good that is. */
export interface Answer {
	how: 'good' | 'unsure' | 'bad';
	sentence: string;
	/** Where it is seen. */
	href?: string;
}
