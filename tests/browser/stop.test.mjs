// The program stops, or does not start: the page says so, says why, and what is kept. Nothing of that needs the program.

import assert from "node:assert/strict";
import { writeFile } from "node:fs/promises";
import path from "node:path";
import { pathToFileURL } from "node:url";
import {
  DIST, answerRight, click, deck, go, inBrowsers, press, ready, saved, storyItem, textOf,
} from "./lib/harness.mjs";
import { DENIED } from "./lib/storage-faults.mjs";

const STOP = "#stop";
const FAILURE = "#boot-failure";
const first = storyItem(deck.chapters[0].check[0]);
// What the program and Yew say to the console as they stop.
const tolerate = [/unreachable|RuntimeError|failed to insert|insertBefore|NotFoundError|JSHandle|by the test|of a stranger/i];

/** What the page says, once it does: in view, wherever the page is scrolled to. */
async function told(page, notice) {
  await page.waitForSelector(notice, { visible: true });
  const isInView = await page.$eval(notice, (one) => {
    const { left, top, width, height } = one.getBoundingClientRect();
    return one.contains(document.elementFromPoint(left + width / 2, top + height / 2));
  });
  assert.ok(isInView, "the notice is in view");
  return textOf(page, notice);
}

/**
 * Loads the page anew with two ways to break the program. They are scripts of the page: browsers keep from it what is
 * wrong in the scripts of a driver.
 */
async function breakable(page) {
  await page.evaluateOnNewDocument(() => {
    // From then on the program meets an error of the browser at the next key.
    window.breakKeys = () => {
      Object.defineProperty(KeyboardEvent.prototype, "code", { get() { throw new TypeError("by the test"); } });
    };
    window.trap = () => { setTimeout(() => { Promise.reject(new WebAssembly.RuntimeError("unreachable")); }); };
  });
  await page.reload({ waitUntil: "domcontentloaded" });
  await ready(page);
}

inBrowsers("whatever part is taken out of the page, it goes on or says that it stopped", async ({ open }) => {
  const page = await open("", { tolerate });
  await answerRight(page, { at: first });
  await saved(page, 1);
  const stopped = [];
  for (const part of ["main h1", "nav", "header.site", ".notices", "dialog", ".skip", "main", "footer"]) {
    await page.evaluate((part) => {
      scrollTo({ top: 5000, behavior: "instant" });
      document.querySelector(part).remove();
      location.hash = "#/data";
    }, part);
    const seen = await page.waitForSelector(`main[data-page=data] h1, ${STOP}:not([hidden])`, { visible: true });
    if (await seen.evaluate((one) => one.id === "stop")) {
      stopped.push(part);
      assert.match(await told(page, STOP), /has stopped\. Answers that were saved are kept/);
      assert.doesNotMatch(await textOf(page, STOP), /not saved yet/);
      await click(page, `${STOP} [data-action=reload]`);
      await page.waitForSelector(STOP, { hidden: true });
    } else {
      await page.reload();
    }
    await ready(page);
    await saved(page, 1);
    await go(page, "#/", "story");
  }
  assert.deepEqual(stopped, [], "strangers.js finds the place of what is gone");
});

inBrowsers("an error amid a callback is a stop; what is not saved is told of, and no dialog lies over it", async ({ open }) => {
  const page = await open("", { before: DENIED["opening throws"], tolerate });
  await breakable(page);
  await answerRight(page, { at: first });
  await page.waitForSelector("html[data-unsaved]");
  await press(page, "keys", "footer");
  await page.waitForSelector("dialog#keys[open]");
  await page.evaluate(() => window.breakKeys());
  // What takes parts out of a page may have taken the notice as well.
  await page.$eval(STOP, (notice) => notice.remove());
  await page.evaluate(() => document.body.dispatchEvent(new KeyboardEvent("keydown", { key: "h", bubbles: true })));
  assert.match(await told(page, STOP), /not saved yet: reloading loses them/);
  assert.equal(await page.$("dialog[open]"), null);
});

inBrowsers("a trap in a promise is a stop, and errors of others are not", async ({ open }) => {
  const page = await open("", { tolerate });
  await breakable(page);
  await page.evaluate(async () => {
    const turn = () => new Promise((go) => setTimeout(go));
    setTimeout(() => { throw new Error("of a stranger"); });
    Promise.reject(new TypeError("of a stranger"));
    Promise.reject("of a stranger");
    await turn();
    await turn();
  });
  assert.equal(await page.$eval(STOP, (notice) => notice.hidden), true);
  await page.evaluate(() => window.trap());
  assert.match(await told(page, STOP), /has stopped/);
});

inBrowsers("a program that stops as it begins has not started", async ({ open }) => {
  const before = () => {
    Object.defineProperty(Document.prototype, "activeElement", { get() { throw new TypeError("by the test"); } });
  };
  const page = await open("", { before, wait: false, tolerate });
  assert.match(await told(page, FAILURE), /did not start.*The story reads without it\. It stopped as it began/);
  assert.equal(await textOf(page, STOP), "");
});

// The driver's Firefox is set to let files start programs.
inBrowsers("opened as a file, it says that it takes a server", async ({ open }) => {
  const file = pathToFileURL(path.join(DIST, "index.html")).href;
  const page = await open(file, { wait: false, tolerate: [/./] });
  const says = await told(page, FAILURE);
  assert.match(says, /start no program from a file: put the folder of this page on a web server/);
  assert.doesNotMatch(says, /newer browser/);
  assert.equal(await textOf(page, "main[data-page=story] h1"), deck.title);
}, { browsers: ["chromium"] });

inBrowsers("in a sandbox that keeps the program out, it says so and names its address", async ({ open, serveCopy }) => {
  const served = await serveCopy({});
  const frame = (sandbox) =>
    `<!doctype html><title>A course</title>
    <iframe sandbox="${sandbox}" style="width: 95vw; height: 95vh" src="index.html"></iframe>`;
  await writeFile(path.join(served.folder, "strict.html"), frame("allow-scripts"));
  await writeFile(path.join(served.folder, "silent.html"), frame("allow-same-origin"));
  const framed = async (name) => {
    const page = await open(name, { on: served, wait: false, tolerate: [/./] });
    return (await page.waitForSelector("iframe")).contentFrame();
  };
  const strict = await framed("strict.html");
  const says = await told(strict, FAILURE);
  assert.match(says, /in a frame of another one that keeps its program out.*Open it in a tab of its own/);
  assert.ok(says.includes(`${served.url}index.html`), says);
  assert.doesNotMatch(says, /newer browser/);
  const silent = await framed("silent.html");
  const notice = await silent.waitForSelector("noscript > p", { visible: true });
  const advice = /in a frame that allows none.*open it in a tab of its own/;
  assert.match(await notice.evaluate((one) => one.textContent), advice);
});
