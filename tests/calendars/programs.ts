import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import ICAL from 'ical.js';
import { inOrder, type ReadEvent } from './model.ts';

/** Calendar programs of others, each run in a folder of its own, where it finds nothing of anybody's. */

const python = '/usr/bin/python3';

/** Whether a module is there for the system's own Python. */
export const hasModule = (name: string): boolean => spawnSync(python, ['-c', `import ${name}`]).status === 0;

/** Whether a program is installed. */
export const hasProgram = (name: string): boolean => spawnSync(name, ['--version']).status === 0;

/** Reads calendar files, as they stand one after the other in a text, with one of the scripts beside this file. */
export function readWithPython(script: 'read_icalendar.py' | 'read_vobject.py', files: string): ReadEvent[] {
	const answer = execFileSync(python, [join(import.meta.dirname, script)], {
		input: files,
		encoding: 'utf8',
		maxBuffer: 64 * 1024 * 1024
	});
	return inOrder(JSON.parse(answer) as ReadEvent[]);
}

function run(home: string, program: string, args: readonly string[]): string {
	const { HOME: _, ...rest } = process.env;
	const own = Object.entries(rest).filter(([name]) => !name.startsWith('XDG_'));
	const env = { ...Object.fromEntries(own), HOME: home, LC_ALL: 'C.UTF-8', TZ: 'Europe/Zurich' };
	return execFileSync(program, args, { cwd: home, env, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
}

/** The events that lie in a folder, a file each, as a program wrote them there. */
const eventsIn = (folder: string): ReadEvent[] =>
	readWithPython(
		'read_icalendar.py',
		readdirSync(folder)
			.map((file) => readFileSync(join(folder, file), 'utf8'))
			// Not every program ends a file with the end of a line.
			.join('\n')
	);

/** The last day that khal is asked for: it walks through every day up to then. */
export const khalListsUntil = '2060-01-01';

/** A line of khal's list. */
export type Listed = Pick<ReadEvent, 'uid' | 'from' | 'summary' | 'status'>;

/** khal with one calendar. */
export class Khal {
	readonly #home: string;
	readonly #folder: string;

	/** @param home an empty folder */
	constructor(home: string) {
		this.#home = home;
		this.#folder = join(home, 'calendar');
		mkdirSync(this.#folder);
		const formats = ['date', 'longdate', 'datetime', 'longdatetime'].map(
			(name) => `${name}format = %Y-%m-%d`
		);
		writeFileSync(
			join(home, 'config'),
			[
				`[calendars]\n[[servanda]]\npath = ${this.#folder}`,
				`[locale]\ntimeformat = %H:%M\n${formats.join('\n')}`,
				`local_timezone = Europe/Zurich\ndefault_timezone = Europe/Zurich`,
				`[sqlite]\npath = ${join(home, 'khal.db')}\n`
			].join('\n')
		);
	}

	/** Imports a calendar file. */
	take(file: string): void {
		writeFileSync(join(this.#home, 'servanda.ics'), file);
		this.#khal('import', '--batch', '-a', 'servanda', 'servanda.ics');
	}

	/** What khal shows of all its days. */
	list(): Listed[] {
		const format = '{uid}\t{start-date}\t{title}\t{status}';
		const listed = this.#khal('list', '--day-format', '', '--format', format, '1960-01-01', khalListsUntil);
		const lines = listed.split('\n').filter((line) => line.includes('\t'));
		return inOrder(
			lines.map((line) => {
				const [uid, from, summary, status] = line.split('\t') as [string, string, string, string];
				return { uid, from, summary, status: status.trim() };
			})
		);
	}

	/** What khal has stored. */
	stored = (): ReadEvent[] => eventsIn(this.#folder);

	#khal = (...args: string[]): string => run(this.#home, 'khal', ['-c', 'config', ...args]);
}

/** vdirsyncer between a calendar file and a folder with a file for each event. */
export class Vdirsyncer {
	readonly #home: string;
	readonly #folder: string;

	/** @param home an empty folder */
	constructor(home: string) {
		this.#home = home;
		this.#folder = join(home, 'folder');
		mkdirSync(this.#folder);
		writeFileSync(
			join(home, 'config'),
			[
				`[general]\nstatus_path = "${join(home, 'status')}"`,
				`[pair servanda]\na = "file"\nb = "folder"\ncollections = null`,
				`[storage file]\ntype = "singlefile"\npath = "${join(home, 'servanda.ics')}"`,
				`[storage folder]\ntype = "filesystem"\npath = "${this.#folder}"\nfileext = ".ics"\n`
			].join('\n')
		);
	}

	/** Puts a calendar file in the place of the one before, and syncs. */
	take(file: string): void {
		writeFileSync(join(this.#home, 'servanda.ics'), file);
		run(this.#home, 'vdirsyncer', ['-c', 'config', 'discover']);
		run(this.#home, 'vdirsyncer', ['-c', 'config', 'sync']);
	}

	/** What lies in the folder. */
	stored = (): ReadEvent[] => eventsIn(this.#folder);
}

/**
 * What calcurse gives out again once it has imported a calendar file: days and titles, in their order. It knows no
 * ids, states or alarms of whole days.
 */
export function throughCalcurse(home: string, file: string): { from: string; summary: string }[] {
	writeFileSync(join(home, 'servanda.ics'), file);
	const own = ['-D', home, '-C', home];
	run(home, 'calcurse', [...own, '-i', 'servanda.ics']);
	const exported = new ICAL.Component(ICAL.parse(run(home, 'calcurse', [...own, '-xical'])));
	return exported
		.getAllSubcomponents('vevent')
		.map((event) => new ICAL.Event(event))
		.map(({ startDate, summary }) => ({ from: startDate.toString(), summary }));
}
