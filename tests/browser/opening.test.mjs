// How the story opens: what it is, the way on, and a question, on the first screen of the smallest phone.

import assert from "node:assert/strict";
import {
  SIZES, attribute, click, deck, go, inBrowsers, itemsOf, outcomeOf, ready, responseFor, saved, storyItem, tap,
  textOf,
} from "./lib/harness.mjs";

const first = deck.items.find(({ id }) => id === deck.pre_questions[0]);
const GUESS = `.opening ${storyItem(first.id).replace("main[data-page=story] ", "")}`;

inBrowsers("320 x 640: title, lead and the button are on the first screen", async ({ open }) => {
  const page = await open("", { viewport: SIZES.narrow });
  for (const part of [".head h1", ".head .lead", ".head .primary"]) {
    const [top, bottom, height] = await page.$eval(part, (element) => {
      const { top, bottom } = element.getBoundingClientRect();
      return [top, bottom, innerHeight];
    });
    assert.ok(top >= 0 && bottom <= height, `${part}: ${top} to ${bottom} of ${height}`);
  }
  assert.ok(deck.summary.split(/[.!?] (?=[A-Z])/).length <= 2, "a lead of two sentences");
  const says = await textOf(page, ".head > .soft");
  assert.match(says, /^7 chapters of about \d minutes\. As of .* not the last word\. No account, nothing is sent\.$/);
});

inBrowsers("a chapter ends with the next, and with ten questions on it; the last with what is known", async ({ open }) => {
  const page = await open("");
  const [chapter, following] = deck.chapters;
  const end = `[id="/chapter/${chapter.id}"] .onward`;
  assert.equal(await textOf(page, end), `Next: 2. ${following.title} Ten questions on this chapter`);
  await click(page, `${end} a:first-of-type`);
  await page.waitForFunction((id) => document.activeElement.id === `/chapter/${id}`, {}, following.id);
  await click(page, `${end} a:last-of-type`);
  await page.waitForSelector("main[data-page=quiz] [data-item]");
  assert.equal(await textOf(page, "#turn"), "Question 1 of 10");
  const asked = await attribute(page, "main [data-item]", "data-item");
  assert.ok(itemsOf(chapter).some(({ id }) => id === asked), "it is of the chapter");
  await go(page, "#/", "story");
  await click(page, `[id="/chapter/${deck.chapters.at(-1).id}"] .onward a:first-of-type`);
  await page.waitForSelector("main[data-page=progress]");
});

inBrowsers("a guess stands open, and is answered before the program", async ({ open, served }) => {
  await served.hold(".wasm");
  const page = await open("", { viewport: SIZES.phone, wait: false });
  assert.match(await textOf(page, ".opening .check"), /^Guess first /);
  await tap(page, `${GUESS} label:has([data-choice="${responseFor(first, "correct")}"])`);
  assert.equal(await outcomeOf(page, GUESS), "correct");
  await served.release();
  await ready(page);
  await saved(page, 1);
  assert.equal(await attribute(page, `${GUESS} .feedback`, "data-outcome"), "correct", "the program took it over");
}, { ownSite: true });
