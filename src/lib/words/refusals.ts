import type { DateRefusal, IsoDate } from '#lib/calendar/date.ts';
import type { InstantRefusal } from '#lib/calendar/instant.ts';
import type { GateRefusal } from '#lib/cycle/gate.ts';
import type { Anomaly, FoldFailure } from '#lib/cycle/timeline/fold.ts';
import type { ReadRefusal, RecogniseRefusal } from '#lib/documents/types.ts';
import type { ImportRefusal } from '#lib/exchange/bundle/faults.ts';
import type { DecryptRefusal } from '#lib/exchange/encryption/decrypt.ts';
import type { EncryptRefusal } from '#lib/exchange/encryption/encrypt.ts';
import type { AlikeRefusal } from '#lib/monitor/several.ts';
import type { AppendFailure, ImportFailure, ReadFailure, RemovalFailure } from '#lib/log/index.ts';
import { m } from './catalogue/messages.js';
import { count, day, instant, list } from './dates.ts';
import { chartEventLabel, eventLabel } from './events.ts';
import { lineFaultSentence } from './lineFaults.ts';
import { reportName } from './names.ts';
import { ruleName } from './rules.ts';
import { statesLabel } from './states.ts';

/** Everything that can be refused, anywhere in the app. */
export type Failure =
	| DateRefusal
	| InstantRefusal
	| { kind: 'notYetKnown'; on: IsoDate }
	| AlikeRefusal
	| GateRefusal
	| AppendFailure
	| ImportFailure
	| ReadFailure
	| RemovalFailure
	| ImportRefusal
	| DecryptRefusal
	| EncryptRefusal
	| FileFailure
	| ReadRefusal
	| RecogniseRefusal
	| FoldFailure
	| { kind: 'exampleInUse'; stream: string }
	| { kind: 'notOpen' }
	| { kind: 'lookingBack' }
	| { kind: 'backgroundFailed'; reason: string }
	| { kind: 'remindersFailed'; reason: string }
	| { kind: 'nothingRead' };

/** Why a file that is kept up to date was not written. */
type FileFailure =
	| { kind: 'fileNotAllowed' }
	| { kind: 'fileGone'; name: string }
	| { kind: 'fileNoRoom'; name: string }
	| { kind: 'fileNotWritten'; name: string; reason: string };

