import { goto } from '$app/navigation';
import type { IsoDate } from '#lib/calendar/date.ts';
import type { ObligationOnDay } from '#lib/cycle/timeline/views.ts';
import { Monitor } from '#lib/monitor/monitor.ts';
import { rank } from '#lib/monitor/ranking.ts';
import { narrowingOf, toQuery, type Selection, type Subject, type Years } from '#lib/monitor/selection.ts';
import { gradesOf, inHandOf, receivedOn, unparted } from '#lib/monitor/statistics.ts';
import { stepsTaken, type StepsTaken } from '#lib/monitor/stepsTaken.ts';
import { asOf } from '#lib/ui/asOf.svelte.ts';
import type { HrefOf } from '#lib/ui/monitor/sections.ts';
import { formatLocale } from '#lib/words/dates.ts';
import { stateName } from '#lib/words/names.ts';
import type { Workspace } from '#lib/workspace/workspace.svelte.ts';
import { lookAsked, lookFrom, monitorPath, put, queryOf, selectionAsked, type Look } from './address.ts';

/** Long overdue, where the address does not say how long. */
const long: Years = 5;

/** What the monitor shows: each part is worked out where it is shown, and only then. */
export class MonitorPage {
	readonly #workspace: Workspace;
	/** The day under the finger; null where none is. */
	#dragged = $state.raw<IsoDate | null>(null);

	constructor(workspace: Workspace) {
		this.#workspace = workspace;
	}

	readonly monitor = $derived.by(() => new Monitor(this.#workspace.outlines, stateName));
	readonly day = $derived.by(() => this.#dragged ?? asOf());
	readonly range = $derived.by(() => this.monitor.range(asOf()));
	/** What the address narrows by, also where that does not narrow what is shown. */
	readonly asked = $derived.by(selectionAsked);
	readonly look = $derived.by(lookAsked);
	readonly selection = $derived.by(() => narrowingOf(this.asked, subjectOf(this.look)));
	readonly isNarrowed = $derived.by(() => Object.values(toQuery(this.selection)).some(Boolean));
	readonly board = $derived.by(() => this.monitor.board(this.day, this.selection));

	/** The places of the States and bodies that are shown, the States in the order of their names. */
	readonly shown = $derived.by(() => {
		const { states, bodies } = this.monitor.kept(this.selection);
		return { states: states.toSorted((one, other) => this.#ranks[one]! - this.#ranks[other]!), bodies };
	});
	/** Which place each State has in the order of names. */
	readonly #ranks = $derived.by(() => {
		const { compare } = new Intl.Collator(formatLocale());
		const named = this.monitor.parties.states.map((state, place) => ({ name: stateName(state), place }));
		const ranks: number[] = [];
		named
			.sort((one, other) => compare(one.name, other.name))
			.forEach(({ place }, rank) => (ranks[place] = rank));
		return ranks;
	});

	readonly ranked = $derived.by(() =>
		rank(this.board, this.monitor.parties, this.selection, this.look.by, this.look.order)
	);
	/** The obligations of the section that lists them. */
	readonly rows = $derived.by(() => {
		const { section, sorting } = this.look;
		const board = section === 'rows' ? this.board : this.monitor.board(this.day, this.listed);
		return board.rows(sorting, this.#ranks);
	});
	readonly late = $derived.by((): Years => this.selection.late ?? long);
	/** What a section lists, whatever one narrows by. */
	readonly listed = $derived.by((): Selection => {
		const { section } = this.look;
		if (section === 'rows') return this.selection;
		return { ...this.selection, group: 'overdue', ...(section === 'long' && { late: this.late }) };
	});

	readonly #whole = $derived.by(() => unparted(this.selection));
	readonly received = $derived.by(() =>
		receivedOn(this.monitor.board(this.day, this.#whole), this.monitor.parties, this.#whole)
	);
	readonly graded = $derived.by(() =>
		gradesOf(this.monitor.assessments.rows(this.day, this.#whole), this.#whole)
	);
	readonly inHand = $derived.by(() =>
		inHandOf(this.monitor.reviews.rows(this.day, this.#whole), this.monitor.parties, this.#whole)
	);
	readonly reviews = $derived.by(() => this.monitor.reviews.rows(this.day, this.selection));
	readonly assessments = $derived.by(() => this.monitor.assessments.rows(this.day, this.selection));

	readonly move = (day: IsoDate): void => {
		this.#dragged = day;
	};

	readonly settle = async (day: IsoDate): Promise<void> => {
		this.#dragged = day;
		await lookFrom(day);
		this.#dragged = null;
	};

	readonly narrow = (selection: Selection): void => void put(selection, this.look);
	readonly turn = (look: Partial<Look>): void => void put(this.selection, { ...this.look, ...look });

	/** Where the rows of a figure are looked at. */
	readonly hrefOf: HrefOf = ({ selection }, of = 'obligations') =>
		monitorPath(queryOf(selection, { ...this.look, section: 'rows', of }));

	/** Opens what a selection counts. */
	readonly open = (selection: Selection): void => void goto(this.hrefOf({ selection }));

	readonly stepsOf = ({ obligation }: ObligationOnDay): StepsTaken =>
		stepsTaken(obligation, this.day, (stream) => this.monitor.outline(stream));
}

function subjectOf({ section, of }: Look): Subject {
	switch (section) {
		case 'rows':
			return of;
		case 'late':
		case 'long':
			return 'overdue';
		case 'sessions':
			return 'inHand';
		case 'statistics':
			return 'statistics';
		default:
			return 'obligations';
	}
}
