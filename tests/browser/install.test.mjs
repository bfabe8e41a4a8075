// A release is kept whole or not at all: whatever a bad network answers, no worker is activated with it, and
// one that serves already goes on serving.

import assert from "node:assert/strict";
import path from "node:path";
import { readFile, writeFile } from "node:fs/promises";
import {
  answerRight, deck, DIST, inBrowsers, missing, press, ready, storyItem, textOf,
} from "./lib/harness.mjs";
import { portal } from "./lib/portal.mjs";
import { formerRelease, readRelease, secondRelease } from "./lib/release.mjs";
import { savedExactly } from "./lib/stored.mjs";
import {
  cacheNames, evict, isKeptWhole, isOffline, lookForUpdate, noteWorkers, registerNow, registersLate,
  workerIs,
} from "./lib/worker.mjs";

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

/** Looks for a newer worker, and waits for what becomes of it. */
async function updateIs(page, state) {
  await page.evaluate(() => { window.workerStates = []; });
  await lookForUpdate(page);
  await workerIs(page, state);
}

// The browser tells of a refused file in the console of the worker, which some pass on to the page.
const tolerate = [/integrity|digest|status of 404/i, /ServiceWorker|service-worker|fetching the script/i];

for (const [how, change] of Object.entries(altered)) {
  inBrowsers(`no worker is activated at the first visit if of a file ${how}`, async ({ open, serveCopy }) => {
    const served = await serveCopy({});
    await alter(served.folder, ICON, change);
    const page = await open("", { on: served, before: noteWorkers, tolerate });
    await workerIs(page, "redundant");
    assert.deepEqual(await page.evaluate(() => window.workerStates), ["redundant"]);
    assert.deepEqual(await cacheNames(page), [], "nothing of it is kept");
    assert.equal(await textOf(page, "main h1"), deck.title, "with a network the page works all the same");

    // Mended on the server, the next visit brings the worker.
    await writeFile(path.join(served.folder, ICON), await readFile(path.join(DIST, ICON)));
    await page.reload();
    await isOffline(page);
    assert.deepEqual(missing(served), []);
  });

  inBrowsers(`an update is refused and the release before goes on if of a file ${how}`, async (given) => {
    const { open, serve, after } = given;
    const next = await secondRelease(after);
    const served = await serve();
    const page = await open("", { on: served, before: noteWorkers, tolerate });
    await isOffline(page);
    const kept = await cacheNames(page);
    await alter(next, "index.html", change);
    await served.restart(next);
    await updateIs(page, "redundant");

    assert.deepEqual(await cacheNames(page), kept);
    assert.equal(await page.$("[data-notice=update]"), null, "nothing is offered");
    await served.kill();
    await page.reload();
    await ready(page);
    assert.equal(await textOf(page, "main h1"), deck.title);
  });
}

