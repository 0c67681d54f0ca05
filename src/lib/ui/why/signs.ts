import type { Meaning } from '#lib/words/standing.ts';

/** The shape that goes before the words of each meaning. */
export const signs: Readonly<Record<Meaning, string>> = { overdue: '▲', soon: '◆', met: '✓', plain: '○' };
