// A release is kept whole or not at all: whatever a bad network answers, no worker is activated with it, and
// one that serves already goes on serving.

import assert from "node:assert/strict";
import path from "node:path";
import { readFile, writeFile } from "node:fs/promises";
import { changed, deck, DIST, inBrowsers, missing, ready, site, textOf } from "./lib/harness.mjs";
import { portal } from "./lib/portal.mjs";
import { readRelease, secondRelease } from "./lib/release.mjs";
import { cacheNames, isOffline, lookForUpdate, noteWorkers, workerIs } from "./lib/worker.mjs";

const ICON = "icons/icon-512.png"; // listed in the release, and not needed to show the page

// Ways in which one file of the list comes otherwise than the build made it.
const altered = {
  "one byte is changed": (content) => {
    content[content.length >> 1] ^= 1;
    return content;
  },
  "it was cut off": (content) => content.subarray(0, content.length - 1),
  "a portal's page stands in its place": () => Buffer.from("<!doctype html><title>Sign in</title>"),
};

async function alter(folder, file, change) {
  const name = path.join(folder, file);
  await writeFile(name, change(await readFile(name)));
}

// The browser tells of a refused file in the console of the worker, which some pass on to the page.
const tolerate = [/integrity|digest|status of 404/i, /ServiceWorker|service-worker|fetching the script/i];

for (const [how, change] of Object.entries(altered)) {
  inBrowsers(`no worker is activated at the first visit if of a file ${how}`, async ({ open }) => {
    const copy = await changed({});
    const served = await site(copy.folder);
    try {
      await alter(copy.folder, ICON, change);
      const page = await open("", { on: served, before: noteWorkers, tolerate });
      await workerIs(page, "redundant");
      assert.deepEqual(await page.evaluate(() => window.workerStates), ["redundant"]);
      assert.deepEqual(await cacheNames(page), [], "nothing of it is kept");
      assert.equal(await textOf(page, "main h1"), deck.title, "with a network the page works all the same");

      // Mended on the server, the next visit brings the worker.
      await writeFile(path.join(copy.folder, ICON), await readFile(path.join(DIST, ICON)));
      await page.reload();
      await isOffline(page);
      assert.deepEqual(missing(served), []);
    } finally {
      await served.kill();
      await copy.remove();
    }
  });

  inBrowsers(`an update is refused and the release before goes on if of a file ${how}`, async ({ open }) => {
    const next = await secondRelease();
    const served = await site();
    try {
      const page = await open("", { on: served, before: noteWorkers, tolerate });
      await isOffline(page);
      const kept = await cacheNames(page);
      await alter(next.folder, "index.html", change);
      await served.restart(next.folder);
      await page.evaluate(() => { window.workerStates = []; });
      await lookForUpdate(page);
      await workerIs(page, "redundant");

      assert.deepEqual(await cacheNames(page), kept);
      assert.equal(await page.$("[data-notice=update]"), null, "nothing is offered");
      await served.kill();
      await page.reload();
      await ready(page);
      assert.equal(await textOf(page, "main h1"), deck.title);
    } finally {
      await served.kill();
      await next.remove();
    }
  });
}

inBrowsers("a captive portal changes nothing for who was here before", async ({ open }) => {
  const served = await site();
  const page = await open("", { on: served, before: noteWorkers, tolerate });
  await isOffline(page);
  const kept = await cacheNames(page);
  await served.kill();

  // It answers everything with its own page; then even hands out a new worker, and its page for the rest.
  const { release, withRelease } = await readRelease(DIST);
  const files = release.files.map((file) => ({ ...file, integrity: file.integrity.replace(/-./, "-0") }));
  const worker = { type: "text/javascript", content: withRelease({ version: "portal", files }) };
  for (const except of [{}, { "service-worker.js": worker }]) {
    const network = await portal(served, except);
    try {
      await page.evaluate(() => { window.workerStates = []; });
      await lookForUpdate(page);
      if (except["service-worker.js"]) await workerIs(page, "redundant");
      assert.ok(network.asked.includes("service-worker.js"), "the portal was asked");
      await page.reload();
      await ready(page);
      assert.equal(await textOf(page, "main h1"), deck.title);
      assert.deepEqual(await cacheNames(page), kept);
      assert.equal(await page.$("[data-notice=update]"), null, "nothing is offered");
    } finally {
      await network.close();
    }
  }
});

inBrowsers("a file that never comes ends the installation, not the app", async ({ open }) => {
  // The worker's patience is 20 s: too long for a test, so this release has half a second.
  const copy = await changed({
    "service-worker.js": (text) => text.replace(/(TIME_LIMIT_MILLIS\s*=\s*)[\d_e]+/, "$1500"),
  });
  const served = await site(copy.folder);
  try {
    await served.hold(ICON);
    const page = await open("", { on: served, before: noteWorkers, tolerate });
    await workerIs(page, "redundant");
    assert.deepEqual(await cacheNames(page), []);
    await served.release();
    await page.reload();
    await isOffline(page);
  } finally {
    await served.kill();
    await copy.remove();
  }
});
