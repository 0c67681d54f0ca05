import { hashOf, linked, type ChainHead } from '#lib/envelope/chain.ts';
import type { Envelope, NewEvent } from '#lib/envelope/envelope.ts';

/**
 * A real cycle, told in Servanda's own words: Azerbaijan before the Committee on Migrant Workers, from the
 * dialogue of October 2021 to the follow-up received in January 2024. The dates, symbols and paragraph numbers
 * are those of the two documents named as sources; both are public.
 */
export const workedExampleStream = 'CMW/AZE/3';
const observations = 'CMW/C/AZE/CO/3';
const reply = 'CMW/C/AZE/FCO/3';

/** When each document might have been entered: shortly after it came out. */
const recorded = { observations: '2021-10-18T08:00:00.000Z', reply: '2024-03-07T08:00:00.000Z' };

const fromParagraph = (document: string, paragraph?: number) => ({
	document,
	...(paragraph && { paragraph: `${paragraph}` })
});

type Told = Pick<NewEvent, 'type' | 'on' | 'data' | 'source'> & { at: string };

const told: readonly Told[] = [
	{
		type: 'CycleOpened',
		on: '2021-10-05',
		at: recorded.observations,
		source: null,
		data: { procedure: { body: 'CMW', version: 1 }, reportNumbers: [3] }
	},
	{
		type: 'DialogueHeld',
		on: '2021-10-05',
		at: recorded.observations,
		source: fromParagraph(observations, 1),
		data: {
			dates: ['2021-10-04', '2021-10-05'],
			meetings: [464, 465],
			summaryRecords: ['CMW/C/SR.464', 'CMW/C/SR.465']
		}
	},
	{
		type: 'ConcludingObservationsAdopted',
		on: '2021-10-08',
		at: recorded.observations,
		source: fromParagraph(observations, 1),
		data: {
			symbol: observations,
			meeting: 472,
			session: { ordinal: 33, from: '2021-09-27', to: '2021-10-08' }
		}
	},
	{
		type: 'RecommendationsMade',
		on: '2021-10-08',
		at: recorded.observations,
		source: fromParagraph(observations),
		data: { recommendations: recommendations() }
	},
	{
		type: 'FollowUpRequested',
		on: '2021-10-08',
		at: recorded.observations,
		source: fromParagraph(observations, 65),
		data: {
			units: ['16', '36', '60', '62'],
			deadline: { kind: 'exact', due: '2023-11-01', basis: 'stated' }
		}
	},
	{
		type: 'InformationForNextReportRequested',
		on: '2021-10-08',
		at: recorded.observations,
		source: fromParagraph(observations),
		data: { units: ['16(b)', '18(b)', '26(c)', '44(a)', '46(b)', '48(c)', '58(d)', '60(d)', '62(c)'] }
	},
	{
		type: 'NextReportRequested',
		on: '2021-10-08',
		at: recorded.observations,
		source: fromParagraph(observations, 66),
		data: { numbers: [4], deadline: { kind: 'exact', due: '2026-11-01', basis: 'stated' } }
	},
	{
		type: 'SimplifiedReportingProcedureOffered',
		on: '2021-10-08',
		at: recorded.observations,
		source: fromParagraph(observations, 66),
		data: {}
	},
	{
		type: 'FollowUpReceived',
		on: '2024-01-17',
		at: recorded.reply,
		source: fromParagraph(reply),
		data: {
			symbol: reply,
			distributed: '2024-03-06',
			sections: [
				{ heading: 'I', units: ['16(a)', '16(b)'], paragraphs: [1, 11] },
				{ heading: 'II', units: ['16(c)'], paragraphs: [12, 12] },
				{ heading: 'III', units: ['36(a)', '36(b)'], paragraphs: [13, 30] },
				{ heading: 'IV', units: ['36(c)', '36(d)', '36(e)'], paragraphs: [31, 39] },
				{ heading: 'V', units: ['60(a)'], paragraphs: [40, 42] },
				{ heading: 'VI', units: ['60(b)'], paragraphs: [43, 49] },
				{ heading: 'VII', units: ['60(c)'], paragraphs: [50, 53] },
				{ heading: 'VIII', units: ['60(d)'], paragraphs: [54, 56] },
				{ heading: 'IX', units: ['62(a)', '62(b)'], paragraphs: [57, 60] }
			]
		}
	}
];

