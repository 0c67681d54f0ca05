import type { Result } from '#lib/result.ts';
import type { Bundle } from './bundle.ts';
import type { ImportRefusal } from './faults.ts';
import type { Lines } from './lines.ts';

/** Reads what follows the header, in one version of the format. */
export interface Reader {
	/** Takes the next lines. */
	take(lines: Lines): Promise<void>;
	/** What it was, after the last line. */
	finish(): Result<Bundle, ImportRefusal>;
}
