import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { deadlineSchema } from './deadline.ts';

const relative = (interval: unknown, anchor: unknown = 'ConcludingObservationsAdopted') => ({
	kind: 'relative',
	interval,
	anchor
});

describe('a deadline', () => {
	test.each([
		{ kind: 'exact', due: '2023-11-01', basis: 'stated' },
		{ kind: 'exact', due: '2023-11-01', basis: 'agreed' },
		{ kind: 'provisional', due: '2023-11-01', basis: 'stated' },
		{ kind: 'provisional', due: '2023-11-01', basis: 'agreed' },
		relative('P1Y'),
		relative('P24M'),
		relative('P999M'),
		relative('P7D'),
		relative('P90D'),
		relative('P100D'),
		relative('P1Y', 'ListOfIssuesPriorToReportingAdopted'),
		relative('P1Y', 'ListOfIssuesAdopted'),
		{ kind: 'unstated' }
	])('may be %j', (deadline) => expect(v.safeParse(deadlineSchema, deadline).success).toBe(true));

	test.each([
		{ kind: 'exact', due: '2023-02-29', basis: 'stated' },
		{ kind: 'exact', due: '2023-11-01', basis: 'computed' },
		{ kind: 'exact', due: '2023-11-01' },
		// A list of one text becomes that text where a pattern is asked of it.
		{ kind: 'exact', due: ['2023-11-01'], basis: 'stated' },
		relative(['P1Y']),
		relative(12),
		relative('soon'),
		relative('P0M'),
		relative('P1000M'),
		relative('P1W'),
		relative('P100000D'),
		relative('-P1Y'),
		relative('P1Y2M'),
		relative('P1Y', 'DialogueHeld'),
		{ kind: 'unstated', due: '2023-11-01' }
	])('may not be %j', (deadline) => expect(v.safeParse(deadlineSchema, deadline).success).toBe(false));
});