/** The worked example as events, always the same ones, so that opening it twice adds nothing. */
/** The installation that is said to have recorded it: one of its own, so that its chain can go with it. */
export const workedExampleReplica = '017c9300-0000-7000-8000-000000000000';

const events = told.map(({ at, ...event }, index): NewEvent => ({
	id: `017c9300-0000-7000-8000-${String(index + 1).padStart(12, '0')}`,
	stream: workedExampleStream,
	schema: 1,
	recordedAt: at,
	by: 'Servanda',
	replica: workedExampleReplica,
	...event
}));

/** The events of the worked example, the same on every device: their chain too, which hides nothing. */
export const workedExample: readonly Envelope[] = events.reduce<Envelope[]>((chain, event) => {
	const last: ChainHead | undefined = chain.at(-1)?.link;
	return [...chain, linked(event, last, hashOf(event.id).slice(0, 32))];
}, []);

/** Which paragraphs recommend, what each is about in a few words, and its lettered parts. */
function recommendations() {
	const table: [paragraph: number, topic: string, letters: string, earlier?: string[]][] = [
		[7, 'The Global Compact for Migration', ''],
		[9, 'Migrants in the pandemic', ''],
		[11, 'Law in line with the Convention', 'ab', ['CMW/C/AZE/CO/2 para 13']],
		[13, 'Individual and inter-State complaints', '', ['CMW/C/AZE/CO/2 para 11', 'CMW/C/AZE/CO/1 para 17']],
		[14, 'Other treaties to ratify', '', ['CMW/C/AZE/CO/2 para 9']],
		[16, 'Migration policy and strategy', 'abc'],
		[18, 'A coordinating body', 'ab', ['CMW/C/AZE/CO/2 para 41']],
		[20, 'Data and privacy', 'ab', ['CMW/C/AZE/CO/2 para 15']],
		[22, 'The Ombudsperson', ''],
		[24, 'Civil society', ''],
		[26, 'Non-discrimination', 'abc', ['CMW/C/AZE/CO/2 para 21']],
		[28, 'Remedies', 'abc', ['CMW/C/AZE/CO/2 para 23']],
		[30, 'Borders and transit', 'ab'],
		[32, 'Leaving the country', ''],
		[34, 'Child labour', ''],
		[36, 'Detention and fair procedure', 'abcde'],
		[38, 'Expulsion', 'abc'],
		[40, 'Trade unions', ''],
		[42, 'Social security', 'ab'],
		[44, 'Health care', 'ab'],
		[46, 'Birth registration', 'ab'],
		[48, 'Schooling', 'abc', ['CMW/C/AZE/CO/2 para 33']],
		[50, 'Sending money home', 'ab'],
		[52, 'Work permits', 'abc'],
		[54, 'Agreements with other States', 'ab'],
		[56, 'Recruitment agencies', ''],
		[58, 'Return and reintegration', 'abcd', ['CMW/C/AZE/CO/2 paras 25 and 43']],
		[60, 'Trafficking', 'abcd', ['CMW/C/AZE/CO/2 para 44']],
		[62, 'Irregular situation', 'abc']
	];
	/** Lettered paragraphs whose opening words recommend something of their own. */
	const withChapeau = [16, 52];
	return table.map(([paragraph, topic, letters, reiterates]) => ({
		paragraph,
		topic,
		units: [
			...(letters === '' || withChapeau.includes(paragraph) ? [`${paragraph}`] : []),
			...[...letters].flatMap((letter) => withRomans(`${paragraph}(${letter})`))
		],
		...(reiterates && { reiterates })
	}));
}

function withRomans(unit: string): string[] {
	return unit === '36(c)' ? [unit, ...['i', 'ii', 'iii', 'iv'].map((roman) => `${unit}(${roman})`)] : [unit];
}
