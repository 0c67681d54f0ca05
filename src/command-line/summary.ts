/** A JSON object as lines that a person reads in a terminal: the keys as they are, what is null left out. */
export function summaryOf(json: Record<string, unknown>): string {
	return Object.entries(json)
		.filter(([key, value]) => value !== null && key !== 'proposed_events')
		.map(([key, value]) => `${key.replaceAll('_', ' ')}: ${inWords(value)}`)
		.join('\n');
}

function inWords(value: unknown): string {
	if (Array.isArray(value)) return value.length > 0 ? value.map(inWords).join(', ') : '–';
	if (value === null || typeof value !== 'object') return String(value);
	const entries = Object.entries(value).filter(([, one]) => one !== null);
	return entries.length > 0
		? entries.map(([key, one]) => `${key.replaceAll('_', ' ')} ${inWords(one)}`).join(' · ')
		: '–';
}
