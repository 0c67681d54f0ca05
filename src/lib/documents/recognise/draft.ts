import type { Head, Paragraph } from '../types.ts';
import type { Front } from './facts/head.ts';
import type { Page } from './layout/page.ts';
import type { RawParagraph } from './layout/paragraphs.ts';

/** A document taken apart, as the two kinds of reading need it. */
export interface Draft {
	page: Page;
	raw: readonly RawParagraph[];
	paragraphs: Paragraph[];
	front: Front;
	head: Head;
}
