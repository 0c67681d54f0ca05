/** For tests: does something to the database behind the app's back, as somebody with the device in hand could. */
export async function tamper(
	store: string,
	change: (stored: IDBObjectStore, all: Record<string, unknown>[]) => void
): Promise<void> {
	const database = await new Promise<IDBDatabase>((resolve, reject) => {
		const opening = indexedDB.open('servanda');
		opening.onsuccess = () => resolve(opening.result);
		opening.onerror = () => reject(opening.error);
	});
	await new Promise<void>((resolve, reject) => {
		const transaction = database.transaction(store, 'readwrite');
		const reading = transaction.objectStore(store).getAll();
		reading.onsuccess = () => change(transaction.objectStore(store), reading.result);
		transaction.oncomplete = () => resolve();
		transaction.onabort = () => reject(transaction.error);
	});
	database.close();
}
