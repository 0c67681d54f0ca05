/** The append-only log. What other rooms use of it; the rest of the folder is its own business. */
export { openLog, type Log } from './log.ts';
export type { Append, Appended } from './append.ts';
export type { Notice } from './connection.ts';
export type { Device } from './device.ts';
export type {
	AppendFailure,
	ImportFailure,
	LogFailure,
	ReadFailure,
	RemovalFailure,
	WriteFailure
} from './failures.ts';
export type { Imported } from './importEvents.ts';
export type { Contents, Damaged, LogContents } from './read.ts';
export type { Removed } from './workedExample.ts';