/** A refusal as a sentence: what happened, what was kept, what to do. */
export function refusalSentence(failure: Failure): string {
	switch (failure.kind) {
		case 'notADate':
			return m.refusal_not_a_date({ text: failure.text });
		case 'notAnInstant':
			return m.refusal_not_an_instant({ text: failure.text });
		case 'notYetKnown':
			return m.refusal_not_yet_known({ on: day(failure.on) });
		case 'noSuchMonth':
			return m.refusal_no_such_month({ month: count(failure.month) });
		case 'noSuchDay':
			return m.refusal_no_such_day({ text: failure.text, lastDay: count(failure.lastDay) });
		case 'badDate':
			return refusalSentence(failure.refusal);
		case 'inTheFuture':
			return m.refusal_in_the_future({ on: day(failure.on), today: day(failure.today) });
		case 'endsBeforeItBegins':
			return m.refusal_ends_before_it_begins({ from: day(failure.from), to: day(failure.to) });
		case 'noSession':
			return m.refusal_no_session();
		case 'sessionOfSeveral':
			return m.refusal_session_of_several({ committees: list(failure.committees) });
		case 'badData':
			return m.refusal_bad_data({
				event: eventLabel(failure.type),
				field: failure.field || m.refusal_field_whole()
			});
		case 'unknownBody':
			return m.refusal_unknown_body({ body: failure.body });
		case 'unknownState':
			return m.refusal_unknown_state({ code: failure.code });
		case 'ruleNotInProcedure':
			return m.procedures_refusal_rule({ body: failure.body, rule: ruleName(failure.rule) });
		case 'nothingToCorrect':
			return m.refusal_nothing_to_correct();
		case 'alreadyRecorded':
			return m.refusal_already_recorded({
				event: eventLabel(failure.event.type),
				on: day(failure.event.on),
				recordedAt: instant(failure.event.recordedAt)
			});
		case 'notInProcedure':
			return m.refusal_not_in_procedure({
				event: eventLabel(failure.type),
				body: failure.body
			});
		case 'onlyInTheFirstCycle':
			return m.refusal_only_in_the_first_cycle({
				event: eventLabel(failure.type),
				body: failure.body
			});
		case 'notAccepted':
			return notAcceptedSentence(failure.type, failure);
		case 'movedThatDay':
			return m.refusal_moved_that_day({
				on: day(failure.event.on),
				event: eventLabel(failure.event.type)
			});
		case 'anotherReport':
			return failure.owed.length
				? m.refusal_another_report({ owed: reportName(failure.owed), given: reportName(failure.given) })
				: m.refusal_another_report_none({ given: reportName(failure.given) });
		case 'nothingToPrepare':
			return m.refusal_nothing_to_prepare();
		case 'noLongerOwed':
			return m.refusal_no_longer_owed({ on: day(failure.on) });
		case 'noSuchStep':
			return m.refusal_no_such_step();
		case 'stepAfterDeadline':
			return m.refusal_step_after_deadline({
				step: failure.step.name,
				stepDue: day(failure.step.due),
				due: day(failure.due)
			});
		case 'beforeTheTreaty':
			return m.refusal_before_the_treaty({
				event: eventLabel(failure.type),
				on: day(failure.on),
				since: day(failure.since)
			});
		case 'dueBeforeAsked':
			return m.refusal_due_before_asked({
				event: eventLabel(failure.type),
				on: day(failure.on),
				due: day(failure.due)
			});
		case 'extendsNothing':
			return m.refusal_extends_nothing({ due: day(failure.due), was: day(failure.was) });
		case 'unsettles':
			return m.refusal_unsettles({
				events: list(
					failure.events.map(({ type, on }) =>
						m.refusal_event_with_date({ event: eventLabel(type), on: day(on) })
					)
				)
			});
		case 'backgroundFailed':
			return m.refusal_background_failed({ reason: failure.reason });
		case 'remindersFailed':
			return m.refusal_reminders_failed({ reason: failure.reason });
		case 'notOpen':
			return m.refusal_not_open();
		case 'lookingBack':
			return m.refusal_looking_back();
		case 'unavailable':
			return m.refusal_unavailable({ reason: failure.reason });
		case 'newerDatabase':
			return m.refusal_newer_database();
		case 'closed':
			return m.refusal_closed();
		case 'notRead':
			return m.refusal_not_read({ reason: failure.reason });
		case 'storageFull':
			return m.refusal_storage_full();
		case 'notWritten':
			return m.refusal_not_written({ reason: failure.reason });
		case 'logMoved':
			return m.refusal_log_moved();
		case 'noSuchEvent':
		case 'nothingToRedact':
			return m.refusal_nothing_to_redact();
		case 'sameIdOtherContent':
			return 'line' in failure
				? m.refusal_same_id_other_content_lines({
						line: count(failure.line),
						earlierLine: count(failure.earlierLine)
					})
				: m.refusal_same_id_other_content();
		case 'notAnEvent':
			return 'line' in failure
				? m.refusal_not_an_event_line({
						line: count(failure.line),
						field: failure.field || m.refusal_field_whole()
					})
				: m.refusal_not_an_event_at({
						index: count(failure.index + 1),
						field: failure.field || m.refusal_field_whole()
					});
		case 'recordedSince':
			return m.refusal_recorded_since({ streams: list(failure.streams) });
		case 'empty':
			return m.refusal_empty();
		case 'tooLarge':
			return m.refusal_too_large({ limit: size(failure.limit) });
		case 'unknownFormat':
			return m.refusal_unknown_format();
		case 'unknownVersion':
			return m.refusal_unknown_version({ version: count(failure.version) });
		case 'unreadableFile':
			return m.refusal_unreadable_file({ reason: failure.reason });
		case 'encrypted':
			return m.refusal_encrypted();
		case 'wrongPassphraseOrDamaged':
			return m.refusal_wrong_passphrase();
		case 'encryptedPartDamaged':
			return m.refusal_encrypted_part_damaged();
		case 'unreasonableDerivation':
			return m.refusal_unreasonable_derivation();
		case 'passphraseTooShort':
			return m.refusal_passphrase_too_short({ given: count(failure.given), least: count(failure.least) });
		case 'nothingRead':
			return m.refusal_nothing_read();
		case 'fileNotAllowed':
			return m.refusal_file_not_allowed();
		case 'fileGone':
			return m.refusal_file_gone({ name: failure.name });
		case 'fileNoRoom':
			return m.refusal_file_no_room({ name: failure.name });
		case 'fileNotWritten':
			return m.refusal_file_not_written({ name: failure.name, reason: failure.reason });
		case 'damaged':
			return damagedSentence(failure);
		case 'cut':
			return m.refusal_cut({ line: count(failure.line) });
		case 'wrongCount':
			return m.refusal_wrong_count({ stated: count(failure.stated), found: count(failure.found) });
		case 'notJson':
			return m.refusal_not_json({ line: count(failure.line) });
		case 'emptyFile':
			return m.refusal_empty_file();
		case 'notText':
			return m.refusal_not_text();
		case 'notYetReadable':
			return m.refusal_not_yet_readable({ type: failure.type });
		case 'unsupportedType':
			return m.refusal_unsupported_type();
		case 'notATreatyBodyDocument':
			return otherDocumentSentence(failure);
		case 'exampleInUse':
			return m.refusal_example_in_use({ stream: failure.stream });
		case 'notFolded':
			return m.refusal_not_folded({ stream: failure.stream, reason: failure.reason });
		case 'unknownProcedure':
			return m.refusal_unknown_procedure({ body: failure.body, stream: failure.stream });
	}
}

