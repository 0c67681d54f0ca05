/**
 * Words that people read come from the catalogue of messages, so that they can be said in six languages.
 * This finds those written straight into a component: text between tags, text in `{…}`, and text in the
 * attributes that are shown or read aloud. Signs without a letter (`·`, `→`, `62 (1)`) may stay.
 */

/** Attributes of elements, and props of components, whose text reaches a person. */
const spoken = new Set([
	'aria-label',
	'aria-description',
	'aria-placeholder',
	'aria-roledescription',
	'aria-valuetext',
	'alt',
	'label',
	'placeholder',
	'title'
]);

const entity = /&(#\d+|#x[\da-f]+|[a-z][a-z\d]*);/gi;
const hasWords = (/** @type {string} */ text) => /\p{L}/u.test(text.replace(entity, ''));

/**
 * The bare texts that an expression can give: itself, or a branch of it. What is handed to a function is that
 * function's business.
 *
 * @returns {Generator<any>}
 */
function* textsOf(/** @type {any} */ node) {
	if (node.type === 'Literal' && typeof node.value === 'string' && hasWords(node.value)) yield node;
	if (node.type === 'TemplateLiteral') {
		if (node.quasis.some((/** @type {any} */ part) => hasWords(part.value.cooked ?? ''))) yield node;
		else for (const part of node.expressions) yield* textsOf(part);
	}
	if (node.type === 'ConditionalExpression') {
		yield* textsOf(node.consequent);
		yield* textsOf(node.alternate);
	}
	if (node.type === 'LogicalExpression' || (node.type === 'BinaryExpression' && node.operator === '+')) {
		yield* textsOf(node.left);
		yield* textsOf(node.right);
	}
}

/** @type {import('eslint').Rule.RuleModule} */
export default {
	meta: {
		type: 'problem',
		schema: [],
		messages: { bare: '“{{text}}” is written into the page: take it from the messages (#lib/words).' }
	},
	create(context) {
		/** @param {any} node @param {string} text */
		const report = (node, text) =>
			context.report({ node, messageId: 'bare', data: { text: text.trim().slice(0, 40) } });

		/** @param {any} tag */
		const checkTag = (tag) => {
			for (const node of textsOf(tag.expression)) report(node, context.sourceCode.getText(node));
		};

		/** @param {any} attribute */
		const checkAttribute = (attribute) => {
			const name = attribute.key.name;
			if (!spoken.has(typeof name === 'string' ? name.toLowerCase() : '')) return;
			for (const part of attribute.value) {
				if (part.type === 'SvelteLiteral' && hasWords(part.value)) report(part, part.value);
				if (part.type === 'SvelteMustacheTag') checkTag(part);
			}
		};

		return /** @type {import('eslint').Rule.RuleListener} */ ({
			SvelteText(/** @type {any} */ node) {
				const inCode = ['SvelteScriptElement', 'SvelteStyleElement'].includes(node.parent.type);
				if (!inCode && hasWords(node.value)) report(node, node.value);
			},
			SvelteMustacheTag(/** @type {any} */ node) {
				if (node.parent.type !== 'SvelteAttribute') checkTag(node);
			},
			SvelteAttribute: checkAttribute
		});
	}
};
