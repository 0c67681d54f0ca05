import { createContext } from 'svelte';
import type { Workspace } from './workspace.svelte.ts';

/** The workspace of this page, set once by the outermost layout. */
export const [getWorkspace, setWorkspace] = createContext<Workspace>();
