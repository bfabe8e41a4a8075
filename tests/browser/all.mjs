// Runs the tests of all files named, in one process: they share one browser of each kind (lib/harness.mjs) and need not
// start it anew for every file. FACTDECK_BROWSER names the browser, so that two such processes can run side by side.

import { resolve } from "node:path";
import { pathToFileURL } from "node:url";

for (const file of process.argv.slice(2)) await import(pathToFileURL(resolve(file)).href);
