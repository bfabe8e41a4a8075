// Scripts switched off: the story reads, answers open, and nothing looks as if it worked that does not.

import assert from "node:assert/strict";
import { deck, inBrowsers } from "./lib/harness.mjs";
import { clickAt } from "./lib/page.mjs";

const off = { javascript: false };

inBrowsers("scripts off: the story reads", async ({ open }) => {
  const page = await open("", off);
  const text = await page.$eval("main[data-page=story]", (main) => main.innerText.replace(/\s+/g, " "));
  for (const chapter of deck.chapters) {
    assert.ok(text.includes(chapter.title), chapter.title);
    for (const card of chapter.cards) assert.ok(text.includes(card.title), card.title);
  }
  for (const { term, meaning } of deck.glossary) assert.ok(text.includes(meaning), term);
  const notice = await page.$eval("body", (body) => body.innerText);
  assert.ok(notice.includes("Scripts are switched off"), "it is said, once, why nothing can be answered");
});

inBrowsers("scripts off: every answer opens by a click", async ({ open }) => {
  const page = await open("", off);
  const ids = deck.chapters.flatMap((chapter) => chapter.check);
  for (const id of ids) {
    const at = `.chapter [data-item="${id}"] .answers`;
    await clickAt(page, `${at} > summary`);
    assert.ok(await page.$eval(`${at} .answer p`, (reason) => reason.checkVisibility()), `the answers of ${id} open`);
  }
  const [card] = deck.chapters[0].cards;
  await clickAt(page, `[data-card="${card.id}"] .badge summary`);
  assert.ok(await page.$eval(`[data-card="${card.id}"] .badge p`, (says) => says.checkVisibility()), "badges open");
});

inBrowsers("scripts off: words lead to the glossary", async ({ open }) => {
  const page = await open("", off);
  const href = await page.$eval(".prose a.term", (link) => link.getAttribute("href"));
  await clickAt(page, ".prose a.term");
  const isInView = () => page.evaluate((id) => {
    const { top, bottom } = document.getElementById(id).getBoundingClientRect();
    return top >= 0 && bottom <= innerHeight;
  }, href.slice(1));
  // The view moves there softly, and a page without scripts cannot say when it has come to rest.
  const end = Date.now() + 10_000;
  while (Date.now() < end && !(await isInView()));
  assert.ok(await isInView(), `${href} leads to its meaning`);
});

inBrowsers("scripts off: nothing looks as if it worked that does not", async ({ open }) => {
  const page = await open("", off);
  // What opens by itself may be all opened.
  await page.evaluate(() => {
    for (const details of document.querySelectorAll("details")) details.open = true;
  });
  const idle = await page.evaluate(() => {
    const words = (one) => `${one.localName} ${one.dataset.action ?? one.name ?? ""} ${one.textContent.trim()}`;
    const seen = (one) => one.checkVisibility({ visibilityProperty: true });
    const controls = [...document.querySelectorAll("button, input, select")]
      .filter((one) => seen(one) && !one.matches(":disabled"));
    const links = [...document.querySelectorAll("a[href^='#']")]
      .filter((one) => seen(one) && !document.getElementById(decodeURIComponent(one.getAttribute("href").slice(1))));
    return [...controls, ...links].map(words);
  });
  assert.deepEqual([...new Set(idle)], []);
});
