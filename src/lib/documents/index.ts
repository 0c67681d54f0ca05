export { largestFile, readSource } from './read/read.ts';
export { recognise } from './recognise/recognise.ts';
export { recommendationsIn } from './recognise/concluding-observations.ts';
export { printCitation } from './propose/concluding-observations.ts';
export { symbolsIn } from './recognise/language/symbols.ts';
export { propose } from './propose/propose.ts';
export { streamOf } from './propose/stream.ts';
export type * from './types.ts';
