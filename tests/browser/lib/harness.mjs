// Runs a test in each browser, on the release site, and fails it on whatever no page may do.

import assert from "node:assert/strict";
import { after, test } from "node:test";
import { BROWSERS, chromiumArguments, firefoxPrefs, launch } from "./browsers.mjs";
import { openPage } from "./page.mjs";
import { missing, site, sitesUntil } from "./site.mjs";

export { BROWSERS, isAsked, launch } from "./browsers.mjs";
export * from "./answers.mjs";
export * from "./deck.mjs";
export * from "./page.mjs";
export { DIST, missing, site } from "./site.mjs";

// One browser of each kind a process, and one site; each test has contexts of its own.
const running = new Map();
let shared = null;

const browserFor = (name, options) => {
  const prefs = name === "firefox" ? firefoxPrefs(options) : {};
  const args = name === "chromium" ? chromiumArguments(options) : [];
  const kind = name + JSON.stringify([prefs, args]);
  if (!running.has(kind)) running.set(kind, launch(name, { prefs, args }));
  return running.get(kind);
};
const sharedSite = () => (shared ??= site());

after(async () => {
  for (const browser of running.values()) await (await browser).close().catch(() => {});
  await (await shared)?.kill();
});

/**
 * A test in each browser. The story is given
 * - `open(path, options)`: a watched page in a context (a learner) of its own; `beside: page` opens it as
 *   another tab of that page's learner, `on: site` on another site; else see `openPage`
 * - `served`: the site; its own one, not shared with other tests, if `ownSite`
 * - `serve(folder)`: another site, of the release if no folder is named; `serveCopy(changes)`: one of the release with
 *   some files changed, see `changed`; `serveDeck(text)`: one whose page shows this deck
 * - `after(act)`: has something done in the end. Like sites, which end so, it waits until all pages are closed: a
 *   service worker that still fetches would tell of a site that is gone
 * - `browserName`; `problems`, those found so far
 */
export function inBrowsers(name, story, { browsers = BROWSERS, timeout = 120_000, ownSite = false } = {}) {
  for (const browserName of browsers.filter((name) => BROWSERS.includes(name))) {
    test(`${name} (${browserName})`, { timeout }, async (t) => {
      // Node does this once the function is through, which closes the pages.
      const after = (act) => t.after(act);
      const { serve, ...sites } = sitesUntil(after);
      const served = await (ownSite ? serve() : sharedSite());
      const problems = [];
      const contexts = [];
      const open = async (path = "", { beside, on = served, ...options } = {}) => {
        const context =
          beside?.browserContext() ?? (await (await browserFor(browserName, options)).createBrowserContext());
        if (!beside) contexts.push(context);
        return openPage(context, new URL(path, on.url).href, { problems, ...options });
      };
      try {
        await story({ browserName, open, served, serve, ...sites, after, problems });
        assert.deepEqual([...problems, ...missing(served)], [], "what no page may do");
      } finally {
        for (const context of contexts) await context.close().catch(() => {});
      }
    });
  }
}
