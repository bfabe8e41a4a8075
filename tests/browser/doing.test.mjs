// The kinds that are answered by doing, and the pictures: by finger alone, half-done over a reload, and the same
// in words. By keyboard alone they are answered in keyboard.test.mjs.

import assert from "node:assert/strict";
import {
  QUIZ_ITEM, SIZES, arrange, attribute, deck, explained, fill, inBrowsers, itemsOf, next, outcomeOf, press, responseFor,
  shownItem, showMe, tap, textOf,
} from "./lib/harness.mjs";

const KINDS = ["order", "match", "classify", "place", "estimate", "mark"];

/** Goes on, showing answers, until an item of `kind` is asked. */
async function until(page, kind) {
  while ((await shownItem(page)).interaction.kind !== kind) {
    await showMe(page);
    await next(page);
  }
  return shownItem(page);
}

/** The link to a quiz of the first chapter that asks a kind, in the deck's order. */
const quizOf = (kind) => {
  const chapter = deck.chapters.find((one) => itemsOf(one).some((item) => item.interaction.kind === kind));
  return `#/quiz?start=now&order=deck&sure=off&chapters=${chapter.id}`;
};

// Each kind's controls under a finger. A native drop-down opens outside of the page: it is set as the browser does.
const TOUCHING = {
  order: (page, item) => arrange(page, responseFor(item, "correct"), QUIZ_ITEM, (button) => tap(page, button)),
  match: (page, item) => fill(page, responseFor(item, "correct")),
  classify: (page, item) => fill(page, responseFor(item, "correct")),
  async place(page, item) {
    const name = deck.places.find(({ id }) => id === responseFor(item, "correct")).name;
    const points = await page.$$eval(`${QUIZ_ITEM} .map g[class]`, (all) => all.map((one) => one.textContent.trim()));
    const point = `${QUIZ_ITEM} .map g[class]:nth-of-type(${points.indexOf(name) + 1}) circle:last-of-type`;
    await tap(page, point);
    assert.equal(await page.$eval(`${QUIZ_ITEM} :checked`, ({ dataset }) => dataset.choice), responseFor(item, "correct"));
  },
  async estimate(page, { interaction: { from, to, value } }) {
    const slider = await page.$(`${QUIZ_ITEM} [type=range]`);
    await slider.scrollIntoView();
    const { x, y, width, height } = await slider.boundingBox();
    await page.touchscreen.tap(x + (width * (value - from)) / (to - from), y + height / 2);
    const set = Number(await slider.evaluate((slider) => slider.value));
    assert.ok(Math.abs(set - value) < (to - from) / 5, `the finger set ${set}`);
    await tap(page, `${QUIZ_ITEM} [data-entry]`);
    for (let typed = String(set).length; typed > 0; typed -= 1) await page.keyboard.press("Backspace");
    await page.keyboard.type(String(value));
  },
  async mark(page, item) {
    for (const id of responseFor(item, "correct")) await tap(page, `${QUIZ_ITEM} .words[data-choice="${id}"]`);
  },
};

for (const kind of KINDS) {
  inBrowsers(`${kind}: a finger answers it, and what was missed is explained`, async ({ open }) => {
    const page = await open(quizOf(kind), { viewport: SIZES.phone });
    await page.waitForSelector(QUIZ_ITEM);
    const item = await until(page, kind);
    assert.equal(await attribute(page, QUIZ_ITEM, "data-interaction"), kind);
    await TOUCHING[kind](page, item);
    await tap(page, "[data-action=check]");
    assert.equal(await outcomeOf(page), "correct");
    const { events, rows, choices, parts = [], rationale } = item.interaction;
    const told = await explained(page);
    const reasons = (events ?? rows ?? choices ?? parts.filter(({ id }) => id)).map((part) => part.rationale);
    for (const reason of [...reasons, rationale ?? ""]) assert.ok(told.includes(reason), reason);
  });

  inBrowsers(`${kind}: half done, it is half done after a reload`, async ({ open }) => {
    const page = await open(`${quizOf(kind)}&seed=11`);
    await page.waitForSelector(QUIZ_ITEM);
    let item = await shownItem(page);
    // An answer first, so that the session is one to go on with.
    if (item.interaction.kind === kind) {
      await showMe(page);
      await next(page);
    }
    item = await until(page, kind);
    await fill(page, responseFor(item, "wrong"));
    const state = () => page.$eval(`${QUIZ_ITEM} fieldset`, (fieldset) =>
      [...fieldset.querySelectorAll("input, select, [aria-pressed], .events > li")].map((one) =>
        [one.dataset.choice, one.value, one.checked, one.getAttribute("aria-pressed")]));
    const before = await state();
    await page.reload();
    await page.waitForFunction((selector, id) => document.querySelector(selector)?.dataset.item === id, {}, QUIZ_ITEM, item.id);
    await page.waitForFunction((selector, before) => {
      const now = [...document.querySelector(selector).querySelectorAll("input, select, [aria-pressed], .events > li")];
      const state = now.map((one) => [one.dataset.choice, one.value, one.checked, one.getAttribute("aria-pressed")]);
      return JSON.stringify(state) === before;
    }, { timeout: 5000 }, `${QUIZ_ITEM} fieldset`, JSON.stringify(before));
    await press(page, "check");
    assert.equal(await outcomeOf(page), "wrong");
    await next(page);
    assert.equal(await page.$(`${QUIZ_ITEM}[data-item="${item.id}"]`), null, "and it is not asked again");
  });
}

