import { ruleInForce } from '#lib/procedures/procedure.ts';
import { isoOf, type Day } from '../days.ts';
import type { Story } from '../story.ts';

const aYear = 365;

/** The report that the treaty asks for at first, and its coming. Where there is none of its kind, nothing. */
export function firstReportOf(story: Story, entered: Day, submitted: Day): void {
	const within = initialReportWithin(story, entered);
	if (within) {
		story.tell('TreatyEnteredIntoForce', entered, { deadline: { kind: 'unstated' } });
		story.owe('initialReport', entered, entered + yearsOf(within) * aYear, submitted);
	}
	story.tell('ReportSubmitted', submitted, { numbers: [...story.numbers], symbol: story.symbol('') });
}

/** A State that has sent no report at all: it is told so, and may be reviewed all the same. */
export function neverReported(story: Story, entered: Day): void {
	const { known, procedure, random } = story;
	const due = entered + yearsOf(initialReportWithin(story, entered)!) * aYear;
	story.tell('TreatyEnteredIntoForce', entered, { deadline: { kind: 'unstated' } });
	const late = known - due;
	const isTold = late > 5 * aYear && random.happens(0.35);
	const told = isTold ? known - random.between(20, 400) : Infinity;
	story.owe('initialReport', entered, due, told);
	if (!isTold) return;
	if (procedure.reportAfterNotice) {
		story.tell('NoticeOfReviewGiven', told, { symbol: story.symbol('NOT'), deadline: { kind: 'unstated' } });
		story.owe('reportUnderNotice', told, told + 90, Infinity, false);
	} else if (procedure.simplifiedReporting) {
		const repliesDue = { kind: 'exact', due: isoOf(told + aYear), basis: 'stated' } as const;
		story.tell('ListOfIssuesPriorToReportingAdopted', told, { symbol: story.symbol('QPR'), repliesDue });
		story.owe('replies', told, told + aYear, Infinity);
	}
}

/** Within how many years the first report is owed; nothing where none is the first of its kind. */
const initialReportWithin = ({ procedure }: Story, entered: Day): string | undefined =>
	ruleInForce(procedure.reporting!.initialReportWithin ?? [], isoOf(entered))?.value;

const yearsOf = (interval: string): number => Number(/^P(\d+)Y$/.exec(interval)![1]);
