// After one visit everything works with the server's process killed.

import assert from "node:assert/strict";
import {
  answer, answerRight, attribute, deck, DIST, go, inBrowsers, next, ready, saved, storyItem, textOf,
} from "./lib/harness.mjs";
import { SECOND_TITLE, secondRelease } from "./lib/release.mjs";
import { savedExactly, storedItems } from "./lib/stored.mjs";
import { cacheNames, evict, isKeptWhole, isOffline } from "./lib/worker.mjs";

const [chapter] = deck.chapters;
const card = deck.chapters[2].cards[1];

inBrowsers("the whole way works without the server", async ({ open, served }) => {
  const page = await open();
  await isOffline(page);
  assert.equal((await cacheNames(page)).length, 1, "one release is one cache");
  await served.kill();
  const answered = served.requests.length;

  await page.reload();
  await ready(page);
  assert.equal(await textOf(page, "main h1"), deck.title);
  const given = [(await answerRight(page, { at: storyItem(chapter.check[0]) })).item.id];
  await go(page, "#/quiz?start=now&sure=off&count=3", "quiz");
  for (const outcome of ["correct", "wrong", "correct"]) {
    given.push((await answer(page, outcome)).item.id);
    await saved(page, given.length);
    await next(page);
  }
  await page.waitForSelector("main[data-page=results]");
  assert.match(await textOf(page, "main .score"), /^2 of 3/);

  await page.reload();
  await savedExactly(page, given.length);
  await page.waitForSelector("main[data-page=results] .score");
  assert.deepEqual(await storedItems(page), given.toSorted());
  assert.equal(served.requests.length, answered, "the server is gone");
}, { ownSite: true });

inBrowsers("links into the app open without the server, as folder and as index.html", async ({ open, served }) => {
  const first = await open();
  await isOffline(first);
  await served.kill();

  const links = {
    "#/quiz": "main[data-page=quiz] :is(.setup, [data-item])",
    [`#/card/${card.id}`]: `main[data-page=story] [data-card="${card.id}"]`,
    "#/data": "main[data-page=data] [data-action=backup]",
    "#/quiz?start=now&order=deck&count=2": "main[data-page=quiz] [data-item]",
    "#/results": "main[data-page=results]",
  };
  for (const folder of ["", "index.html"]) {
    for (const [fragment, landmark] of Object.entries(links)) {
      const page = await open(folder + fragment, { beside: first });
      await page.waitForSelector(landmark);
      await page.close();
    }
  }
  // A link may carry a tracker's query.
  const page = await open("?utm_source=mail#/data", { beside: first });
  await page.waitForSelector("main[data-page=data]");

  const there = await open(`#/card/${card.id}`, { beside: first });
  await there.waitForFunction((id) => {
    const { top } = document.querySelector(`[data-card="${id}"]`).getBoundingClientRect();
    return top >= -1 && top < innerHeight / 2;
  }, {}, card.id);
}, { ownSite: true });

// The browser tells in its console what did not come.
const tolerate = [/Failed to (load|fetch)|ERR_|NetworkError|dynamically imported|Loading module|JSHandle@error/i];

inBrowsers("thrown-out files are taken from the browser's own cache, without the server", async ({ open, served }) => {
  const page = await open("", { tolerate });
  await isOffline(page);
  await served.kill();
  await evict(page, "./", await attribute(page, "html", "data-program"), `decks/${deck.id}.json`);
  await page.reload();
  await ready(page);
  assert.equal(await textOf(page, "main h1"), deck.title);
  await isKeptWhole(page, DIST);
}, { ownSite: true });

inBrowsers("what is missing is said without the server, and comes back with it", async ({ open, served }) => {
  // Nothing but the service worker keeps it.
  const way = { caching: "no-store" };
  await served.behave(way);
  const page = await open("", { tolerate });
  await isOffline(page);
  await answerRight(page, { at: storyItem(chapter.check[0]) });
  await savedExactly(page, 1);
  const [program, wasm] = [await attribute(page, "html", "data-program"), await attribute(page, "html", "data-wasm")];
  const says = {
    "./": ["h1", /A part of this app is missing/],
    [program]: ["#boot-failure #boot-lost", /the browser has removed it/],
    [wasm]: ["#boot-failure #boot-lost", /the browser has removed it/],
    [`decks/${deck.id}.json`]: ["main[data-page=fault] [role=alert]", /did not arrive\. Is the network there\?/],
    "icons/icon.svg": ["html[data-ready] main h1", new RegExp(deck.title)],
  };
  for (const [file, [place, words]] of Object.entries(says)) {
    await evict(page, file);
    await served.kill();
    await page.reload();
    await page.waitForSelector(place, { visible: true });
    assert.match(await textOf(page, place), words, file);
    await served.restart();
    await served.behave(way);
    await page.reload();
    await ready(page);
    await savedExactly(page, 1);
    await isKeptWhole(page, DIST);
  }
}, { ownSite: true });

inBrowsers("a page that was thrown out comes wholly of the host's newer release", async ({ open, served, after }) => {
  const second = await secondRelease(after);
  await served.behave({ caching: "no-store" });
  const page = await open("", { tolerate });
  await isOffline(page);
  await evict(page, "./");
  await served.restart(second);
  // The new worker never comes, so that it is the old one which answers.
  await served.behave({ caching: "no-store", faults: { "service-worker.js": "missing" } });
  await page.reload();
  await ready(page);
  assert.equal(await textOf(page, "main h1"), SECOND_TITLE, "the deck is of the page's release");
  served.requests.splice(0); // that the worker was missing is meant
}, { ownSite: true });
