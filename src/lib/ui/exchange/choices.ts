import type { IsoDate } from '#lib/calendar/date.ts';
import type { Anomaly } from '#lib/cycle/timeline/fold.ts';

/** What can be done about something that does not fit; to leave it as it is, one always can. */
export type Choice =
	/** Record what is missing before it, as of its day. */
	| { kind: 'recordBefore'; on: IsoDate }
	/** Correct its date or what it says. */
	| { kind: 'correct'; id: string }
	/** Correct once more the event that a correction meant. */
	| { kind: 'correctAgain'; id: string }
	/** Import the file that holds what is missing. */
	| { kind: 'import' }
	| { kind: 'withdraw' }
	/** A newer Servanda reads it. */
	| { kind: 'update' };

/** What can be done about an anomaly, the likeliest first. */
export function choicesFor(anomaly: Anomaly): Choice[] {
	switch (anomaly.kind) {
		case 'notAccepted': {
			const { event, accepted } = anomaly;
			// Where only the clock can still come, nothing is missing before it.
			const canCome = accepted.some((type) => !type.startsWith('DeadlinePassed.'));
			return [
				...(canCome ? [{ kind: 'recordBefore', on: event.on } as const] : []),
				{ kind: 'correct', id: event.id },
				{ kind: 'withdraw' }
			];
		}
		case 'idleCorrection':
			return anomaly.why === 'nothingToCorrect'
				? [{ kind: 'import' }, { kind: 'withdraw' }]
				: [{ kind: 'correctAgain', id: anomaly.event.corrects ?? '' }, { kind: 'withdraw' }];
		case 'unfounded':
			return [{ kind: 'import' }, { kind: 'withdraw' }];
		case 'openedTwice':
		case 'idleChange':
			return [{ kind: 'withdraw' }];
		case 'unread':
			switch (anomaly.why.kind) {
				case 'unknownType':
				case 'newerSchema':
					return [{ kind: 'update' }];
				case 'badData':
					return [{ kind: 'correct', id: anomaly.envelope.id }, { kind: 'withdraw' }];
				case 'redacted':
					return [];
			}
	}
}
