// A browser that is killed right after it said that an answer is saved has lost nothing.

import assert from "node:assert/strict";
import { mkdtemp, rm } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { test } from "node:test";
import { answer, launch, missing, openPage, saved, shownItem, site } from "./lib/harness.mjs";
import { killWhole } from "./lib/processes.mjs";
import { savedExactly, storedItems } from "./lib/stored.mjs";

// Firefox takes far longer to start.
const TIMES = { chromium: 10, firefox: 3 };
const OUTCOMES = ["correct", "wrong"];

for (const [browserName, times] of Object.entries(TIMES)) {
  test(`a browser killed after each of ${times} answers loses none (${browserName})`, { timeout: 240_000 }, async (t) => {
    const profile = await mkdtemp(path.join(os.tmpdir(), "factdeck-profile-"));
    const served = await site();
    const problems = [];
    const answered = [];
    let browser = null;
    t.after(async () => {
      if (browser) await killWhole(browser);
      await served.kill();
      await rm(profile, { recursive: true, force: true, maxRetries: 5 });
    });

    const start = async (fragment) => {
      browser = await launch(browserName, { profile });
      return openPage(browser, served.url + fragment, { problems });
    };

    let page = await start(`#/quiz?start=now&order=deck&count=${times + 1}`);
    for (let round = 0; round < times; round += 1) {
      await page.waitForSelector("main[data-page=quiz] [data-item]");
      const { item } = await answer(page, OUTCOMES[round % 2]);
      answered.push(item.id);
      await saved(page, answered.length);
      await killWhole(browser);
      browser = null;

      page = await start("#/quiz");
      await savedExactly(page, answered.length);
      assert.deepEqual(await storedItems(page), answered.toSorted(), "every answer is there");
      await page.waitForSelector("main[data-page=quiz] [data-item]");
      const { id } = await shownItem(page);
      assert.ok(!answered.includes(id), "the session goes on at the next item");
    }
    assert.equal(new Set(answered).size, times);
    assert.deepEqual([...problems, ...missing(served)], [], "what no page may do");
  });
}
