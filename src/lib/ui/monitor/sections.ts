import type { Figure } from '#lib/monitor/selection.ts';
import { m } from '#lib/words/catalogue/messages.js';

/** What the monitor shows below its sentence. `rows` is what a number opens. */
export const sections = ['picture', 'ranking', 'late', 'long', 'sessions', 'statistics', 'rows'] as const;
export type Section = (typeof sections)[number];

const names: Readonly<Record<Section, () => string>> = {
	picture: m.monitor_section_picture,
	ranking: m.monitor_section_ranking,
	late: m.monitor_section_late,
	long: m.monitor_section_long,
	sessions: m.monitor_section_sessions,
	statistics: m.monitor_section_statistics,
	rows: m.monitor_section_rows
};

export const sectionName = (section: Section): string => names[section]();

/** What the rows that a number opens are of. */
export const kindsOfRows = ['obligations', 'reviews', 'grades'] as const;
export type KindOfRows = (typeof kindsOfRows)[number];

/** Where the rows of a figure are looked at. */
export type HrefOf = (figure: Pick<Figure, 'selection'>, of?: KindOfRows) => string;
