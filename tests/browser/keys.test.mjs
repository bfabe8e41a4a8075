// Keys that are held, keys of other scripts, and keys that put words together.

import assert from "node:assert/strict";
import {
  QUIZ_ITEM, attribute, deck, inBrowsers, itemsOf, next, outcomeOf, responseFor, showMe, shownItem, textOf,
} from "./lib/harness.mjs";

const START = "#/quiz?order=deck&start=now&sure=off";

/** Holds a key down for some repetitions. */
async function hold(page, key) {
  for (let times = 0; times < 6; times += 1) await page.keyboard.down(key);
  await page.keyboard.up(key);
}

/** Goes on, showing answers, to an item of a kind. */
async function until(page, kind) {
  while ((await shownItem(page)).interaction.kind !== kind) {
    await showMe(page);
    await next(page);
  }
  return shownItem(page);
}

/** Sends a key as a keyboard with that layout does. */
const send = (page, init) =>
  page.evaluate((init) => {
    const event = new KeyboardEvent("keydown", { bubbles: true, cancelable: true, ...init });
    (document.activeElement ?? document.body).dispatchEvent(event);
  }, init);

const unanswered = async (page) =>
  assert.equal(await attribute(page, `${QUIZ_ITEM} .feedback`, "data-outcome"), null, "not answered");

inBrowsers("a key held down does what it does once", async ({ open }) => {
  const page = await open(START);
  const still = async (item, what) => assert.equal(await attribute(page, QUIZ_ITEM, "data-item"), item.id, what);
  let item = await until(page, "choice");
  await page.focus(`${QUIZ_ITEM} [data-choice]`);
  await page.keyboard.press(" ");
  await hold(page, "Enter");
  await outcomeOf(page);
  await still(item, "Enter at a choice");
  // The key is let go and pressed again: only now it goes on.
  await page.keyboard.press("Enter");
  await page.waitForFunction((at, id) => document.querySelector(at)?.dataset.item !== id, {}, QUIZ_ITEM, item.id);

  item = await until(page, "number");
  await page.focus(`${QUIZ_ITEM} [data-entry]`);
  await page.keyboard.type(responseFor(item, "wrong"));
  await hold(page, "Enter");
  await outcomeOf(page);
  await still(item, "Enter in a field");
  await next(page);

  item = await shownItem(page);
  await hold(page, "s");
  await outcomeOf(page);
  await still(item, "S");
  await next(page);

  item = await until(page, "multiple");
  await hold(page, "1");
  assert.equal((await page.$$(`${QUIZ_ITEM} :checked`)).length, 1, "a digit ticks and does not untick");
  await page.focus(`${QUIZ_ITEM} [data-action=check]`);
  await hold(page, "Enter");
  await outcomeOf(page);
  await still(item, "Enter at Check");
});

inBrowsers("keys of a layout without Latin letters go by their place", async ({ open }) => {
  const page = await open(START);
  await shownItem(page);
  await send(page, { key: "o", code: "KeyS" });
  await send(page, { key: "é", code: "Digit2" });
  await unanswered(page);
  await send(page, { key: "ы", code: "KeyS" });
  assert.equal(await outcomeOf(page), "revealed");
  await next(page);
  await until(page, "choice");
  await send(page, { key: "٢", code: "Digit2" });
  const picked = await page.$$eval(`${QUIZ_ITEM} [data-choice]`, (all) => all.map(({ checked }) => checked));
  assert.equal(picked.indexOf(true), 1);
});

inBrowsers("Enter that ends a word put together answers nothing", async ({ open }) => {
  const page = await open(START);
  const item = await until(page, "text");
  await page.focus(`${QUIZ_ITEM} [data-entry]`);
  await page.keyboard.type(responseFor(item, "correct"));
  await send(page, { key: "Enter", code: "Enter", isComposing: true });
  await send(page, { key: "Enter", code: "Enter", keyCode: 229 });
  await unanswered(page);
  await page.keyboard.press("Enter");
  assert.equal(await outcomeOf(page), "correct");
});