function otherDocumentSentence({ found }: RecogniseRefusal): string {
	switch (found?.documentKind) {
		case 'visit':
			return m.refusal_visit_document();
		case 'UPR':
			return m.refusal_upr_document();
		default:
			return m.refusal_not_a_treaty_body_document();
	}
}

/** So many of the faults of a file are said in its sentence. */
const mostFaultsSaid = 3;

function damagedSentence({ faults, more }: Extract<ImportRefusal, { kind: 'damaged' }>): string {
	const said = faults.slice(0, mostFaultsSaid).map(lineFaultSentence);
	if (faults.length + more > said.length) said.push(m.refusal_damaged_more());
	return m.refusal_damaged({ faults: said.join(' ') });
}

/** What is odd about something in the record, as a sentence. */
export function anomalySentence(anomaly: Anomaly): string {
	switch (anomaly.kind) {
		case 'notAccepted':
			return misfitSentence(anomaly.event.type, { ...anomaly, on: anomaly.event.on });
		case 'idleCorrection':
			return anomaly.why === 'nothingToCorrect'
				? m.refusal_idle_nothing_to_correct()
				: m.refusal_idle_replacement_invalid();
		case 'unfounded':
			return anomaly.why === 'noStep' ? m.anomaly_no_step() : m.anomaly_no_obligation();
		case 'openedTwice':
			return m.refusal_opened_twice();
		case 'idleChange':
			return m.procedures_idle_change();
		case 'unread':
			return unreadSentence(anomaly.why);
	}
}

function unreadSentence(why: Extract<Anomaly, { kind: 'unread' }>['why']): string {
	switch (why.kind) {
		case 'unknownType':
			return m.refusal_unread_unknown_type({ type: why.type });
		case 'newerSchema':
			return m.refusal_unread_newer_schema({ event: eventLabel(why.type) });
		case 'redacted':
			return m.refusal_unread_redacted();
		case 'badData':
			return m.refusal_unread_bad_data({
				event: eventLabel(why.type),
				field: why.field || m.refusal_field_whole()
			});
	}
}

type NotAccepted = Pick<Extract<GateRefusal, { kind: 'notAccepted' }>, 'on' | 'states' | 'accepted'>;

function notAcceptedSentence(type: string, { on, states, accepted }: NotAccepted): string {
	const told = { event: eventLabel(type), on: day(on), states: statesLabel(states) };
	const possible = possibleFacts(accepted);
	return possible
		? m.refusal_not_accepted({ ...told, accepted: possible })
		: m.refusal_not_accepted_nothing(told);
}

function misfitSentence(type: string, { on, states, accepted }: NotAccepted): string {
	const told = { event: eventLabel(type), on: day(on), states: statesLabel(states) };
	const possible = possibleFacts(accepted);
	return possible
		? m.anomaly_not_accepted({ ...told, accepted: possible })
		: m.anomaly_not_accepted_nothing(told);
}

const possibleFacts = (accepted: NotAccepted['accepted']): string =>
	list(accepted.filter((one) => !one.startsWith('DeadlinePassed.')).map((one) => chartEventLabel(one)));

const size = (bytes: number): string => m.size_megabytes({ number: count(Math.round(bytes / 1024 / 1024)) });
