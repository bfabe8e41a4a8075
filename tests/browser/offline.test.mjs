// After one visit everything works with the server's process killed.

import assert from "node:assert/strict";
import {
  answer, answerRight, deck, go, inBrowsers, next, ready, saved, storyItem, textOf,
} from "./lib/harness.mjs";
import { savedExactly, storedItems } from "./lib/stored.mjs";
import { cacheNames, isOffline } from "./lib/worker.mjs";

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
    "#/quiz": "main[data-page=quiz] :is(form.setup, [data-item])",
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
