import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * Installs what package-lock.json names, unless it is there already. It runs before anything is installed, so
 * it uses nothing but Node, any version from 20 on.
 */
const root = join(dirname(fileURLToPath(import.meta.url)), '..');

/** @param {string} file @returns {Record<string, { version?: string, optional?: boolean, devOptional?: boolean }> | undefined} */
function packagesIn(file) {
	const path = join(root, file);
	return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')).packages : undefined;
}

/**
 * Compared by versions and not by the age of files: a fresh checkout makes every file new. npm writes its copy
 * of the lock last, so an installation that was broken off has none. Optional packages are those of one
 * platform.
 */
function isInstalled() {
	const wanted = packagesIn('package-lock.json');
	const present = packagesIn('node_modules/.package-lock.json');
	if (!wanted || !present) return false;
	return Object.entries(wanted).every(
		([path, { version, optional, devOptional }]) =>
			path === '' || optional || devOptional || present[path]?.version === version
	);
}

if (!isInstalled()) {
	console.log('Installing what Servanda is built with (npm ci) …');
	const npm = process.env.npm_execpath;
	const { status } = npm
		? spawnSync(process.execPath, [npm, 'ci'], { cwd: root, stdio: 'inherit' })
		: spawnSync('npm ci', { cwd: root, stdio: 'inherit', shell: true });
	process.exit(status ?? 1);
}
