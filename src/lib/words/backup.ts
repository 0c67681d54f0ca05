import { m } from './catalogue/messages.js';
import { count, instant } from './dates.ts';
import { refusalSentence, type Failure } from './refusals.ts';

/** The backup that was written last. */
interface LastBackup {
	name: string;
	at: string;
	events: number;
}

/** How the backup stands; `behind` is how many events are not in it. */
export type BackupSeen =
	| { kind: 'never' }
	| { kind: 'saved'; last: LastBackup; behind: number }
	| { kind: 'kept'; last: LastBackup }
	| { kind: 'behind'; name: string; behind: number }
	| { kind: 'writing'; name: string; done: number }
	| { kind: 'needsClick'; name: string; behind: number }
	| { kind: 'failed'; name: string; behind: number; failure: Failure };

/** A sentence, and what it means where that is more than plain. */
interface Said {
	sentence: string;
	meaning: 'met' | 'soon' | 'overdue' | null;
	shape: string;
}

/** How the backup stands, as a sentence. */
export function backupWords(backup: BackupSeen): Said {
	switch (backup.kind) {
		case 'never':
			return soon(m.exchange_backup_never());
		case 'saved': {
			const { last, behind } = backup;
			const since = behind ? m.exchange_backup_since(numbered(behind)) : m.exchange_backup_since_none();
			const saved = m.exchange_backup_saved({ name: last.name, at: instant(last.at) });
			return behind ? plain(`${saved} ${since}`) : met(`${saved} ${since}`);
		}
		case 'kept': {
			const { name, at, events } = backup.last;
			return met(m.exchange_backup_kept({ ...numbered(events), name, at: instant(at) }));
		}
		case 'behind': {
			const { name, behind } = backup;
			return plain(
				behind
					? m.exchange_backup_behind({ ...numbered(behind), name })
					: m.exchange_backup_behind_other({ name })
			);
		}
		case 'writing':
			return plain(m.exchange_backup_writing({ name: backup.name }));
		case 'needsClick':
			return soon(together(m.exchange_backup_needs_click({ name: backup.name }), backup.behind));
		case 'failed':
			return {
				sentence: `${together(refusalSentence(backup.failure), backup.behind)} ${m.exchange_backup_again()}`,
				meaning: 'overdue',
				shape: '✕'
			};
	}
}

const numbered = (number: number) => ({ days: number, number: count(number) });
const together = (sentence: string, behind: number): string =>
	behind ? `${sentence} ${m.exchange_backup_not_in_it(numbered(behind))}` : sentence;
const plain = (sentence: string): Said => ({ sentence, meaning: null, shape: '' });
const met = (sentence: string): Said => ({ sentence, meaning: 'met', shape: '✓' });
const soon = (sentence: string): Said => ({ sentence, meaning: 'soon', shape: '!' });
