import type { Deadline, Duty } from '#lib/cycle/deadline.ts';
import { rankOf, type DataOf, type EventType } from '#lib/cycle/events/catalogue.ts';
import type { Procedure } from '#lib/procedures/procedure.ts';
import { isoOf, type Day } from './days.ts';
import type { Random } from './random.ts';

/** Something that happened in a cycle, before it is recorded. */
export interface Told {
	type: EventType;
	day: Day;
	data: Record<string, unknown>;
}

/** Which cycle a story is of. */
export interface Cycle {
	procedure: Procedure;
	state: string;
	/** The number of its report. */
	report: number;
	begins: Day;
	/** Nothing is known of what came later. */
	knownUntil: Day;
}

const aYear = 365;
const topics = [
	'Legislation',
	'Training',
	'Data',
	'Detention',
	'Remedies',
	'Consular help',
	'Education',
	'Health'
];
const reasons = ['The ministry asked for more time', 'Elections were being held', 'A translation was late'];
const remarks = [
	'Steps were taken, and more are needed',
	'No figures were given',
	'The law is still a draft'
];

/**
 * What happens in one invented cycle, in its order: so many facts, or fewer where it is cut off before all of them
 * have come, so that what was asked for last is still owed.
 */
export function storyOf(cycle: Cycle, random: Random, facts: number): Told[] {
	const story = new Story(cycle, random);
	story.beforeTheReview();
	story.review();
	story.followUp();
	story.nextReport();
	return story.told(facts);
}

class Story {
	readonly #cycle: Cycle;
	readonly #random: Random;
	readonly #told: Told[] = [];
	readonly #units: string[];
	#day: Day;
	#adopted: Day = 0;
	#submitted: Day = Infinity;

	constructor(cycle: Cycle, random: Random) {
		this.#cycle = cycle;
		this.#random = random;
		this.#day = cycle.begins;
		const first = random.between(8, 16);
		this.#units = Array.from({ length: random.between(3, 14) }, (_, index) => `${first + 2 * index}`);
	}

