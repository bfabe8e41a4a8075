// Nothing sticks out sideways at 320 pixels: with words in every field of a deck that are longer than that, and with a
// default type of 32 pixels.

import assert from "node:assert/strict";
import {
  QUIZ_ITEM, SIZES, answer, attribute, deck, go, inBrowsers, next, press, showMe,
} from "./lib/harness.mjs";
import { sticksOut } from "./lib/layout.mjs";
import { longDeck } from "./lib/long.mjs";
import { tour } from "./lib/tour.mjs";

const viewport = SIZES.narrow;

/** Looks at a state, and again with all that opens opened. */
const looking = (page, wrong) => async (state) => {
  const look = async (how) => wrong.push(...(await sticksOut(page)).slice(0, 3).map((one) => `${how}: ${one}`));
  await look(state);
  await page.$$eval("main details:not([open])", (all) => all.forEach((one) => { one.open = true; }));
  await look(`${state}, opened`);
};

/** What can be seen without a quiz: pages, dialogs, and what is said of a link. */
async function around(page, look, word) {
  await look("story");
  await page.$eval(".prose a.term", (link) => link.click());
  await page.waitForSelector("dialog[open]");
  await look("word");
  await page.keyboard.press("Escape");
  await page.$eval("[data-action=keys]", (button) => button.click());
  await page.waitForSelector("dialog#keys[open]");
  await look("keys");
  await page.keyboard.press("Escape");
  for (const name of ["quiz", "results", "review", "progress", "data"]) {
    await go(page, `#/${name}`, name);
    await look(name);
  }
  await go(page, `#/quiz?chapters=${word}&count=${word}&${word}=1`, "quiz");
  await look("a link that cannot be read");
  await go(page, `#/${word}`, "unknown");
  await look("an unknown page");
}

inBrowsers("a word of 63 letters in every field of a deck", async ({ open, serveDeck }) => {
  const wrong = [];
  const page = await open("", { on: await serveDeck(JSON.stringify(longDeck())), viewport });
  const look = looking(page, wrong);
  assert.equal(await page.$("main[data-page=fault]"), null);
  await around(page, look, "x".repeat(63));

  await go(page, "#/quiz?order=deck&start=now", "quiz");
  for (const { id, interaction: { kind } } of longDeck().items) {
    await page.waitForSelector(`${QUIZ_ITEM}[data-item="${id}"]`);
    await look(`${kind} asked`);
    await press(page, "reveal");
    await page.waitForSelector(`${QUIZ_ITEM} [data-outcome]`);
    await look(`${kind} shown`);
    await press(page, "next");
  }
  await page.waitForSelector("main[data-page=results]");
  for (const name of ["results", "review", "progress", "data"]) {
    await go(page, `#/${name}`, name);
    await look(`${name} after a quiz`);
  }
  await go(page, "#/", "story");
  await look("story after a quiz");

  const text = JSON.stringify({ format: 1, ["x".repeat(63)]: 1, items: [{ id: "y".repeat(63) }] });
  const faulty = await open("", { on: await serveDeck(text), viewport });
  await faulty.waitForSelector("main[data-page=fault]");
  await looking(faulty, wrong)("faults");
  assert.deepEqual(wrong, []);
});

inBrowsers("a default type of 32 pixels", async ({ open }) => {
  const page = await open("", { viewport, type: 32 });
  assert.equal(await page.evaluate(() => getComputedStyle(document.documentElement).fontSize), "32px");
  const wrong = [];
  const look = looking(page, wrong);
  await around(page, look, "nowhere-at-all");
  await tour(page, look);
  assert.deepEqual(wrong, []);
}, { timeout: 240_000 });
