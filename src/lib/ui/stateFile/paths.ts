import { resolve } from '$app/paths';
import { withAsOf } from '#lib/ui/asOf.svelte.ts';

/** Where a State's own desk is. @param code `AZE`, `CHN-HKG` */
export const deskPath = (code: string): string =>
	withAsOf(`${resolve('/')}states/${encodeURIComponent(code)}`);

/** Where a State's file is: its treaties, and what is recorded under each. */
export const stateFilePath = (code: string): string =>
	withAsOf(`${resolve('/')}states/${encodeURIComponent(code)}/treaties`);
