import fc from 'fast-check';

/** For the mutation run: the same examples each time, so that a mutant that survives today survives tomorrow. */
fc.configureGlobal({ seed: 20_261_122 });
