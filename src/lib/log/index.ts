/** The append-only log. What other rooms use of it; the rest of the folder is its own business. */
export { openLog, type Incoming, type Log } from './log.ts';
export type { Append, Appended } from './append.ts';
export type { Cached } from './cache.ts';
export type { Notice } from './connection.ts';
export type { Device } from './device.ts';
export type { Ledger } from './ledger.ts';
export type {
	AppendFailure,
	ImportFailure,
	LogFailure,
	ReadFailure,
	RemovalFailure,
	WriteFailure
} from './failures.ts';
export type { Found } from './find.ts';
export type { Imported, Plan } from './importEvents.ts';
export type { Recent } from './read.ts';
export type { Head } from './schema.ts';
export { isTailLong } from './seal.ts';
export type { Contents, Damaged } from './stored.ts';
export { missingIn, newVerification, type ChainSeen, type Finding, type Verification } from './verify.ts';
export type { Removed } from './workedExample.ts';
