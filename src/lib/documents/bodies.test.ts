import { describe, expect, it } from 'vitest';
import { propose, readSource, recognise, streamOf } from './index.ts';
import { frame, observationsOf, readingOf } from './testing.ts';
import { symbolsIn } from './recognise/language/symbols.ts';

/** The sentences are invented, in the form that each body uses. */
const summaryOf = (text: string) =>
	propose(readingOf(text)).map(({ type, on, data }) => ({ type, on, data }));

describe('a symbol of any body', () => {
	it.each([
		['E/C.12/AZE/CO/4', 'CESCR', 'AZE', 'CO', [4]],
		['E/C.12/1/Add.88', 'CESCR', null, '', []],
		['E/C.12/2018/SR.18', 'CESCR', null, 'SR', []],
		['CRC/C/OPSC/AUS/CO/1', 'CRC-OPSC', 'AUS', 'CO', [1]],
		['CRC/C/OPSA/BGD/1', 'CRC-OPSC', 'BGD', '', [1]],
		['CRC/C/GBR/OPAC/CO/1', 'CRC-OPAC', 'GBR', 'CO', [1]],
		['CRC/C/OPAC/COD/Q/1/Add.1', 'CRC-OPAC', 'COD', 'Q', [1]],
		['CRC/C/15/Add.117', 'CRC', null, '', []],
		['CERD/C/65/CO/3', 'CERD', null, 'CO', []],
		['CCPR/CO/80/LTU', 'CCPR', 'LTU', 'CO', []],
		['CCPR/C/CHN-HKG/CO/3', 'CCPR', 'CHN-HKG', 'CO', [3]],
		['CCPR/C/HKG/CO/2', 'CCPR', 'CHN-HKG', 'CO', [2]],
		['CRPD/AZE/CO/2-3', 'CRPD', 'AZE', 'CO', [2, 3]],
		['CED/C/ESP/OAI/1', 'CED', 'ESP', 'OAI', [1]],
		['CAT/OP/NZL/1', 'SPT', null, '', []]
	])('%s', (written, body, state, type, numbers) => {
		expect(symbolsIn(`see ${written}, para. 3`)).toMatchObject([
			{ symbol: written, body, state, type, numbers }
		]);
	});
});

describe('the protocols to the Convention on the Rights of the Child', () => {
	const closing =
		'5. The Committee requests the State party to include further information in its next periodic report under the Convention, due by 3 May 2026.';

	it.each([
		['OPSC', 'CRC-OPSC/ISL/1'],
		['OPAC', 'CRC-OPAC/ISL/1']
	])('%s opens a cycle of its own, with nothing owed after it', (protocol, stream) => {
		const text = frame(
			['The Committee recommends that the State party act.', closing],
			`CRC/C/${protocol}/ISL/CO/1`
		);
		expect(streamOf(readingOf(text))).toBe(stream);
		expect(summaryOf(text).map(({ type }) => type)).toEqual([
			'DialogueHeld',
			'ConcludingObservationsAdopted',
			'RecommendationsMade'
		]);
	});

	it.each([
		['on the sale of children, child prostitution and child pornography', 'OPSC'],
		['on the involvement of children in armed conflict', 'OPAC']
	])('are told by a title without a symbol: %s', (about, protocol) => {
		const { head } = observationsOf(
			`Committee on the Rights of the Child\nConcluding observations on the report submitted by Iceland under the Optional Protocol to the Convention on the Rights of the Child ${about}*\n1. The Committee considered it.\n`
		);
		expect([head.committee.value, head.symbol.value]).toEqual([
			`CRC-${protocol}`,
			`CRC/C/${protocol}/ISL/CO/1`
		]);
	});

	it('leave the Convention itself where it was', () => {
		expect(streamOf(readingOf(frame(['The Committee recommends that it act.'], 'CRC/C/ISL/CO/4')))).toBe(
			'CRC/ISL/4'
		);
	});
});

it('takes the numbers of the reports from the title where an old symbol has others', () => {
	const old = (symbol: string) =>
		readingOf(
			`${symbol}\nCommittee on the Rights of the Child\nConcluding observations on the second periodic report of Iceland\n1. The Committee considered it.\n`
		);
	expect(streamOf(old('CRC/C/15/Add.117'))).toBe('CRC/ISL/2');
	expect(old('CRC/C/15/Add.117').kind).toBe('CO');
	expect(streamOf(old('CERD/C/65/CO/3'))).toBe('CERD/ISL/2');
});

