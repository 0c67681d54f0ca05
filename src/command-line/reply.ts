import { daysBetween, daysLate } from '#lib/calendar/distance.ts';
import type { FollowUpReply } from '#lib/documents/index.ts';
import { coverageOf, isChapeau, requestedUnits } from './coverage.ts';
import { notOfAReply, value, type Answered, type Json } from './keys.ts';

/** The keys of a follow-up reply; what was asked of it stands in the concluding observations it answers. */
export function reply(reading: FollowUpReply, answered: Answered | undefined): Json {
	const received = value(reading.received);
	const distributed = value(reading.head.distributed);
	const due = answered?.reading.followUp?.due.value.date ?? null;
	const requested = answered ? requestedUnits(answered.reading) : null;
	const coverage = requested && coverageOf(requested, reading);
	const named = (unit: string) => (requested && isChapeau(unit, requested) ? `${unit} chapeau` : unit);
	return {
		...notOfAReply,
		received,
		answers_symbol: reading.answers.value,
		answers_file: answered?.file ?? null,
		units_addressed: [...new Set(reading.sections.flatMap(({ units }) => units))],
		sections: reading.sections.map(({ label, units, paragraphs }) => ({
			n: label,
			refs: units,
			reply_paras: paragraphs
		})),
		section_headings: reading.sections.map(({ heading }) => heading.value),
		objections_only: reading.objectionsOnly,
		due_of_request: due,
		days_late: due && received ? daysLate(due, received) : null,
		days_received_to_distributed: received && distributed ? daysBetween(received, distributed) : null,
		follow_up_units_expanded: requested,
		not_addressed_by_headings: coverage?.notNamed ?? null,
		requested_but_not_named_on_their_own: coverage?.notNamedOnTheirOwn.map(named) ?? null
	};
}
