import type { Part } from '../../types.ts';
import type { Heading } from '../layout/headings.ts';

/** What the headings of concluding observations are called, the more particular first. */
const parts: readonly { part: Part; heading: RegExp }[] = [
	{
		part: 'positiveAspects',
		heading:
			/^(?:positive (?:aspects|factors|developments)|achievements|aspects positifs|aspectos positivos)/i
	},
	{
		part: 'concernsAndRecommendations',
		heading:
			/\b(?:subjects|areas|matters|issues|factors) of (?:\w+ )?concern|concerns? and recommendations|sujets? de préoccupation|motifs? de préoccupation|motivos de preocupación|ámbitos de preocupación/i
	},
	{
		part: 'closing',
		heading:
			/^(?:dissemination(?! of the (?:conv|cov))|follow-up(?! to (?:the )?(?:previous|earlier|durban|committee))|next (?:\w+ )?reports?|preparation of the next|implementation and (?:follow-up|reporting|dissemination)|paragraphs of particular importance|diffusion(?! de la conv)|suivi(?! (?:de|des) )|prochains? rapports?|difusión(?! de la conv)|seguimiento(?! de las? (?:anter|reco))|próximos? informes?|observations finales : suivi|technical assistance and|reporting)/i
	},
	{ part: 'introduction', heading: /^introduc/i }
];

/**
 * Follows the headings down the page and tells in which part each paragraph stands. A part lasts until a
 * heading opens another; the closing part also ends where a labelled section of another name begins.
 */
export function partsOf(headingsAbove: readonly (readonly Heading[])[]): Part[] {
	const named = headingsAbove.some((headings) =>
		headings.some(({ text }) => partOf(text) === 'concernsAndRecommendations')
	);
	let part: Part = named ? 'introduction' : 'concernsAndRecommendations';
	return headingsAbove.map((headings) => {
		for (const { text, label } of headings) {
			const opened = partOf(text);
			if (opened) part = opened;
			else if (part === 'closing' && label !== null) part = 'concernsAndRecommendations';
		}
		return part;
	});
}

const partOf = (text: string): Part | undefined => parts.find(({ heading }) => heading.test(text))?.part;
