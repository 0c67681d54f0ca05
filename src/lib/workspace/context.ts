import { createContext } from 'svelte';
import type { Reminding } from './reminding.svelte.ts';
import type { Undo } from './undo.svelte.ts';
import type { Workspace } from './workspace.svelte.ts';

/** The workspace of this page, set once by the outermost layout. */
export const [getWorkspace, setWorkspace] = createContext<Workspace>();

/** What undoes and redoes on this page, set by the same. */
export const [getUndo, setUndo] = createContext<Undo>();

/** The reminders of this device, set by the same. */
export const [getReminding, setReminding] = createContext<Reminding>();
