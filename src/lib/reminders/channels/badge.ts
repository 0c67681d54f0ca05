/** As much of a navigator as a badge needs. Browsers without badges have neither. */
interface Badging {
	setAppBadge?(count: number): Promise<void>;
	clearAppBadge?(): Promise<void>;
}

/**
 * Sets the number on the app's icon; none for 0. Gives whether the browser took it: one that has no badges, or
 * shows none here, takes none, and nobody needs to be told.
 */
export async function setBadge(navigator: Badging, count: number): Promise<boolean> {
	if (!navigator.setAppBadge || !navigator.clearAppBadge) return false;
	try {
		await (count > 0 ? navigator.setAppBadge(count) : navigator.clearAppBadge());
		return true;
	} catch {
		return false;
	}
}
