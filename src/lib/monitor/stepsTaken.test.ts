import { expect, test } from 'vitest';
import { outlineStream, type Outline } from '#lib/cycle/outline/outline.ts';
import { envelope, minimalData } from '#lib/cycle/testing/facts.ts';
import { stepsTaken } from './stepsTaken.ts';

const outlines = new Map<string, Outline>();
function keep(stream: string, ...log: ReturnType<typeof envelope>[]): Outline {
	const outline = outlineStream(
		stream,
		log.map((event) => ({ ...event, stream }))
	) as Outline;
	outlines.set(stream, outline);
	return outline;
}
const steps = (duty: string, on: `${number}-${number}-${number}`, of: Outline) =>
	stepsTaken(
		of.obligations.find((one) => one.duty === duty)!,
		on,
		(stream) => outlines.get(stream)
	);

const asked = minimalData('NextReportRequested', { due: '2018-11-01' });
const third = keep(
	'CMW/AZE/3',
	envelope('ConcludingObservationsAdopted', '2014-10-08', {}),
	envelope('FollowUpRequested', '2014-10-08', minimalData('FollowUpRequested', { due: '2016-11-01' })),
	envelope('NextReportRequested', '2014-10-08', asked),
	envelope('ReminderSent', '2017-02-01', { duty: 'followUp' }),
	envelope('ReminderSent', '2019-02-01', { duty: 'nextReport' }),
	envelope('ReminderSent', '2020-02-01', { duty: 'nextReport' }),
	envelope('MeetingHeldWithMission', '2019-06-01', {})
);

test('a reminder counts for what it was of, and from its day on', () => {
	expect(steps('nextReport', '2019-12-31', third).reminders).toEqual(['2019-02-01']);
	expect(steps('nextReport', '2020-02-01', third).reminders).toEqual(['2019-02-01', '2020-02-01']);
	expect(steps('followUp', '2026-01-01', third).reminders).toEqual(['2017-02-01']);
	expect(steps('followUp', '2026-01-01', third).meetings).toEqual(['2019-06-01']);
});

test('a notice and a review without a report stand in the cycle of the report that is owed', () => {
	const notice = minimalData('NoticeOfReviewGiven');
	const before = keep(
		'CRPD/AZE/3',
		envelope('ConcludingObservationsAdopted', '2014-10-08', {}),
		envelope('NextReportRequested', '2014-10-08', asked)
	);
	keep(
		'CRPD/AZE/4',
		envelope('NoticeOfReviewGiven', '2021-03-01', notice),
		envelope('DialogueHeld', '2022-04-05', { dates: ['2022-04-05'] })
	);
	expect(steps('nextReport', '2022-04-04', before)).toMatchObject({ notices: ['2021-03-01'], reviews: [] });
	expect(steps('nextReport', '2026-01-01', before)).toMatchObject({ reviews: ['2022-04-05'] });
});
