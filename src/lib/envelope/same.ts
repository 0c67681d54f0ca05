import { canonicalJson } from './canonical.ts';
import { contentHash } from './chain.ts';
import type { Envelope } from './envelope.ts';

/**
 * Whether two events with one id are the same. One of them may have been redacted since: then what is left must
 * agree, the hash of the content among it.
 */
export function isSameEvent(one: Envelope, other: Envelope): boolean {
	if (Boolean(one.redacted) === Boolean(other.redacted)) return canonicalJson(one) === canonicalJson(other);
	return canonicalJson(withoutContent(one)) === canonicalJson(withoutContent(other));
}

function withoutContent(event: Envelope) {
	const { link, data: _data, source: _source, ...rest } = event;
	return { ...rest, link: link && { ...link, salt: undefined }, redacted: contentHash(event) };
}
