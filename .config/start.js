import { serve } from './serve.js';

/** Serves the built app (`npm start`). */
const port = await serve('build', 4173);
console.log(`\nServanda is at http://localhost:${port}\nCtrl+C ends it.\n`);
