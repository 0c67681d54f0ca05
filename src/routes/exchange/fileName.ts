import { readersToday } from '#lib/calendar/today.ts';
import type { Scope } from '#lib/exchange/bundle/scope.ts';

/** What a file is saved as: `servanda-2026-11-22.jsonl`, `servanda-AZE-2026-11-22.servanda` where it is encrypted. */
export const fileName = (scope: Scope, isEncrypted: boolean): string =>
	`${['servanda', ...partOf(scope), readersToday()].join('-')}.${isEncrypted ? 'servanda' : 'jsonl'}`;

function partOf(scope: Scope): string[] {
	switch (scope.kind) {
		case 'everything':
			return [];
		case 'state':
			return [scope.state];
		case 'cycle':
			return scope.stream.split('/');
	}
}