	/** The first facts in the order of happening, filled up with reminders of the report that is owed. */
	told(facts: number): Told[] {
		const asked = this.#adopted + 90;
		const last = Math.min(this.#submitted, this.#cycle.knownUntil) - 1;
		while (this.#told.length < facts && asked < last)
			this.#tell('ReminderSent', { duty: 'nextReport' }, this.#random.between(asked, last));
		return this.#told
			.sort((one, other) => one.day - other.day || rankOf(one.type) - rankOf(other.type))
			.slice(0, facts);
	}

	beforeTheReview(): void {
		const { procedure, report } = this.#cycle;
		const body = { body: procedure.body, version: procedure.version };
		this.#tell('CycleOpened', { procedure: body, reportNumbers: [report] });
		const session = this.#random.between(1, 140);
		if (this.#random.happens(0.4)) {
			this.#tell('SimplifiedReportingProcedureAccepted', {});
			this.#pass(60, 200);
			const repliesDue = this.#deadline(aYear, 'ListOfIssuesPriorToReportingAdopted');
			const symbol = this.#symbol('QPR');
			this.#tell('ListOfIssuesPriorToReportingAdopted', { symbol, session, repliesDue });
			this.#owe('replies', 150, 500);
			if (this.#random.happens(0.05)) {
				this.#tell('SimplifiedReportingProcedureDeclined', {});
				this.#pass(30, 200);
			}
			this.#tell('ReportSubmitted', { numbers: [report], symbol: this.#symbol('') });
		} else {
			this.#pass(30, 300);
			this.#tell('ReportSubmitted', { numbers: [report], symbol: this.#symbol('') });
			this.#pass(150, 400);
			const repliesDue = this.#deadline(180, 'ListOfIssuesAdopted');
			this.#tell('ListOfIssuesAdopted', { symbol: this.#symbol('Q'), session, repliesDue });
			this.#owe('replies', 60, 300);
			this.#tell('RepliesToListOfIssuesReceived', { symbol: this.#symbol('RQ') });
		}
	}

	review(): void {
		const random = this.#random;
		this.#pass(60, 400);
		const meeting = random.between(100, 900);
		const dates = [isoOf(this.#day - 1), isoOf(this.#day)];
		const summaryRecords = [meeting, meeting + 1].map(
			(number) => `${this.#cycle.procedure.body}/C/SR.${number}`
		);
		this.#tell('DialogueHeld', { dates, meetings: [meeting, meeting + 1], summaryRecords });
		this.#pass(4, 20);
		this.#adopted = this.#day;
		const session = {
			ordinal: random.between(1, 140),
			from: isoOf(this.#day - 18),
			to: isoOf(this.#day)
		};
		this.#tell('ConcludingObservationsAdopted', { symbol: this.#symbol('CO'), meeting, session });
		const recommendations = this.#units.map((unit) => ({
			paragraph: Number(unit),
			topic: random.oneOf(topics),
			units: [unit, `${unit}(a)`, `${unit}(b)`].slice(0, random.between(1, 3)),
			...(random.happens(0.15) && { reiterates: [`${this.#symbol('CO', -1)} para ${unit}`] })
		}));
		this.#tell('RecommendationsMade', { recommendations });
		this.#tell('FollowUpRequested', {
			units: this.#units.slice(0, random.between(1, 3)),
			deadline: this.#deadline(2 * aYear, 'ConcludingObservationsAdopted')
		});
		if (random.happens(0.5))
			this.#tell('InformationForNextReportRequested', { units: [random.oneOf(this.#units)] });
		const deadline = this.#deadline(random.oneOf([4, 5, 8]) * aYear, 'ConcludingObservationsAdopted');
		this.#tell('NextReportRequested', { numbers: [this.#cycle.report + 1], deadline });
		if (random.happens(0.2)) this.#tell('SimplifiedReportingProcedureOffered', {});
		if (random.happens(0.3))
			this.#tell('CommentsReceived', { symbol: this.#symbol('CO') }, this.#day + random.between(20, 300));
	}

	followUp(): void {
		const random = this.#random;
		for (let round = 1; round <= 3; round += 1) {
			this.#owe('followUp', 300, 1000);
			if (random.happens(0.2)) return;
			const sections = this.#units.slice(0, random.between(1, 3)).map((unit, index) => ({
				heading: `Paragraph ${unit}`,
				units: [unit],
				paragraphs: [index + 3, index + 5] as [number, number]
			}));
			this.#tell('FollowUpReceived', { symbol: this.#symbol('FCO'), sections });
			this.#pass(90, 300);
			const grades = this.#units
				.slice(0, random.between(1, 3))
				.map((unit) => ({ unit, grade: random.oneOf(['A', 'B', 'C', 'E']), remark: random.oneOf(remarks) }));
			this.#tell('FollowUpAssessed', { symbol: this.#symbol('FU'), grades });
			this.#pass(1, 40);
			if (random.happens(0.5)) {
				this.#tell('FollowUpClosed', { reason: random.oneOf(['concluded', 'leftToNextReport']) });
				return;
			}
			const deadline = this.#deadline(aYear, 'ConcludingObservationsAdopted');
			this.#tell('MoreInformationRequested', { units: this.#units.slice(0, 1), deadline });
		}
	}

	nextReport(): void {
		this.#day = this.#adopted;
		this.#owe('nextReport', 3 * aYear, 9 * aYear);
		if (this.#random.happens(0.15)) return;
		this.#submitted = this.#day;
		this.#tell('NextReportSubmitted', { numbers: [this.#cycle.report + 1], symbol: this.#symbol('', 1) });
	}

	/** A duty waits to be met: the office reminds, the State asks for more time. Ends on the day it is met. */
	#owe(duty: Duty, least: number, most: number): void {
		const random = this.#random;
		const from = this.#day;
		this.#pass(least, most);
		const until = this.#day - 1;
		const somewhere = () => random.between(from + 1, until);
		for (let left = random.between(0, 2); left > 0; left -= 1)
			this.#tell('ReminderSent', { duty, symbol: this.#symbol('REM') }, somewhere());
		if (random.happens(0.25)) {
			const asked = random.between(from + 1, until - 30);
			const reason = random.oneOf(reasons);
			this.#tell('ExtensionRequested', { duty, until: isoOf(asked + 180), reason }, asked);
			if (random.happens(0.6))
				this.#tell('ExtensionGranted', { duty, deadline: this.#exact(asked + 180), reason }, asked + 20);
			else this.#tell('ExtensionRefused', { duty, reason: 'The review is near' }, asked + 20);
		}
		if (random.happens(0.05)) {
			const day = somewhere();
			const reason = 'The session was moved';
			this.#tell('DeadlineMoved', { duty, deadline: this.#exact(day + 120), reason }, day);
		}
	}

	#tell<Type extends EventType>(type: Type, data: DataOf<Type>, day = this.#day): void {
		if (day <= this.#cycle.knownUntil) this.#told.push({ type, day, data });
	}

	#pass(least: number, most: number): void {
		this.#day += this.#random.between(least, most);
	}

	/** Most deadlines are days; some are counted from a document, some are in principle, some have no day. */
	#deadline(after: number, anchor: Extract<Deadline, { kind: 'relative' }>['anchor']): Deadline {
		const chance = this.#random.next();
		if (chance < 0.15)
			return { kind: 'relative', interval: `P${Math.max(1, Math.round(after / 30.4))}M`, anchor };
		if (chance < 0.25) return { kind: 'provisional', due: isoOf(this.#day + after), basis: 'stated' };
		if (chance < 0.28) return { kind: 'unstated' };
		return { ...this.#exact(this.#day + after), basis: 'stated' };
	}

	#exact(day: Day): Extract<Deadline, { kind: 'exact' }> {
		return { kind: 'exact', due: isoOf(day), basis: 'agreed' };
	}

	#symbol(kind: string, later = 0): string {
		const { procedure, state, report } = this.#cycle;
		return [procedure.body, 'C', state, kind, Math.max(1, report + later)].filter(Boolean).join('/');
	}
}
