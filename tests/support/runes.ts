import { builtinEnvironments, type Environment } from 'vitest/runtime';

/**
 * Node, but with components and state modules compiled as for a browser. Vitest would compile them as for a
 * server, where state is a plain variable and effects never run. For tests named `*.svelte.test.ts`.
 */
export default {
	...builtinEnvironments.node,
	name: 'runes',
	viteEnvironment: 'client'
} satisfies Environment;
