/** What was measured of one contender in one measure. */
export interface Entry {
	name: string;
	/** The size it was measured at. */
	events: number;
	/** One figure a round; the same round of two contenders was measured side by side. */
	rounds: number[];
	/** Every single figure, where a round sums up many. */
	single?: number[];
	/** Why there are no figures. */
	failed?: string;
}