inBrowsers("order: a move is told and keeps the focus; an end is an end", async ({ open }) => {
  const page = await open(quizOf("order"));
  const item = await until(page, "order");
  const lines = `${QUIZ_ITEM} .events > li`;
  const ids = () => page.$$eval(lines, (lines) => lines.map(({ dataset }) => dataset.choice));
  const before = await ids();
  const [first, second, ...rest] = before;
  const up = (id) => `${QUIZ_ITEM} .events > [data-choice="${id}"] button:first-of-type`;
  const isEnd = (id) => attribute(page, up(id), "aria-disabled");
  await page.focus(up(first));
  await page.keyboard.press("Enter");
  await page.keyboard.press("ArrowUp");
  await press(page, "check");
  await page.waitForFunction(() => document.querySelector(".feedback").textContent !== "");
  assert.equal(await attribute(page, `${QUIZ_ITEM} .feedback`, "data-outcome"), null, "nothing was moved yet");
  assert.deepEqual(await ids(), before);
  assert.deepEqual([await isEnd(first), await isEnd(second)], ["true", null]);

  await page.focus(up(second));
  await page.keyboard.press("Enter");
  await page.waitForFunction((lines, id) => document.querySelector(lines).dataset.choice === id, {}, lines, second);
  assert.deepEqual(await ids(), [second, first, ...rest]);
  const name = item.interaction.events.find(({ id }) => id === second).text;
  await page.waitForFunction(
    (told) => document.querySelector("#item .events ~ [aria-live]").textContent === told, {},
    `${name}: now 1 of ${before.length}`,
  );
  assert.equal(await page.evaluate(() => document.activeElement.id), await attribute(page, up(second), "id"));
  assert.deepEqual([await isEnd(second), await isEnd(first)], ["true", null]);
});

inBrowsers("every picture says the same in words, and where its figures come from", async ({ open }) => {
  const page = await open("");
  const cards = deck.chapters.flatMap(({ cards }) => cards).filter(({ visual }) => visual);
  assert.ok(cards.length >= 5);
  assert.equal(new Set(cards.map(({ visual }) => visual.kind)).size, 5, "every kind of picture");
  for (const { id, visual } of cards) {
    const at = `[data-card="${id}"] [data-visual="${visual.kind}"]`;
    const caption = await textOf(page, `${at} figcaption`);
    assert.ok(caption.includes(visual.title) && caption.includes(visual.summary), id);
    const table = await page.$(`${at} .as-table summary`);
    if (table) {
      await table.focus();
      await page.keyboard.press("Enter");
      await page.waitForSelector(`${at} .as-table[open] td`);
    }
    const words = await textOf(page, at);
    const figures = {
      timeline: () => visual.events.map(({ label }) => label),
      map: () => visual.distances.map(({ km }) => `${km.toLocaleString("en")} km`),
      quantities: () => visual.bars.flatMap(({ label, value }) => [label, value.toLocaleString("en")]),
      plan: () => [visual.rooms * visual.beds, Math.ceil(visual.people / visual.rooms / visual.beds)].map(String),
      voices: () => factsOf(id).map(({ statement }) => statement),
    }[visual.kind]();
    for (const figure of figures) assert.ok(words.includes(figure), `${id}: ${figure}`);
    const sources = await page.$$eval(`${at} a`, (links) => links.map((link) => link.getAttribute("href")));
    assert.ok(sources.length > 0 && sources.every((href) => href.startsWith("#/card/")), `${id}: its sources`);
  }
});

const factsOf = (card) => {
  const { cards } = deck.chapters.find(({ cards }) => cards.some(({ id }) => id === card));
  const told = cards.flatMap(({ facts }) => facts);
  return deck.facts.filter(({ id }) => told.includes(id));
};

inBrowsers("the dormitory fills by the arrow keys", async ({ open }) => {
  const page = await open("");
  const slider = "[data-visual=plan] [type=range]";
  const beds = () => page.$eval("[data-visual=plan] .taken", (path) => path.getAttribute("d").split("M").length - 1);
  assert.equal(await beds(), 256, "full at first");
  await page.focus(slider);
  await page.keyboard.press("Home");
  await page.waitForFunction(() => document.querySelector("[data-visual=plan] .taken").getAttribute("d") === "");
  for (let presses = 0; presses < 5; presses += 1) await page.keyboard.press("ArrowRight");
  const told = /^5 people in 2 of 64 rooms/;
  await page.waitForFunction(
    (slider) => document.querySelector(slider).getAttribute("aria-valuetext").startsWith("5 people"), {}, slider,
  );
  assert.equal(await beds(), 5);
  assert.match(await attribute(page, slider, "aria-valuetext"), told, "for who hears it");
  assert.match(await textOf(page, "[data-visual=plan] .filling + p"), told, "for who sees it");
});

inBrowsers("a dot of “who says so” leads to its card", async ({ open }) => {
  const page = await open("");
  const dot = "[data-visual=voices] .dots a";
  const href = await attribute(page, dot, "href");
  await page.$eval(dot, (dot) => dot.focus());
  await page.keyboard.press("Enter");
  await page.waitForFunction((href) => location.hash === href, {}, href);
  await page.waitForFunction((id) => document.activeElement?.dataset.card === id, {}, href.replace("#/card/", ""));
});

inBrowsers("the outlines of the lands are there", async ({ open }) => {
  const page = await open("");
  const lands = await page.$$eval(".map image", (images) => images.map((image) => image.href.baseVal));
  assert.ok(lands.length > 0);
  for (const file of new Set(lands)) {
    const { ok, type } = await page.evaluate(async (file) => {
      const { ok, headers } = await fetch(file);
      return { ok, type: headers.get("content-type") };
    }, file);
    assert.ok(ok && type.startsWith("image/svg+xml"), file);
  }
});
