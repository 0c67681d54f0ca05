import type { Contender } from '../contender.ts';
import type { Listed, Place } from './bench.ts';

// A file more in either folder is a contender more; the page of one loads the code of no other.
// eslint-disable-next-line no-restricted-syntax -- by name, the types of libraries would be asked for that are not there
const modules = import.meta.glob<Contender[]>(
	['../contenders/*.ts', '../peers/*.ts', '!../peers/*.worker.ts'],
	{
		import: 'default'
	}
);

export async function contenderAt({ file, index }: Place): Promise<Contender> {
	return (await modules[file]!())[index]!;
}

export async function listContenders(): Promise<Listed[]> {
	const files = await Promise.all(
		Object.entries(modules).map(async ([file, load]) => ({ file, contenders: await load() }))
	);
	return files.flatMap(({ file, contenders }) =>
		contenders.map(({ name, takesPart, baselineOf = [], slow = false, situations }, index) => ({
			name,
			place: { file, index },
			takesPart,
			baselineOf,
			slow,
			peer: file.startsWith('../peers/'),
			situations: situations?.map((situation) => situation.name) ?? ['']
		}))
	);
}
