// Before the program is there: its wasm is held back by the server for as long as a test needs, and then let go.

import assert from "node:assert/strict";
import {
  QUIZ_ITEM, attribute, click, deck, fill, firstInStory, inBrowsers, next, outcomeOf, press, ready,
  responseFor, saved, shownItem, storyItem, tap, textOf, SIZES,
} from "./lib/harness.mjs";
import { looks, movedBy, noteShifts, noteSpeed, scrollTo, shifts, slowest } from "./lib/takeover.mjs";

const LONGEST_MILLIS = 300;
const own = { ownSite: true };
const first = firstInStory("choice");
const at = storyItem(first.id);
const early = { wait: false, before: noteSpeed };

const isReady = (page) => page.$eval("html", (root) => "ready" in root.dataset);

/** Lets the program come, and checks that the answer is stored once and looks as before. */
async function takeOver(page, served) {
  const before = await looks(page, at);
  assert.equal(await isReady(page), false, "all of it happened before the program ran");
  await served.release();
  await ready(page);
  await saved(page, 1);
  assert.deepEqual(await looks(page, at), before, "the item looks as before");
  await page.reload();
  await ready(page);
  await saved(page, 1);
  assert.equal(await attribute(page, "html", "data-saved"), "1", "recorded once");
}

for (const outcome of ["correct", "wrong"]) {
  inBrowsers(`a pointer picks: ${outcome}, and why, before the program`, async ({ open, served }) => {
    await served.hold(".wasm");
    const page = await open("", early);
    await click(page, `${at} label:has([data-choice="${responseFor(first, outcome)}"])`);
    assert.equal(await outcomeOf(page, at), outcome);
    assert.ok((await slowest(page)) <= LONGEST_MILLIS, `it took ${await slowest(page)} ms`);
    assert.match(await textOf(page, `${at} .feedback`), outcome === "correct" ? /^Right$/ : /^Not right The answer: ./);
    // Also those behind the fold.
    const told = await page.$eval(`${at} .answers`, (answers) => answers.textContent);
    for (const { rationale } of first.interaction.choices) assert.ok(told.includes(rationale), rationale);
    await takeOver(page, served);
  }, own);
}

inBrowsers("a finger picks before the program", async ({ open, served }) => {
  await served.hold(".wasm");
  const page = await open("", { ...early, viewport: SIZES.phone });
  await tap(page, `${at} label:has([data-choice="${responseFor(first, "wrong")}"])`);
  assert.equal(await outcomeOf(page, at), "wrong");
  await takeOver(page, served);
}, own);

inBrowsers("the keyboard picks, and Check answers, before the program", async ({ open, served }) => {
  await served.hold(".wasm");
  const page = await open("", early);
  await page.$eval(`${at} [data-choice]`, (radio) => radio.focus());
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowUp");
  assert.equal(await attribute(page, `${at} .feedback`, "data-outcome"), null, "an arrow key answers nothing");
  const [{ correct = false }] = first.interaction.choices;
  await page.focus(`${at} [data-action=check]`);
  await page.keyboard.press("Enter");
  assert.equal(await outcomeOf(page, at), correct ? "correct" : "wrong");
  assert.ok((await slowest(page)) <= LONGEST_MILLIS, `it took ${await slowest(page)} ms`);
  await takeOver(page, served);
}, own);

inBrowsers("the answers are shown before the program, and that is recorded as shown", async ({ open, served }) => {
  await served.hold(".wasm");
  const page = await open("", early);
  await press(page, "reveal", at);
  assert.equal(await outcomeOf(page, at), "revealed");
  await takeOver(page, served);
}, own);

inBrowsers("what is picked, ticked, typed and selected stays, and can be checked", async ({ open, served }) => {
  const kinds = ["multiple", "number", "text", "cloze", "match", "classify", "estimate"];
  const items = kinds.map(firstInStory).filter(Boolean);
  await served.hold(".wasm");
  const page = await open("", early);
  // A choice is picked by key here: a pointer would answer with it.
  const picked = responseFor(first, "correct");
  await page.focus(`${at} [data-choice="${picked}"]`);
  await page.keyboard.press(" ");
  for (const item of items) await fill(page, responseFor(item, "correct"), storyItem(item.id));
  const controls = () =>
    page.$$eval("main[data-page=story] [data-item] :is(input, select)", (all) =>
      all.map(({ checked, value, dataset }) => [dataset.choice, checked, value]));
  const filled = await controls();
  assert.equal(await isReady(page), false);
  const focused = () => page.evaluate(() => document.activeElement.closest("[data-item]")?.dataset.item);
  const focusAt = await focused();

  await served.release();
  await ready(page);
  assert.deepEqual(await controls(), filled);
  assert.equal(await focused(), focusAt, "the focus stays in its field");
  assert.equal(await attribute(page, "html", "data-saved"), "0", "nothing of it was an answer yet");
  for (const item of [first, ...items]) {
    await press(page, "check", storyItem(item.id));
    assert.equal(await outcomeOf(page, storyItem(item.id)), "correct", item.id);
  }
  await saved(page, 1 + items.length);
}, own);

inBrowsers("the page does not move when the program takes over", async ({ open, served, browserName }) => {
  await served.hold(".wasm");
  const page = await open("", { ...early, before: noteShifts });
  await scrollTo(page, 5000);
  await served.release();
  const card = "[data-card]:nth-of-type(2)";
  const moved = await movedBy(page, card, () => ready(page));
  assert.ok(moved <= 2, `moved by ${moved} px`);
  // Firefox does not measure shifts.
  if (browserName === "chromium") assert.deepEqual(await shifts(page), []);
}, own);

inBrowsers("a link to a quiz shows its first item before the program, which goes on with it", async ({ open, served }) => {
  await served.hold(".wasm");
  const page = await open("#/quiz?start=now&order=deck&sure=off", early);
  const item = await shownItem(page);
  assert.equal(item.id, deck.items[0].id);
  assert.equal(await page.$eval("main[data-page=story]", (main) => main.checkVisibility()), false);
  await fill(page, responseFor(item, "wrong"));
  await press(page, "check");
  const { kind } = item.interaction;
  // A choice is answered at once; other kinds are graded when the program is there.
  if (kind === "choice") assert.equal(await outcomeOf(page), "wrong");
  assert.equal(await isReady(page), false);

  await served.release();
  await ready(page);
  assert.equal(await outcomeOf(page), "wrong");
  await saved(page, 1);
  await next(page);
  assert.equal(await textOf(page, "#turn"), `Question 2 of ${deck.items.length}`);
  await page.reload();
  await ready(page);
  await page.waitForSelector(`${QUIZ_ITEM}[data-item="${deck.items[1].id}"]`);
  assert.equal(await attribute(page, "html", "data-saved"), "1");
  await press(page, "finish");
  await page.waitForSelector("main[data-page=results]");
  assert.equal(await textOf(page, ".score"), "0 of 1 point");
}, own);

inBrowsers("a link to another page does not show the story first", async ({ open, served }) => {
  await served.hold(".wasm");
  const page = await open("#/data", early);
  const isShown = () => page.$eval("main[data-page=story]", (main) => main.checkVisibility());
  assert.equal(await isShown(), false);
  await served.release();
  await page.waitForSelector("main[data-page=data]");
  await ready(page);
}, own);
