// A browser that is killed has lost no answer of which it had said that it is saved. FACTDECK_KILLS repeats it as
// often as one likes, in each browser.

import assert from "node:assert/strict";
import { mkdtemp, rm } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { test } from "node:test";
import { answer, deck, go, isAsked, launch, missing, openPage, saved, shownItem, site } from "./lib/harness.mjs";
import { killWhole } from "./lib/processes.mjs";
import { savedExactly, storedItems } from "./lib/stored.mjs";
import { draws, tell } from "./lib/trials.mjs";

// Firefox takes far longer to start.
const { FACTDECK_KILLS } = process.env;
const TIMES = FACTDECK_KILLS
  ? { chromium: Number(FACTDECK_KILLS), firefox: Number(FACTDECK_KILLS) }
  : { chromium: 10, firefox: 3 };
const OUTCOMES = ["correct", "wrong"];
// A loaded machine has taken more than the usual 20 seconds to start a browser anew and read its log.
const patience = 60_000;

// Each time the page says that more is saved, it says so in the console too, which reaches us at once.
const tellSaved = () => {
  const look = () => console.debug(`saved ${document.documentElement.dataset.saved}`);
  const watch = () => new MutationObserver(look).observe(document.documentElement, { attributeFilter: ["data-saved"] });
  document.addEventListener("DOMContentLoaded", watch);
};

// Answers the story's items one after the other, a frame each, until the browser is gone.
const answerOn = (page, ids) =>
  page.evaluate(async (ids) => {
    for (const id of ids) {
      document.querySelector(`main [data-item="${id}"] [data-action=reveal]`)?.click();
      await new Promise((go) => setTimeout(go, 5));
    }
  }, ids).catch(() => {});

for (const [browserName, times] of Object.entries(TIMES).filter(([name]) => isAsked(name))) {
  const name = `a browser killed ${times} times, amid answers, loses none that it said are saved (${browserName})`;
  test(name, { timeout: 240_000 + times * 20_000 }, async (t) => {
    const profile = await mkdtemp(path.join(os.tmpdir(), "factdeck-profile-"));
    const served = await site();
    const problems = [];
    const inQuiz = [];
    const draw = draws(11);
    const ids = deck.chapters.flatMap(({ check }) => check);
    let browser = null;
    t.after(async () => {
      if (browser) await killWhole(browser);
      await served.kill();
      await rm(profile, { recursive: true, force: true, maxRetries: 5 });
    });

    let acknowledged = 0;
    let heard = () => {};
    const start = async (fragment) => {
      browser = await launch(browserName, { profile });
      const page = await openPage(browser, served.url + fragment, { problems, before: tellSaved, patience });
      page.on("console", (message) => {
        const [, count] = /^saved (\d+)$/.exec(message.text()) ?? [];
        acknowledged = Math.max(acknowledged, Number(count ?? 0));
        heard();
      });
      return page;
    };

    let stored = 0;
    let all = 0;
    let page = await start(`#/quiz?start=now&order=deck&count=${times + 1}`);
    for (let round = 0; round < times; round += 1) {
      await page.waitForSelector("main[data-page=quiz] [data-item]");
      const { item } = await answer(page, OUTCOMES[round % 2]);
      inQuiz.push(item.id);
      await saved(page, stored + 1);
      acknowledged = Math.max(acknowledged, stored + 1);

      // Then in the story, until so many more are said to be saved.
      await go(page, "#/", "story");
      const enough = acknowledged + draw(ids.length >> 1);
      const isEnough = new Promise((go) => { heard = () => acknowledged >= enough && go(); });
      heard();
      const answering = answerOn(page, ids);
      await isEnough;
      await killWhole(browser);
      browser = null;
      await answering;

      page = await start("#/quiz");
      await page.waitForFunction((count) => document.documentElement.dataset.saved >= count, {}, 1);
      const items = await storedItems(page);
      assert.ok(items.length >= acknowledged, `${acknowledged} were said to be saved, ${items.length} are there`);
      all += acknowledged - stored;
      stored = items.length;
      await savedExactly(page, stored);
      for (const id of inQuiz) assert.ok(items.includes(id), `${id} is there`);
      await page.waitForSelector("main[data-page=quiz] [data-item]");
      const { id } = await shownItem(page);
      assert.ok(!inQuiz.includes(id), "the session goes on at the next item");
    }
    assert.equal(new Set(inQuiz).size, times);
    assert.deepEqual([...problems, ...missing(served)], [], "what no page may do");
    tell(`${browserName}: ${times} kills, ${all} answers said to be saved, 0 lost`);
  });
}
