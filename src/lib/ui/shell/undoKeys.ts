/** Inputs that nothing is typed into. */
const untyped = ['checkbox', 'radio', 'button', 'submit', 'reset', 'file', 'range', 'color'];

/** What is typed into keeps the keys for undoing what was typed. */
const typedInto = [
	'textarea',
	'[contenteditable]:not([contenteditable="false"])',
	`input${untyped.map((type) => `:not([type="${type}"])`).join('')}`
].join(', ');

type Press = Pick<
	KeyboardEvent,
	'key' | 'code' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey' | 'defaultPrevented' | 'target'
>;

/** What a press of keys asks for: Ctrl+Z or Cmd+Z undoes, with Shift it redoes; null where it asks for neither. */
export function askedByKeys(press: Press): 'undo' | 'redo' | null {
	const { key, code, ctrlKey, metaKey, shiftKey, altKey, defaultPrevented, target } = press;
	if (defaultPrevented || altKey || ctrlKey === metaKey) return null;
	// Where a keyboard writes no Latin letters, the key is known by its place.
	const isZ = key.toLowerCase() === 'z' || (code === 'KeyZ' && !/^[a-z]$/i.test(key));
	if (!isZ || isTypedInto(target)) return null;
	return shiftKey ? 'redo' : 'undo';
}

const isTypedInto = (target: EventTarget | null): boolean =>
	target !== null && 'closest' in target && (target as Element).closest(typedInto) !== null;
