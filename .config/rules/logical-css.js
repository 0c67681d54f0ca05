import postcss from 'postcss';

/**
 * Servanda is read from right to left too. So nothing in a style sheet says left or right: it says start and
 * end. Top and bottom are the same in every language offered, and may stay.
 */

const physicalProperty =
	/^(left|right|(scroll-)?(margin|padding)-(left|right)|border-(left|right)(-.+)?|border-(top|bottom)-(left|right)-radius)$/;
/** Four-sided shorthands: right and left are the second and the fourth. */
const fourSides = /^(inset|(scroll-)?(margin|padding)|border-(width|style|color))$/;
/** Properties that take `left` or `right` as a value. */
const sided =
	/^(text-align|text-align-last|float|clear|justify-(content|items|self)|background-position|object-position|transform-origin)$/;

/** @type {(value: string) => string[]} splits at spaces outside of brackets */
const parts = (value) => value.match(/(?:[^\s(]|\((?:[^()]|\([^()]*\))*\))+/g) ?? [];

/** @type {(property: string, value: string) => boolean} */
export function isPhysical(property, value) {
	const name = property.toLowerCase();
	if (name.startsWith('--')) return false;
	if (physicalProperty.test(name)) return true;
	if (sided.test(name)) return /(^|\s)(left|right)(\s|$)/.test(value);
	if (!fourSides.test(name)) return false;
	const [, right, , left] = parts(value.replace(/!important/, ''));
	return left !== undefined && right !== left;
}

/** @type {import('eslint').Rule.RuleModule} */
export default {
	meta: {
		type: 'problem',
		schema: [],
		messages: { physical: '“{{text}}” does not turn round from right to left: say start and end.' }
	},
	create(context) {
		/** @param {string} css @param {number} offset where in the file it begins */
		const check = (css, offset) => {
			let root;
			try {
				root = postcss.parse(css);
			} catch {
				return; // A style sheet that cannot be read fails the build, with a better message than any here.
			}
			root.walkDecls((declaration) => {
				if (!isPhysical(declaration.prop, declaration.value)) return;
				const at = offset + (declaration.source?.start?.offset ?? 0);
				context.report({
					loc: {
						start: context.sourceCode.getLocFromIndex(at),
						end: context.sourceCode.getLocFromIndex(at + declaration.prop.length)
					},
					messageId: 'physical',
					data: { text: `${declaration.prop}: ${declaration.value}` }
				});
			});
		};

		return /** @type {import('eslint').Rule.RuleListener} */ ({
			Program() {
				if (context.filename.endsWith('.css')) check(context.sourceCode.text, 0);
			},
			SvelteStyleElement(/** @type {any} */ node) {
				for (const text of node.children) check(text.value, text.range[0]);
			}
		});
	}
};
