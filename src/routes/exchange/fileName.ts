import { readersToday } from '#lib/calendar/today.ts';
import type { Scope } from '#lib/exchange/bundle/scope.ts';

/**
 * What a file is saved as: `servanda-2026-11-22.jsonl`, `servanda-AZE-2026-11-22.servanda` where it is encrypted. What
 * was left out is told too: `servanda-AZE-without-preparations-2026-11-22.jsonl` is the one to give away.
 */
export const fileName = (scope: Scope, isEncrypted: boolean): string =>
	`${['servanda', ...partOf(scope), ...leftOutOf(scope), readersToday()].join('-')}.${isEncrypted ? 'servanda' : 'jsonl'}`;

const leftOutOf = ({ without }: Scope): string[] => (without ? ['without', without] : []);

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
