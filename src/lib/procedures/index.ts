import { cat } from './cat.ts';
import { ccpr } from './ccpr.ts';
import { ced } from './ced.ts';
import { cedaw } from './cedaw.ts';
import { cerd } from './cerd.ts';
import { cescr } from './cescr.ts';
import { cmw } from './cmw.ts';
import { crc, opac, opsc } from './crc.ts';
import { crpd } from './crpd.ts';
import { spt } from './spt.ts';
import { upr } from './upr.ts';
import type { Procedure } from './procedure.ts';

/**
 * Every procedure Servanda knows, in all their versions, in the order in which the bodies are usually listed. Adding a
 * treaty body is adding its file and a line here.
 */
export const procedures: readonly Procedure[] = [
	ccpr,
	cescr,
	cerd,
	cedaw,
	cat,
	spt,
	crc,
	opac,
	opsc,
	cmw,
	crpd,
	ced,
	upr
];

/** The bodies by their short names, each once, in the same order. */
const bodies: readonly string[] = [...new Set(procedures.map(({ body }) => body))];

/** Puts bodies into the order in which they are usually listed; one that no procedure is known of comes last. */
export function inOrderOfBodies(one: string, other: string): number {
	const place = (body: string) => (bodies.includes(body) ? bodies.indexOf(body) : bodies.length);
	return place(one) - place(other) || (one < other ? -1 : Number(one > other));
}

/** The procedure of a body in one version; the newest where no version is given. Undefined when there is none. */
export function procedureOf(body: string, version?: number): Procedure | undefined {
	return procedures
		.filter(
			(procedure) => procedure.body === body && (version === undefined || procedure.version === version)
		)
		.sort((one, other) => other.version - one.version)[0];
}