inBrowsers("a captive portal changes nothing for who was here before", async ({ open, serve }) => {
  const served = await serve();
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

inBrowsers("a file that never comes ends the installation, not the app", async ({ open, serveCopy }) => {
  // The worker's patience is 20 s: too long for a test, so this release has half a second.
  const served = await serveCopy({
    "service-worker.js": (text) => text.replace(/(TIME_LIMIT_MILLIS\s*=\s*)[\d_e]+/, "$1500"),
  });
  await served.hold(ICON);
  const page = await open("", { on: served, before: noteWorkers, tolerate });
  await workerIs(page, "redundant");
  assert.deepEqual(await cacheNames(page), []);
  await served.release();
  await page.reload();
  await isOffline(page);
});

// What hosts say that a file is, when the program has come and its worker fetches all files for keeping.
const HOSTS = [
  { type: "text/plain" },
  { type: "text/html", nosniff: true },
  { type: "application/octet-stream", nosniff: true },
  { type: null },
];
const EXCEPT = "service-worker.js";

inBrowsers("what is kept has types of our own, whatever the host says of any file", async ({ open, served }) => {
  for (const types of HOSTS) {
    const page = await open("", { before: registersLate });
    await served.behave({ types: { ...types, except: EXCEPT } });
    await registerNow(page);
    await isOffline(page);
    await isKeptWhole(page, DIST);
    await served.kill();
    await page.reload();
    await ready(page);
    await page.close();
    await served.restart();
  }
}, { ownSite: true });

inBrowsers("a body that was changed under its true ETag is fetched past the browser's cache", async (given) => {
  const { open, served } = given;
  await served.behave({ faults: { [ICON]: "changed under its ETag" } });
  const page = await open("", { before: registersLate });
  await page.evaluate((icon) => fetch(icon).then((answer) => answer.blob()), ICON);
  await served.behave({});
  await registerNow(page);
  await isOffline(page);
  await isKeptWhole(page, DIST);
}, { ownSite: true });

async function updateNow(page) {
  await page.waitForSelector("[data-notice=update]");
  await Promise.all([page.waitForNavigation(), press(page, "update", "[data-notice=update]")]);
  await ready(page);
}

/** A page of the release, whose cache is `active`, while the next one waits. */
async function withNextWaiting({ open, serve, after }) {
  const next = await secondRelease(after);
  const served = await serve();
  const page = await open("", { on: served, before: noteWorkers, tolerate });
  await isOffline(page);
  const [active] = await cacheNames(page);
  await served.restart(next);
  await updateIs(page, "installed");
  return { page, served, active, next };
}

inBrowsers("a host that goes back while files were thrown out leaves what serves alone", async (given) => {
  const { page, served, active } = await withNextWaiting(given);
  await evict(page, ICON);

  await served.restart(DIST);
  await served.behave({ faults: { [ICON]: "missing" } });
  await updateIs(page, "redundant");
  assert.ok((await cacheNames(page)).includes(active), "the cache that serves is there");
  await served.kill();
  await page.reload();
  await ready(page);
  assert.equal(await textOf(page, "main h1"), deck.title);
});

inBrowsers("a release that lost a file while it waited takes it from the one before", async (given) => {
  const { page, served, active, next } = await withNextWaiting(given);
  await served.kill();
  const [waiting] = (await cacheNames(page)).filter((name) => name !== active);
  await page.evaluate(async (name, file) => (await caches.open(name)).delete(file), waiting, ICON);
  await updateNow(page);
  await isKeptWhole(page, next);
});

// Sites that were put up before the worker set types by itself, and their visitors' browsers.
inBrowsers("a release of the worker before goes on with this one, and back", async ({ open, serve, after }) => {
  const former = await formerRelease(after);
  const served = await serve(former);
  const goOver = async (page, folder) => {
    await served.restart(folder);
    await page.reload();
    await updateNow(page);
    await savedExactly(page, 1);
    await isKeptWhole(page, folder);
  };
  const page = await open("", { on: served });
  await isOffline(page);
  await answerRight(page, { at: storyItem(deck.chapters[0].check[0]) });
  await savedExactly(page, 1);
  await goOver(page, DIST);
  await goOver(page, former);
  await served.kill();
  await page.reload();
  await savedExactly(page, 1);
});

inBrowsers("a program that the worker before kept with a wrong type starts again with this one", async (given) => {
  const { open, serve, after } = given;
  const former = await formerRelease(after);
  const served = await serve(former);
  const met = [/MIME|module script|dynamically imported|Loading module|JSHandle@error/i];
  const page = await open("", { on: served, before: registersLate, tolerate: [...tolerate, ...met] });
  await served.behave({ types: { type: "text/html", except: EXCEPT } });
  await registerNow(page);
  await isOffline(page);
  await page.reload({ waitUntil: "domcontentloaded" });
  await page.waitForSelector("#boot-failure", { visible: true });

  // Browsers look for a new worker at each visit, without the program. When it lies ready, the former
  // release starts again, and offers it.
  await served.restart(DIST);
  await lookForUpdate(page);
  await page.waitForFunction(
    async () => (await navigator.serviceWorker.getRegistration()).waiting, { polling: 50 });
  await page.reload();
  await updateNow(page);
  await isKeptWhole(page, DIST);
});
