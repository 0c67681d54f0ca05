import type { Policy, Preferences } from './preferences.ts';

/** The policies somebody can choose from instead of making one. */
export const presetNames = ['months', 'weeks', 'days', 'none'] as const;
export type PresetName = (typeof presetNames)[number];

const everyWeek = { overdueEvery: 7, secondStep: { after: 30, every: 7, to: '' } };

/** What each of them is. `months` is for what takes a year to write, `weeks` for what takes a quarter. */
export const presets: Readonly<Record<PresetName, Policy>> = {
	months: { before: ['P12M', 'P6M', 'P3M', 'P1M', 'P14D', 'P7D', 'P1D', 'P0D'], ...everyWeek },
	weeks: { before: ['P3M', 'P1M', 'P14D', 'P7D', 'P1D', 'P0D'], ...everyWeek },
	days: { before: ['P7D', 'P1D', 'P0D'], ...everyWeek },
	none: { before: [], overdueEvery: null, secondStep: null }
};

/** What holds on a device on which nobody has set anything yet. */
export const defaultPreferences: Preferences = {
	policies: {
		replies: presets.weeks,
		followUp: presets.weeks,
		nextReport: presets.months,
		preparationStep: presets.days
	},
	own: {},
	quietHours: { from: '20:00', to: '07:00' },
	nonWorkingWeekdays: [6, 7],
	nonWorkingDays: [],
	digestAfter: 3
};
