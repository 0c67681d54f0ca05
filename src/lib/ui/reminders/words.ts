import type { Policy, PolicyKind } from '#lib/reminders/preferences.ts';
import type { PresetName } from '#lib/reminders/presets.ts';
import { m } from '#lib/words/catalogue/messages.js';
import { count } from '#lib/words/dates.ts';
import { refusalSentence } from '#lib/words/refusals.ts';
import type { LeadUnit, SettingFault } from './draft.ts';

/** What is wrong with an input of the settings, as a sentence. */
export function faultWords(fault: SettingFault): string {
	switch (fault.kind) {
		case 'notANumber':
			return m.reminders_fault_number({ most: count(fault.most) });
		case 'twice':
			return m.reminders_fault_twice();
		case 'notATime':
			return m.reminders_fault_time();
		case 'sameTime':
			return m.reminders_fault_same_time();
		case 'everyDay':
			return m.reminders_fault_every_day();
		default:
			return refusalSentence(fault);
	}
}

/** A number as typed, to choose the word that follows it; what is none yet counts as several. */
export const typedNumber = (typed: string): { days: number } => ({ days: Number(typed) || 2 });

const units: Readonly<Record<LeadUnit, typeof m.reminders_unit_months>> = {
	M: m.reminders_unit_months,
	W: m.reminders_unit_weeks,
	D: m.reminders_unit_days
};

/** A unit of lead times after a number as typed: "months before". */
export const unitName = (unit: LeadUnit, typed: string): string => units[unit](typedNumber(typed));

/** The policies one can choose by name. */
export type Presets = Readonly<Record<PresetName, Policy>>;

const presets: Readonly<Record<PresetName, () => string>> = {
	months: m.reminders_preset_months,
	weeks: m.reminders_preset_weeks,
	days: m.reminders_preset_days,
	none: m.reminders_preset_none
};

/** The name of a policy that can be chosen: "months ahead". */
export const presetName = (preset: PresetName): string => presets[preset]();

const titles: Readonly<Record<PolicyKind, () => string>> = {
	replies: m.duty_replies,
	followUp: m.duty_follow_up,
	nextReport: m.reminders_duty_next_report,
	preparationStep: m.preparation_reminders_title
};

/** A kind of obligation as a heading: "Follow-up information". */
export const dutyTitle = (kind: PolicyKind): string => titles[kind]();
