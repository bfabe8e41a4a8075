// Drawn faults of the network while a release is installed and while the next one arrives, and tabs that answer
// at once: a release is kept whole or not at all, and no answer is lost or counted twice.

import assert from "node:assert/strict";
import { deck, inBrowsers, ready, textOf } from "./lib/harness.mjs";
import { readRelease, secondRelease } from "./lib/release.mjs";
import { savedExactly, storedItems } from "./lib/stored.mjs";
import { draws, tell, trials } from "./lib/trials.mjs";
import {
  isKeptWhole, isOffline, keptFiles, lookForUpdate, registerNow, registersLate,
} from "./lib/worker.mjs";

const TIMES = trials(1);
const FAULTS = [
  "held", "reset", "missing", "busy", "cut", "short", "changed", "changed under its ETag", "portal",
];
// The browser tells of what did not come, in the console of the worker or of the page.
const tolerate = [/.*/];
// The worker's patience is 20 s: too long here.
const impatient = (text) => text.replace(/(TIME_LIMIT_MILLIS\s*=\s*)[\d_e]+/, "$1500");

/** One to three files of a release, each with a fault. */
function drawn(draw, files) {
  const faults = {};
  for (let count = 1 + draw(3); count > 0; count -= 1) {
    const { url } = files[draw(files.length)];
    faults[url === "./" ? "/" : url] = FAULTS[draw(FAULTS.length)];
  }
  return faults;
}

// What of `folders`' releases is kept: each of its caches must be one of them, whole. Gives how many are not.
async function partial(page, folders) {
  const releases = await Promise.all(folders.map(readRelease));
  const whole = releases.map(({ release }) => release.files.map(({ integrity }) => integrity).sort().join());
  const kept = Object.values(await keptFiles(page));
  return kept.filter((files) => !whole.includes(files.map(({ integrity }) => integrity).sort().join())).length;
}

const settled = (page) =>
  page.waitForFunction(
    () => window.workerStates.some((state) => ["activated", "installed", "redundant"].includes(state)),
    { polling: 20 });

inBrowsers(`${TIMES} drawn faults at the first visit, and ${TIMES} at an update`, async (given) => {
  const { browserName, open, serveCopy, after } = given;
  const served = await serveCopy({ "service-worker.js": impatient });
  const first = served.folder;
  const second = await secondRelease(after, first);
  const files = (await readRelease(first)).release.files;
  const counts = { faults: 0, refused: 0, partial: 0 };
  const draw = draws(7);
  for (let trial = 0; trial < TIMES; trial += 1) {
    const page = await open("", { on: served, before: registersLate, tolerate });
    const faults = drawn(draw, files);
    counts.faults += Object.keys(faults).length;
    await served.behave({ faults });
    await registerNow(page);
    await settled(page);
    const isRefused = await page.evaluate(() => window.workerStates.includes("redundant"));
    if (isRefused) counts.refused += 1;
    counts.partial += await partial(page, [first]);
    await served.behave({});
    await page.reload();
    if (isRefused) await registerNow(page);
    await isOffline(page);
    await isKeptWhole(page, first);

    // The next release, whose worker comes or does not come either.
    await served.restart(second);
    const late = drawn(draw, [...files, { url: "service-worker.js" }]);
    if (late["service-worker.js"] === "held") late["service-worker.js"] = "reset"; // browsers wait for minutes
    counts.faults += Object.keys(late).length;
    await served.behave({ faults: late });
    await lookForUpdate(page);
    await page.waitForFunction(async () => {
      const registration = await navigator.serviceWorker.getRegistration();
      return !registration.installing;
    }, { polling: 20 });
    counts.partial += await partial(page, [first, second]);
    await served.kill();
    await page.reload();
    await ready(page);
    assert.equal(await textOf(page, "main h1"), deck.title, "nothing is forced");
    await page.browserContext().close();
    await served.restart(first);
  }
  assert.equal(counts.partial, 0);
  tell(`${browserName}: ${counts.faults} faults of files in ${TIMES} first visits and ${TIMES} updates, ` +
    `${counts.refused} first visits refused, ${counts.partial} caches in part`);
}, { timeout: 120_000 + TIMES * 60_000 });

inBrowsers(`four tabs that answer at once, ${TIMES} times`, async ({ browserName, open }) => {
  const tabs = [await open()];
  while (tabs.length < 4) tabs.push(await open("", { beside: tabs[0] }));
  const ids = deck.chapters.flatMap(({ check }) => check);
  let given = 0;
  for (let trial = 0; trial < TIMES; trial += 1) {
    given += tabs.length * ids.length;
    await Promise.all(tabs.map((tab) =>
      tab.evaluate((ids) => {
        for (const id of ids) document.querySelector(`main [data-item="${id}"] [data-action=reveal]`).click();
      }, ids)));
    await Promise.all(tabs.map((tab) => savedExactly(tab, given)));
    for (const tab of tabs) {
      await tab.reload();
      await ready(tab);
    }
  }
  await Promise.all(tabs.map((tab) => savedExactly(tab, given)));
  assert.equal((await storedItems(tabs[0])).length, given);
  tell(`${browserName}: ${given} answers of ${tabs.length} tabs, all stored, each tab shows ${given}`);
}, { timeout: 120_000 + TIMES * 30_000 });
