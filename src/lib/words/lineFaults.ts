import type { LineFault } from '#lib/exchange/bundle/faults.ts';
import { m } from './catalogue/messages.js';
import { count } from './dates.ts';

/** What is wrong at a line of a file, as a sentence that names the line. */
export function lineFaultSentence(fault: LineFault): string {
	const line = count(fault.line);
	switch (fault.kind) {
		case 'changed':
			return fault.line === 1 ? m.fault_changed_header() : m.fault_changed({ line });
		case 'added':
			return m.fault_added({ line });
		case 'fromAnotherFile':
			return m.fault_from_another_file({ line });
		case 'copied':
			return m.fault_copied({ line, original: count(fault.original) });
		case 'swapped':
			return m.fault_swapped({ line, other: count(fault.other) });
		case 'outOfOrder':
			return m.fault_out_of_order({ line, to: count(fault.to) });
		case 'missing':
			return fault.to === fault.line
				? m.fault_missing_one({ line })
				: m.fault_missing({ line, to: count(fault.to) });
		case 'cut':
			return m.fault_cut({ line, days: fault.missing, number: count(fault.missing) });
		case 'notAnEvent':
			return m.fault_not_an_event({ line, field: fault.field || m.refusal_field_whole() });
		case 'changedSinceRecorded':
			return m.fault_changed_since_recorded({ line });
		case 'sameIdOtherContent':
			return m.fault_same_id_other_content({ line, earlierLine: count(fault.earlierLine) });
	}
}
