import { describe, expect, test } from 'vitest';
import { askedByKeys } from './undoKeys.ts';

type Press = Parameters<typeof askedByKeys>[0];
const press = (keys: Partial<Press>): Press => ({
	key: 'z',
	code: 'KeyZ',
	ctrlKey: true,
	metaKey: false,
	shiftKey: false,
	altKey: false,
	defaultPrevented: false,
	target: null,
	...keys
});
/** An element that is, or stands in, what a selector of text fields finds; or is not. */
const target = (isTypedInto: boolean) => ({ closest: () => (isTypedInto ? {} : null) }) as unknown as Element;

describe('the keys that undo', () => {
	test.each([
		['Ctrl+Z', press({}), 'undo'],
		['Cmd+Z', press({ ctrlKey: false, metaKey: true }), 'undo'],
		['Ctrl+Shift+Z', press({ shiftKey: true, key: 'Z' }), 'redo'],
		['the same key where it writes я', press({ key: 'я' }), 'undo'],
		['outside of a text field', press({ target: target(false) }), 'undo'],
		['in a text field', press({ target: target(true) }), null],
		['Z alone', press({ ctrlKey: false }), null],
		['with both', press({ metaKey: true }), null],
		['with Alt', press({ altKey: true }), null],
		['another letter at its place, as on a French keyboard', press({ key: 'w' }), null],
		['Z at another place', press({ code: 'KeyW' }), 'undo'],
		['taken by somebody else', press({ defaultPrevented: true }), null]
	])('%s', (_, keys, asked) => {
		expect(askedByKeys(keys)).toBe(asked);
	});
});
