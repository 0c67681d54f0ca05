import ICAL from 'ical.js';
import { inOrder, type ReadEvent } from './model.ts';

/** Reads a calendar file with ical.js. */
export function readWithIcalJs(file: string): ReadEvent[] {
	const calendar = new ICAL.Component(ICAL.parse(file));
	return inOrder(calendar.getAllSubcomponents('vevent').map(readEvent));
}

function readEvent(component: ICAL.Component): ReadEvent {
	const event = new ICAL.Event(component);
	return {
		uid: event.uid,
		sequence: event.sequence,
		from: event.startDate.toString(),
		to: event.endDate.toString(),
		summary: event.summary,
		description: event.description,
		categories: component.getFirstProperty('categories')!.getValues().map(String),
		status: String(component.getFirstPropertyValue('status')),
		alarms: component.getAllSubcomponents('valarm').map((alarm) => ({
			at: instantOf(event.startDate, alarm.getFirstPropertyValue('trigger') as ICAL.Duration),
			text: String(alarm.getFirstPropertyValue('description'))
		}))
	};
}

function instantOf(day: ICAL.Time, trigger: ICAL.Duration): string {
	const instant = day.clone();
	instant.isDate = false;
	instant.addDuration(trigger);
	return instant.toString();
}
