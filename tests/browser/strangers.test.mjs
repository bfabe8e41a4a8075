// Translators and other extensions change the page beside the program: what it says stays true, and it goes on.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { go, inBrowsers, press, ready } from "./lib/harness.mjs";
import { holdStill, readAll, translate } from "./lib/translator.mjs";

// A small deck with an item of every kind.
const DECK = readFileSync(new URL("../decks/sound.json", import.meta.url), "utf8");

// When the translator begins, and how it goes about it.
const TRANSLATORS = {
  "swaps at once, before the start": { way: "swap", lateMillis: 0, isEarly: true },
  "swaps late, after the start": { way: "swap", lateMillis: 30 },
  "puts beside, late, before the start": { way: "beside", lateMillis: 30, isEarly: true },
  "wraps at once, after the start": { way: "wrap", lateMillis: 0 },
};

/** What the one says where the two begin to differ, and what the other. */
function difference(says, meant) {
  if (says === meant) return "";
  let at = 0;
  while (says[at] === meant[at]) at += 1;
  const around = (words) => words.slice(Math.max(0, at - 40), at + 60);
  return `"${around(says)}" instead of "${around(meant)}"`;
}

inBrowsers("every word is as true translated as without a translator", async ({ open, serveDeck }) => {
  const on = await serveDeck(DECK);
  const plainly = await (await open("", { on, before: holdStill })).evaluate(readAll);
  assert.ok(plainly.length > 60 && new Set(plainly.map(([, words]) => words)).size > 50, "the walk sees many states");
  for (const [name, { isEarly, ...how }] of Object.entries(TRANSLATORS)) {
    const page = await open("", { on, before: holdStill, wait: false });
    const begin = () => page.evaluate(translate, how);
    if (isEarly) await begin();
    await ready(page);
    if (!isEarly) await begin();
    const translated = await page.evaluate(readAll);
    for (const [index, [state, words]] of plainly.entries()) {
      const [found = "nothing", says = ""] = translated[index] ?? [];
      assert.deepEqual([found, difference(says, words.toUpperCase())], [state, ""], name);
    }
    await page.close();
  }
}, { timeout: 240_000 });

// What blockers and element removers take out.
const TAKEN = ["footer", ".notices", "header", "header nav", "main", "main h1", "dialog", ".skip", ".feedback", ".shell > *"];

inBrowsers("what was taken out of the page does not stop the program", async ({ open, serveDeck }) => {
  const on = await serveDeck(DECK);
  for (const selector of TAKEN) {
    const page = await open("#/quiz?order=deck&start=now", { on });
    await page.waitForSelector("[data-action=reveal]");
    await page.$$eval(selector, (found) => found.forEach((one) => one.remove()));
    await go(page, "#/data", "data");
    await go(page, "#/quiz", "quiz");
    await press(page, "reveal");
    await page.waitForSelector("main [data-action=next]");
    await go(page, "#/", "story");
    await page.close();
  }
});
