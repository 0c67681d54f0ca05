import {
	AlignmentType,
	Document,
	Footer,
	HeadingLevel,
	Packer,
	PageNumber,
	PageOrientation,
	Paragraph,
	Table as DocxTable,
	TableCell,
	TableRow,
	TextRun,
	WidthType
} from 'docx';
import type { Table } from './table.ts';

/** What stands around a table on paper, in the reader's language. */
export interface TableWords {
	title: string;
	/** Lines under the title: the day it is of, what it leaves out. */
	lead: readonly string[];
	/** At the foot of every page: that this is no product of the United Nations. */
	foot: string;
	/** `en-GB`, as documents say their language. */
	language: string;
	isRightToLeft: boolean;
}

/** A4 in twentieths of a point, upright; the page is turned. */
const page = { width: 11_906, height: 16_838 };

/**
 * A table as a Word document (.docx) to print or to edit: lying, its head repeated on every page, no row parted by a
 * page's end, in the direction of the language. Large; to be loaded when somebody asks for it.
 */
export function docxOf({ columns, rows }: Table, words: TableWords): Promise<Blob> {
	const { title, lead, foot, language, isRightToLeft: bidirectional } = words;
	const paragraph = (text: string, bold = false) =>
		new Paragraph({ bidirectional, children: [new TextRun({ text, bold, rightToLeft: bidirectional })] });
	const row = (cells: readonly string[], isHead: boolean) =>
		new TableRow({
			...(isHead && { tableHeader: true }),
			cantSplit: true,
			children: cells.map(
				(cell) => new TableCell({ children: cell.split(/\r\n|\r|\n/).map((line) => paragraph(line, isHead)) })
			)
		});
	const document = new Document({
		title,
		creator: 'Servanda',
		styles: { default: { document: { run: { font: 'Arial', size: 18, language: { value: language } } } } },
		sections: [
			{
				properties: { page: { size: { ...page, orientation: PageOrientation.LANDSCAPE } } },
				footers: {
					default: new Footer({
						children: [
							new Paragraph({
								bidirectional,
								alignment: AlignmentType.START,
								children: [
									new TextRun({ text: `${foot} `, rightToLeft: bidirectional }),
									new TextRun({ children: [PageNumber.CURRENT, ' / ', PageNumber.TOTAL_PAGES] })
								]
							})
						]
					})
				},
				children: [
					new Paragraph({
						bidirectional,
						heading: HeadingLevel.HEADING_1,
						children: [new TextRun({ text: title, rightToLeft: bidirectional })]
					}),
					...lead.map((line) => paragraph(line)),
					new DocxTable({
						visuallyRightToLeft: bidirectional,
						width: { size: 100, type: WidthType.PERCENTAGE },
						rows: [
							row(
								columns.map(({ name }) => name),
								true
							),
							...rows.map((cells) => row(cells, false))
						]
					})
				]
			}
		]
	});
	return Packer.toBlob(document);
}
