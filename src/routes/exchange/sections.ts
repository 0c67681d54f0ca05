import { m } from '#lib/words/catalogue/messages.js';

/** The parts of the page, in their order, by the anchors that lead to them. */
export const sections = [
	{ id: 'backup', title: m.exchange_backup },
	{ id: 'export', title: m.exchange_export },
	{ id: 'import', title: m.exchange_import },
	{ id: 'to-resolve', title: m.exchange_resolve }
] as const;
