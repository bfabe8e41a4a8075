// Links that begin a quiz: none ends another one without a yes.

import assert from "node:assert/strict";
import {
  answerRight, answerWrong, attribute, click, deck, go, inBrowsers, next, press, QUIZ_ITEM, saved, shownItem,
  textOf,
} from "./lib/harness.mjs";
import { violations } from "./lib/axe.mjs";
import { focus } from "./lib/focus.mjs";
import { records, entryOf } from "./lib/stored.mjs";

const FIRST = "#/quiz?start=now&order=deck&sure=off&count=4";
const OTHER = `#/quiz?start=now&order=deck&sure=off&count=3&chapters=${deck.chapters[1].id}`;
const QUESTION = "main[data-page=quiz] [data-notice=resume]:has(+ form.setup)";

const closed = async (page) => (await records(page)).filter((record) => entryOf(record).event.event === "closed").length;

/** Answers the first question of a quiz, and is at the second; gives its id. */
async function underWay(open) {
  const page = await open(FIRST);
  await answerRight(page);
  await next(page);
  await saved(page, 1);
  return { page, at: (await shownItem(page)).id };
}

async function isAsked(page) {
  await page.waitForSelector(QUESTION);
  assert.match(await textOf(page, QUESTION), /in the middle of another quiz.*Go on with your quiz \(2 of 4\)/);
  assert.equal(await page.$(QUIZ_ITEM), null);
  assert.equal((await focus(page)).id, "main", "the focus is at the question");
  assert.deepEqual(await violations(page), []);
  assert.equal(await closed(page), 0, "nothing is ended before a yes");
}

inBrowsers("a link in the middle of a quiz asks; the quiz goes on", async ({ open }) => {
  const { page, at } = await underWay(open);
  await go(page, OTHER, "quiz");
  await isAsked(page);
  await click(page, `${QUESTION} [data-action=resume]`);
  await page.waitForSelector(QUIZ_ITEM);
  assert.equal((await shownItem(page)).id, at);
  assert.equal((await focus(page)).item, at);
});

inBrowsers("a link that opens the app in the middle of a quiz asks; with a yes it begins", async ({ open }) => {
  const { page, at } = await underWay(open);
  const tab = await open(OTHER, { beside: page });
  await isAsked(tab);
  assert.equal(await tab.$eval("[name=count]:checked", ({ value }) => value), "3", "it shows what the link asks for");
  await press(tab, "start");
  await tab.waitForSelector(QUIZ_ITEM);
  assert.equal(await textOf(tab, "#turn"), "Question 1 of 3");
  assert.notEqual((await shownItem(tab)).id, at);
  await answerWrong(tab);
  await next(tab);
  assert.equal(await textOf(tab, "#turn"), "Question 2 of 3");
  await saved(tab, 2);
  assert.equal(await closed(tab), 1);
});

inBrowsers("the way back to a link that was followed ends nothing", async ({ open }) => {
  const page = await open(OTHER);
  await press(page, "finish");
  await go(page, "#/quiz?order=deck&sure=off&count=4", "quiz");
  await press(page, "start");
  await answerRight(page);
  await next(page);
  await saved(page, 1);
  for (let steps = 0; (await page.evaluate(() => location.hash)) !== OTHER; steps += 1) {
    assert.ok(steps < 5, "the link is in the history");
    await page.goBack();
  }
  await page.waitForSelector(QUESTION);
  assert.equal(await closed(page), 1, "only the one that was finished");
});

inBrowsers("a quiz without an answer gives way to a link at once", async ({ open }) => {
  const page = await open(FIRST);
  const before = await attribute(page, QUIZ_ITEM, "data-item");
  await go(page, OTHER, "quiz");
  await page.waitForFunction((at, id) => document.querySelector(at)?.dataset.item !== id, {}, QUIZ_ITEM, before);
  assert.equal(await textOf(page, "#turn"), "Question 1 of 3");
});

inBrowsers("a link in the story begins its quiz without a flash of the choices", async ({ open }) => {
  const page = await open();
  await page.evaluate(() => {
    const { body } = document;
    window.flashes = 0;
    const isChoices = (node) => node.matches?.("form.setup") || node.querySelector?.("form.setup");
    new MutationObserver((changes) => {
      const nodes = changes.flatMap(({ addedNodes, removedNodes }) => [...addedNodes, ...removedNodes]);
      window.flashes += nodes.filter(isChoices).length;
    }).observe(body, { childList: true, subtree: true });
  });
  await go(page, OTHER, "quiz");
  await page.waitForSelector(QUIZ_ITEM);
  assert.equal(await page.evaluate(() => window.flashes), 0);
});