describe('the Committee on Enforced Disappearances', () => {
	const followUp =
		'5. The Committee requests the State party to provide, by 15 May 2023, information on the implementation of its recommendations in paragraph 4.';
	const next =
		'6. Under article 29 (4) of the Convention, the Committee requests the State party to submit, no later than 15 May 2026, specific and updated information on all its recommendations.';

	it('asks for additional information and for no next report', () => {
		const events = summaryOf(
			frame(
				['The Committee recommends that the State party act.', 'D. Follow-up', followUp, next],
				'CED/C/ISL/CO/1'
			)
		);
		expect(events.slice(3)).toEqual([
			{
				type: 'FollowUpRequested',
				on: '2022-05-10',
				data: { units: ['4'], deadline: { kind: 'exact', due: '2023-05-15', basis: 'stated' } }
			},
			{
				type: 'AdditionalInformationRequested',
				on: '2022-05-10',
				data: {
					symbol: 'CED/C/ISL/CO/1',
					deadline: { kind: 'exact', due: '2026-05-15', basis: 'stated' }
				}
			}
		]);
	});

	it.each([
		['no day', 'submit information under article 29, paragraph 4, of the Convention', 0],
		['no such day', 'submit information under article 29 (4) by 31 June 2026', 1]
	])('leaves the date open where there is %s', (_what, asked, flags) => {
		const reading = observationsOf(
			frame(
				['The Committee recommends it.', `5. The Committee requests the State party to ${asked}.`],
				'CED/C/ISL/CO/1'
			)
		);
		expect(propose(reading).at(-1)).toMatchObject({
			type: 'AdditionalInformationRequested',
			data: { deadline: { kind: 'unstated' } }
		});
		expect(reading.flags.filter(({ kind }) => kind === 'impossibleDate')).toHaveLength(flags);
	});

	it('asks again in what it concludes from additional information, in the same cycle', () => {
		const text = frame(
			[
				'The Committee recommends that the State party act.',
				'5. In accordance with article 29 (4), the Committee requests the State party to submit, by 15 May 2026, information on the recommendations in paragraph 4.'
			],
			'CED/C/ISL/OAI/1'
		);
		expect(streamOf(readingOf(text))).toBe('CED/ISL/1');
		expect(summaryOf(text).map(({ type }) => type)).toEqual(['AdditionalInformationRequested']);
	});

	it('receives additional information, which is no follow-up', () => {
		const text =
			'CED/C/ISL/AI/1\nCommittee on Enforced Disappearances\nAdditional information submitted by Iceland under article 29 (4) of the Convention\n[Date received: 17 December 2025]\n1. In its concluding observations, the Committee asked.\n';
		expect([streamOf(readingOf(text)), summaryOf(text)]).toEqual([
			'CED/ISL/1',
			[{ type: 'AdditionalInformationReceived', on: '2025-12-17', data: { symbol: 'CED/C/ISL/AI/1' } }]
		]);
	});
});

describe('what is not read of other bodies', () => {
	it.each([
		[
			'visit',
			'CAT/OP/ISL/1\nSubcommittee on Prevention of Torture\nReport on the visit to Iceland: recommendations to the State party\n1. The Subcommittee visited Iceland.'
		],
		[
			'visit',
			'CAT/OP/ISL/1/Add.1\nReplies of Iceland to the recommendations of the Subcommittee on Prevention of Torture\n1. Iceland welcomes the report.'
		],
		[
			'UPR',
			'A/HRC/26/30\nHuman Rights Council\nReport of the Working Group on the Universal Periodic Review\nIceland\n1. The review was held; see CCPR/C/ISL/CO/5.'
		],
		[
			'UPR',
			'A/HRC/26/30/Add.1\nReport of the Working Group on the Universal Periodic Review\nIceland\nViews on conclusions and replies presented by the State to the recommendations\n1. Iceland answers; see CAT/C/ISL/4.'
		]
	])('is refused, named %s', (documentKind, text) => {
		const source = readSource({ name: 'a.txt', bytes: new TextEncoder().encode(text) });
		if (!source.ok) throw new Error(source.error.kind);
		expect(recognise(source.value)).toMatchObject({
			ok: false,
			error: { kind: 'notATreatyBodyDocument', found: { documentKind } }
		});
	});
});
