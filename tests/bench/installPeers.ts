import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const here = join(import.meta.dirname, 'peers');

type Packages = Record<string, { version?: string; optional?: boolean; devOptional?: boolean }>;
const packagesIn = (file: string): Packages => JSON.parse(readFileSync(join(here, file), 'utf8')).packages;

/** npm writes its copy of the lock last, so an installation that was broken off has none. */
function isInstalled(): boolean {
	if (!existsSync(join(here, 'node_modules/.package-lock.json'))) return false;
	const present = packagesIn('node_modules/.package-lock.json');
	return Object.entries(packagesIn('package-lock.json')).every(
		([path, { version, optional, devOptional }]) =>
			path === '' || optional || devOptional || present[path]?.version === version
	);
}

/** Installs the libraries that the log is measured against, and that nothing else needs. */
export function installPeers(): void {
	if (isInstalled()) return;
	console.log('Installing the libraries to compare with (npm ci) …');
	const { status } = spawnSync('npm ci', { cwd: here, stdio: 'inherit', shell: true });
	if (status !== 0) throw new Error('The libraries to compare with could not be installed');
}
