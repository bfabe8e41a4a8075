// Every page and state, light and dark, as axe sees it; and what axe does not look at.

import assert from "node:assert/strict";
import {
  QUIZ_ITEM, answer, attribute, click, deck, firstInStory, go, inBrowsers, press, storyItem,
} from "./lib/harness.mjs";
import { headingFaults, violations } from "./lib/axe.mjs";
import { tour } from "./lib/tour.mjs";

const KEY = "[data-action=keys]";

// Of the same elements and colours axe says the same in every browser: one scheme is enough in Firefox.
const PLACES = { light: ["chromium"], dark: ["chromium", "firefox"] };

for (const [scheme, browsers] of Object.entries(PLACES)) {
  inBrowsers(`axe finds nothing on any page or state, ${scheme}`, async ({ open }) => {
    const page = await open("", { scheme });
    const wrong = [];
    const look = async (state) => {
      const found = [...(await violations(page)), ...(await headingFaults(page))];
      wrong.push(...found.map((one) => `${state}: ${one}`));
    };

    await click(page, ".before > summary");
    await click(page, "[data-card] .badge > summary");
    await answer(page, "wrong", { at: storyItem(firstInStory("choice").id) });
    await answer(page, "correct", { at: storyItem(firstInStory("cloze").id) });
    await look("story");
    await click(page, ".prose a.term");
    await page.waitForSelector("dialog[open]");
    await look("word");
    await press(page, "close", "dialog[open]");
    await click(page, KEY);
    await page.waitForSelector("dialog#keys[open]");
    await look("keys");
    await press(page, "close", "dialog[open]");

    await go(page, "#/results", "results");
    await look("no results yet");
    await tour(page, look);
    assert.deepEqual(wrong, []);
  }, { browsers });
}

inBrowsers("axe finds nothing on the page that says what is wrong with a deck", async ({ open, serveDeck }) => {
  const on = await serveDeck('{ "format": 1, "items": [ 3, {} ] }');
  for (const scheme of ["light", "dark"]) {
    const page = await open("", { on, scheme });
    assert.equal(await page.$("main[data-page=story]"), null);
    assert.deepEqual([...(await violations(page)), ...(await headingFaults(page))], [], scheme);
  }
});

inBrowsers("a card begins with its heading, and no two of its badges look alike", async ({ open }) => {
  const page = await open("");
  const cards = await page.$$eval("[data-card]", (cards) =>
    cards.map((card) => ({
      first: card.querySelector("div").firstElementChild.localName,
      badges: [...card.querySelectorAll(".badge summary")].map(({ innerText }) => innerText),
      facts: card.querySelectorAll(".badge p:not(.soft)").length,
    })));
  assert.ok(cards.some(({ badges, facts }) => facts > badges.length), "no badge stands for two facts");
  for (const [index, card] of deck.chapters.flatMap(({ cards }) => cards).entries()) {
    const { first, badges, facts } = cards[index];
    assert.equal(first, "h3", card.id);
    assert.equal(facts, card.facts.length, card.id);
    assert.equal(new Set(badges).size, badges.length, `${card.id}: ${badges.join(" | ")}`);
  }
}, { browsers: ["chromium"] });

inBrowsers("a live region stands in the page before it speaks, and each page has its title", async ({ open }) => {
  const page = await open("");
  const titles = [await page.title()];
  const regions = await page.$$eval("[data-item]", (items) =>
    items.map((item) => item.querySelector(".feedback[aria-live]")?.textContent));
  assert.ok(regions.length > 0 && regions.every((text) => text === ""), "each item's region is there and silent");

  for (const [fragment, name] of [["#/quiz", "quiz"], ["#/results", "results"], ["#/data", "data"]]) {
    await go(page, fragment, name);
    titles.push(await page.title());
  }
  assert.equal(new Set(titles).size, titles.length, titles.join(" | "));

  await go(page, "#/quiz?start=now", "quiz");
  const region = await page.waitForSelector(`${QUIZ_ITEM} .feedback[aria-live]`);
  assert.equal(await region.evaluate((region) => region.textContent), "");
  await press(page, "reveal");
  await page.waitForSelector(`${QUIZ_ITEM} [data-outcome]`);
  assert.ok(await region.evaluate((region) => region.isConnected && region.textContent !== ""), "the same one speaks");
  assert.equal(await attribute(page, "html", "lang"), "en");
});
