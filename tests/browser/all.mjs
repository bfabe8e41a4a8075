// Runs the tests of all files named, in one process: they share one browser of each kind (lib/harness.mjs) and need not
// start it anew for every file. FACTDECK_BROWSER names the browser, so that two such processes can run side by side.

import path from "node:path";
import { test } from "node:test";
import { pathToFileURL } from "node:url";

for (const file of process.argv.slice(2)) {
  try {
    await import(pathToFileURL(path.resolve(file)).href);
  } catch (error) {
    // Where tests run already, node would tell of it in passing and count no failure.
    test(`${path.basename(file)} can be read`, () => { throw error; });
  }
}
