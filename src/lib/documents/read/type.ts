import type { FileType, SourceFile } from '../types.ts';

/** The first bytes by which a type of file is known, whatever its name says. */
const signatures: readonly { type: FileType; bytes: readonly number[] }[] = [
	{ type: 'pdf', bytes: [0x25, 0x50, 0x44, 0x46, 0x2d] },
	{ type: 'archive', bytes: [0x50, 0x4b, 0x03, 0x04] },
	{ type: 'archive', bytes: [0x1f, 0x8b] },
	{ type: 'doc', bytes: [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1] },
	{ type: 'image', bytes: [0xff, 0xd8, 0xff] },
	{ type: 'image', bytes: [0x89, 0x50, 0x4e, 0x47] },
	{ type: 'image', bytes: [0x47, 0x49, 0x46, 0x38] }
];

const extensions: Readonly<Record<string, FileType>> = {
	txt: 'text',
	text: 'text',
	md: 'text',
	pdf: 'pdf',
	docx: 'docx',
	doc: 'doc',
	html: 'html',
	htm: 'html'
};

/**
 * What type a file is: by its first bytes, and where they say nothing by its name. A zip archive named .docx
 * is a Word document.
 */
export function typeOf({ name, bytes }: SourceFile): FileType {
	const named = extensions[/\.([a-z0-9]+)$/i.exec(name)?.[1]?.toLowerCase() ?? ''];
	const signed = signatures.find((signature) =>
		signature.bytes.every((byte, at) => bytes[at] === byte)
	)?.type;
	if (signed === 'archive' && named === 'docx') return 'docx';
	if (signed) return signed;
	return named === 'text' || named === 'html' ? named : 'unknown';
}
