/** Hands a file to the browser to save. Nothing leaves the device. */
export function saveFile(name: string, file: Blob): void {
	const address = URL.createObjectURL(file);
	const link = document.createElement('a');
	link.href = address;
	link.download = name;
	link.click();
	// The browser has taken it over by the time this runs; some begin to read only after the click returns.
	setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
