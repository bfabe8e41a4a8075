// The third engine: the way of a learner in WebKit, as far as its driver goes. Start, every kind of item, a reload in the
// middle of a quiz, the page of stored data, and the site without its host.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import {
  KINDS, QUIZ_ITEM, answer, deck, firstInStory, isAsked, next, ready, saved, showMe, shownItem, site, storyItem, textOf,
} from "./lib/harness.mjs";
import { figure } from "./lib/backups.mjs";
import { savedCount } from "./lib/stored.mjs";
import { launchWebKit } from "./lib/webkit.mjs";

if (isAsked("webkit")) inWebKit();

function inWebKit() {
  let browser = null;
  let served = null;
  before(async () => {
    [browser, served] = await Promise.all([launchWebKit(), site()]);
  });
  after(async () => {
    await browser?.close();
    await served?.kill();
  });

  /** Loads the page anew, with the learner who was there before. */
  const open = async (fragment = "") => {
    const { page } = browser;
    // To another fragment of the same page the browser would not load anything.
    await page.goto("about:blank");
    await page.goto(served.url + fragment);
    return ready(page);
  };

  test("the story reads, and an answer in it is stored (webkit)", { timeout: 120_000 }, async () => {
    const page = await open();
    const cards = await page.$$eval("[data-card]", (cards) => cards.map(({ dataset }) => dataset.card));
    assert.deepEqual(cards, deck.chapters.flatMap((chapter) => chapter.cards.map(({ id }) => id)));
    const at = storyItem(firstInStory("choice").id);
    assert.equal((await answer(page, "wrong", { at })).outcome, "wrong");
    await saved(page, 1);
  });

  test("every kind is answered right and wrong, over a reload (webkit)", { timeout: 240_000 }, async () => {
    const page = await open("#/quiz?start=now&order=deck&sure=off");
    await page.waitForSelector(QUIZ_ITEM);
    const stored = await savedCount(page);
    const left = new Map(KINDS.map((kind) => [kind, ["correct", "wrong"]]));
    for (let asked = 0; left.size > 0; asked += 1) {
      const item = await shownItem(page);
      const wanted = left.get(item.interaction.kind);
      const aim = wanted?.shift() ?? "revealed";
      const { outcome } = aim === "revealed" ? await showMe(page) : await answer(page, aim);
      assert.equal(outcome, aim, item.id);
      if (wanted?.length === 0) left.delete(item.interaction.kind);
      await saved(page, stored + asked + 1);
      if (asked === 4) {
        await page.reload();
        await ready(page);
        assert.notEqual((await shownItem(page)).id, item.id, "goes on at the next");
        await saved(page, stored + asked + 1);
      } else {
        await next(page);
      }
    }
  });

  test("without its host it starts with all that was answered, and hands it out (webkit)", { timeout: 120_000 }, async () => {
    const page = await open("#/data");
    await page.evaluate(() => navigator.serviceWorker.ready.then(() => true));
    // What is stored is read a moment after the page answers.
    await saved(page, KINDS.length + 1);
    const stored = await savedCount(page);
    assert.ok(stored > KINDS.length, `${stored} are stored`);
    await served.kill();
    await open("#/data");
    await saved(page, stored);
    assert.equal(await savedCount(page), stored);
    assert.equal(await figure(page, "Answers"), stored);
    const backup = await page.waitForSelector("main [data-action=backup]");
    assert.ok(await backup.evaluate((button) => !button.disabled));
    await open();
    assert.equal(await textOf(page, "h1"), deck.title);
  });
}
