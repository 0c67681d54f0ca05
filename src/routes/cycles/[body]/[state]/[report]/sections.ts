import { m } from '#lib/words/catalogue/messages.js';

/** The parts of the page, in their order, by the anchors that lead to them. */
export const sections = [
	{ id: 'chart', title: m.cycle_nav_chart },
	{ id: 'owed', title: m.cycle_nav_owed },
	{ id: 'coverage', title: m.cycle_nav_coverage },
	{ id: 'recommendations', title: m.cycle_nav_recommendations },
	{ id: 'record', title: m.cycle_nav_record },
	{ id: 'history', title: m.cycle_nav_history },
	{ id: 'calendar', title: m.cycle_nav_calendar }
] as const;

export type SectionId = (typeof sections)[number]['id'];
