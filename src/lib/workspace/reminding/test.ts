/** How far a reminder came that was sent to see whether it comes. */
export type TestAnswer =
	| { kind: 'shown' }
	| { kind: 'notShown'; why: 'noPermission' | 'noWorker' | 'refusedBySystem' | 'notWritten' };

/** A worker that has not answered by then, in milliseconds, is none. */
const patience = 10_000;

/** Asks the worker to send one reminder the whole way. */
export async function askForTest(): Promise<TestAnswer> {
	const worker = (await navigator.serviceWorker?.getRegistration())?.active;
	if (!worker) return { kind: 'notShown', why: 'noWorker' };
	const { port1, port2 } = new MessageChannel();
	const answer = new Promise<TestAnswer>((settle) => {
		port1.onmessage = ({ data }: MessageEvent<TestAnswer>) => settle(data);
		setTimeout(() => settle({ kind: 'notShown', why: 'noWorker' }), patience);
	});
	worker.postMessage({ type: 'testReminder' }, [port2]);
	const answered = await answer;
	port1.close();
	return answered;
}
