// A deck or a program that is missing or broken is told of in words, and mended by "Try again".

import assert from "node:assert/strict";
import { cp, readFile, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import {
  answer, answerRight, attribute, click, deck, DIST, inBrowsers, ready, storyItem, textOf,
} from "./lib/harness.mjs";
import { portal } from "./lib/portal.mjs";
import { savedExactly } from "./lib/stored.mjs";
import { cacheNames, isKeptWhole, isOffline } from "./lib/worker.mjs";

const FILE = `decks/${deck.id}.json`;
const FAULT = "main[data-page=fault]";
const EXCEPT = "service-worker.js";
const text = await readFile(path.join(DIST, FILE), "utf8");

/** A test on a copy of the site, given its `folder` too, where a file of it is broken on purpose. */
function onCopy(name, story) {
  inBrowsers(name, async (given) => {
    const served = await given.serveCopy({});
    await story({ ...given, served, folder: served.folder });
  });
}

// The browser tells in its console of a file that is not there.
const tolerate = [/status of 404/];

const problems = (page) =>
  page.$$eval(`${FAULT} ol.problems > li`, (lines) =>
    lines.map((line) => ({
      code: line.dataset.code,
      path: line.querySelector("code").innerText,
      text: line.innerText.replace(/\s+/g, " "),
    })));

/** Opens the site, which must come to the fault page, and gives what its alert says. */
async function fault(open, served) {
  const page = await open("", { on: served, tolerate });
  await page.waitForSelector(FAULT, { visible: true });
  assert.equal(await textOf(page, `${FAULT} h1`), "This deck cannot be shown");
  const says = await textOf(page, `${FAULT} [role=alert]`);
  assert.ok(says.includes(FILE), `“${says}” names the file`);
  assert.match(says, /The answers that you gave before are safe/);
  return { page, says };
}

/** The file is mended, and "Try again" shows the story. */
async function mended(page, folder) {
  await cp(path.join(DIST, FILE), path.join(folder, FILE));
  await page.click("[data-action=retry]");
  await page.waitForFunction(
    (title) => document.querySelector("main[data-page=story] h1")?.innerText === title &&
      "ready" in document.documentElement.dataset,
    { polling: 50 }, deck.title,
  );
}

onCopy("a deck that is not there is told of by its name", async ({ open, served, folder }) => {
  await rm(path.join(folder, FILE));
  const { page, says } = await fault(open, served);
  assert.match(says, /is not there \(404\)/);
  assert.deepEqual(await problems(page), []);
  await mended(page, folder);
});

onCopy("a deck that is no JSON is told of by line and column", async ({ open, served, folder }) => {
  const lines = JSON.stringify(deck, null, 2).split("\n");
  lines[41] = "   }{";
  await writeFile(path.join(folder, FILE), lines.join("\n"));
  const { page, says } = await fault(open, served);
  assert.match(says, /it has 1 fault\./);
  const [problem, ...others] = await problems(page);
  assert.deepEqual(others, []);
  assert.equal(problem.code, "not-json");
  assert.match(problem.text, /line 42, column [45]/);
  await mended(page, folder);
});

onCopy("a deck that was cut off is told of by where it ends", async ({ open, served, folder }) => {
  await writeFile(path.join(folder, FILE), text.slice(0, text.length >> 1));
  const { page } = await fault(open, served);
  const [problem] = await problems(page);
  const before = Buffer.byteLength(text.slice(0, text.length >> 1).split("\n").at(-1));
  const line = text.slice(0, text.length >> 1).split("\n").length;
  assert.match(problem.text, new RegExp(`line ${line}, column ${before}\\b`));
});

onCopy("an empty deck, and one that is no text, are told of too", async ({ open, served, folder }) => {
  for (const content of ["", Buffer.from([0xff, 0xfe, 0x00, 0x01]), "[]", "null"]) {
    await writeFile(path.join(folder, FILE), content);
    const { page, says } = await fault(open, served);
    assert.match(says, /it has 1 fault\./);
    assert.equal((await problems(page)).length, 1);
    await page.close();
  }
});

onCopy("a deck of another format is told of, whatever else is in it", async ({ open, served, folder }) => {
  await writeFile(path.join(folder, FILE), JSON.stringify({ ...deck, format: 7, items: "another shape" }));
  const { page, says } = await fault(open, served);
  assert.match(says, /it has 1 fault\./);
  const [problem, ...others] = await problems(page);
  assert.deepEqual(others, []);
  assert.deepEqual([problem.code, problem.path], ["wrong-format", "$.format"]);
  assert.match(problem.text, /format 7/);
});

onCopy("of sixty faults all are counted and fifty listed with their places", async ({ open, served, folder }) => {
  const items = deck.items.map((item, index) => (index < 60 ? { ...item, stem: 7 } : item));
  assert.ok(items.length >= 60);
  await writeFile(path.join(folder, FILE), JSON.stringify({ ...deck, items }));
  const { page, says } = await fault(open, served);
  assert.match(says, /it has 60 faults\./);
  const listed = await problems(page);
  const stems = Array.from({ length: 50 }, (_, index) => `$.items[${index}].stem`);
  assert.deepEqual(listed.map(({ path }) => path), stems);
  assert.ok(listed.every(({ text }) => /expected a text, found a number/.test(text)), "each says what is wrong");
  assert.match(await textOf(page, FAULT), /And 10 more\./);
  await mended(page, folder);
});

onCopy("a deck whose only fault is broken references is told of too", async ({ open, served, folder }) => {
  const [first, second, ...others] = deck.items;
  const items = [{ ...first, facts: ["no-such-fact"] }, { ...second, facts: ["nor-this"] }, ...others];
  await writeFile(path.join(folder, FILE), JSON.stringify({ ...deck, items }));
  const { page } = await fault(open, served);
  const listed = await problems(page);
  for (const [index, name] of ["no-such-fact", "nor-this"].entries()) {
    const problem = listed.find(({ path }) => path.startsWith(`$.items[${index}].facts`));
    assert.ok(problem?.text.includes(name), `“${name}” is listed`);
  }
  await mended(page, folder);
});

onCopy("answers given before a deck broke are there when it is mended", async ({ open, served, folder }) => {
  // Without its worker, which would go on serving the sound deck.
  const before = () => {
    ServiceWorkerContainer.prototype.register = () => Promise.reject(new Error("none in this test"));
  };
  const page = await open("", { on: served, before, tolerate });
  await answerRight(page, { at: storyItem(deck.chapters[0].check[0]) });
  await savedExactly(page, 1);
  await writeFile(path.join(folder, FILE), "{");
  await page.reload();
  await page.waitForSelector(FAULT, { visible: true });
  await mended(page, folder);
  await savedExactly(page, 1);
});

for (const part of ["wasm", "program"]) {
  onCopy(`without its ${part} file the story reads and says so, and works when mended`, async ({ open, served, folder }) => {
    const index = await readFile(path.join(folder, "index.html"), "utf8");
    const [, file] = new RegExp(`data-${part}="([^"]+)"`).exec(index);
    await rm(path.join(folder, file));
    // The starter says to the console what it met.
    const met = [/wasm|WebAssembly|dynamically imported|fetching the script|Loading module|JSHandle@error/i];
    const page = await open("", { on: served, wait: false, tolerate: [...tolerate, ...met] });
    await page.waitForSelector("#boot-failure", { visible: true });
    assert.match(await textOf(page, "#boot-failure"), /did not start.*The story reads without it/);
    assert.equal(await textOf(page, "main[data-page=story] h1"), deck.title);
    const isReadable = (cards) => cards.filter((card) => card.innerText.length > 80).length;
    const readable = await page.$$eval("main [data-card]", isReadable);
    assert.equal(readable, deck.chapters.flatMap(({ cards }) => cards).length, "every card is there to read");

    await cp(path.join(DIST, file), path.join(folder, file));
    await page.reload();
    await ready(page);
    assert.ok(await page.$eval("#boot-failure", (notice) => notice.hidden));
  });
}

// A copy that is kept and does not work: `spoiled` stands in the place of one of its files.
const spoil = (page, file, spoiled) =>
  page.evaluate(async (file, spoiled) => {
    const [name] = (await caches.keys()).filter((name) => name.startsWith("factdeck-"));
    const headers = { "content-type": "text/javascript" };
    await (await caches.open(name)).put(new URL(file, document.baseURI).href, new Response(spoiled, { headers }));
  }, file, spoiled);

const afresh = (page, at = "#boot-failure") => click(page, `${at} [data-action=afresh]`);

inBrowsers("Load afresh drops a kept program that does not start, and no answers", async ({ open, served }) => {
  const met = [/spoiled by the test|another page stands|JSHandle@error|Failed to (load|fetch)|ERR_|NetworkError/];
  const page = await open("", { tolerate: met });
  await isOffline(page);
  await answerRight(page, { at: storyItem(deck.chapters[0].check[0]) });
  await savedExactly(page, 1);
  await spoil(page, await attribute(page, "html", "data-program"), 'throw new Error("spoiled by the test");');
  await page.reload({ waitUntil: "domcontentloaded" });
  await page.waitForSelector("#boot-failure", { visible: true });
  assert.ok(await page.$eval("#boot-lost", ({ hidden }) => hidden), "nothing is missing");

  // Without the website, or with another page in its place, nothing is dropped.
  await served.kill();
  await afresh(page);
  await page.waitForSelector("#boot-away", { visible: true });
  await page.$eval("#boot-away", (notice) => { notice.hidden = true; });
  const network = await portal(served);
  await afresh(page);
  await page.waitForSelector("#boot-away", { visible: true });
  await network.close();
  assert.equal((await cacheNames(page)).length, 1);
  await served.restart();

  // What was answered in the page that did not start could not be stored: it asks.
  const { item } = await answerRight(page, { at: storyItem(deck.chapters[1].check[0]) });
  assert.ok(item);
  await afresh(page);
  await page.waitForSelector("#boot-unsaved", { visible: true });
  assert.equal(await page.$("html[data-ready]"), null);
  await afresh(page);
  await ready(page);
  await savedExactly(page, 1);
  await isOffline(page);
  await isKeptWhole(page, DIST);
}, { ownSite: true });

inBrowsers("Load afresh drops a kept deck that cannot be shown", async ({ open, served }) => {
  const page = await open();
  await isOffline(page);
  await answerRight(page, { at: storyItem(deck.chapters[0].check[0]) });
  await savedExactly(page, 1);
  await spoil(page, FILE, "{");
  await page.reload();
  await page.waitForSelector(FAULT, { visible: true });
  await afresh(page, FAULT);
  await page.waitForSelector("main[data-page=story] h1");
  await savedExactly(page, 1);
  await isOffline(page);
  await isKeptWhole(page, DIST);
  assert.deepEqual(served.requests.filter(({ status }) => status >= 400), []);
}, { ownSite: true });

// A host that says a program is a page: the browser keeps what it said for a year.
inBrowsers("Load afresh fetches past what the browser itself keeps", async ({ open, served }) => {
  const caching = "max-age=31536000, immutable";
  await served.behave({ caching, types: { type: "text/html", except: EXCEPT } });
  const met = [/MIME|module script|dynamically imported|Loading module|JSHandle@error/i];
  const page = await open("", { wait: false, tolerate: met });
  await page.waitForSelector("#boot-failure", { visible: true });
  await served.behave({ caching });
  await afresh(page);
  await ready(page);
}, { ownSite: true });

onCopy("Try again asks first if answers were given that the program could not store", async ({ open, served, folder }) => {
  await served.hold(FILE);
  await writeFile(path.join(folder, FILE), "{");
  // What is under way when the page is loaded anew is cut off.
  const page = await open("", { on: served, wait: false, tolerate: [...tolerate, /ERR_CONNECTION_RESET/] });
  await answer(page, "correct", { at: storyItem(deck.chapters[0].check[0]) });
  await served.release();
  await page.waitForSelector(FAULT, { visible: true });
  await click(page, "[data-action=retry]");
  await page.waitForSelector("[data-asks=retry]", { visible: true });
  await cp(path.join(DIST, FILE), path.join(folder, FILE));
  await click(page, "[data-asks=retry] [data-action=anyway]");
  await page.waitForSelector("main[data-page=story] h1");
  await ready(page);
});
