// Everything by keyboard alone: the mouse is never touched here.

import assert from "node:assert/strict";
import {
  KINDS, QUIZ_ITEM, SIZES, arrange, attribute, deck, firstInStory, inBrowsers, itemOf, outcomeOf, ready, responseFor, saved,
  shownItem, storyItem, textOf,
} from "./lib/harness.mjs";
import { focus, hasRing, pressUntil, settled, tabTo } from "./lib/focus.mjs";

inBrowsers("from the top of the page to the quiz", async ({ open }) => {
  const page = await open("");
  await page.keyboard.press("Tab");
  const skip = await focus(page);
  assert.equal(skip.text, "Skip to the text");
  assert.ok(skip.isSeen, "the skip link shows itself");
  await page.keyboard.press("Enter");
  assert.equal((await focus(page)).id, "heading");

  await tabTo(page, "a[href='#/quiz']");
  await page.keyboard.press("Enter");
  await page.waitForSelector("main[data-page=quiz]");
  assert.equal((await focus(page)).id, "heading", "the focus comes along");

  await tabTo(page, "[name=chapter]");
  await page.keyboard.press(" ");
  assert.equal(await page.$eval("[name=chapter]", (box) => box.checked), false);
  await tabTo(page, "[name=count]");
  await page.keyboard.press("ArrowRight");
  assert.equal(await page.$eval("[name=count]:checked", (radio) => radio.value), "20");
  assert.equal(await page.$(QUIZ_ITEM), null, "an arrow key starts nothing");
  await tabTo(page, "[data-action=start]");
  await page.keyboard.press("Enter");
  await page.waitForSelector(QUIZ_ITEM);
  assert.equal(await textOf(page, "#turn"), "Question 1 of 20");
  const { name } = await focus(page);
  assert.notEqual(name, "body", "the focus is not lost as the quiz begins");
});

inBrowsers("a check-yourself item: arrows pick, Check answers", async ({ open }) => {
  const page = await open("");
  const item = firstInStory("choice");
  const at = storyItem(item.id);
  await page.$eval(`${at} [data-choice]`, (radio) => radio.focus());
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowDown");
  assert.equal(await attribute(page, `${at} .feedback`, "data-outcome"), null, "an arrow key answers nothing");
  const picked = await page.$eval(`${at} :checked`, (radio) => radio.dataset.choice);
  await tabTo(page, `${at} [data-action=check]`);
  await page.keyboard.press("Enter");
  const { correct = false } = item.interaction.choices.find(({ id }) => id === picked);
  assert.equal(await outcomeOf(page, at), correct ? "correct" : "wrong");
  await saved(page, 1);
  assert.notEqual((await focus(page)).name, "body", "the focus is not lost as the answer shows");
  const { item: next } = await tabTo(page, "[data-item] input, [data-item] select, [data-item] summary");
  assert.ok(next === item.id || itemOf(next), "reading goes on from there");
});

inBrowsers("before the program is there, Check keeps the focus too", async ({ open, served }) => {
  await served.hold(".wasm");
  const page = await open("", { wait: false });
  const at = storyItem(firstInStory("choice").id);
  await page.$eval(`${at} [data-choice]`, (radio) => radio.focus());
  await page.keyboard.press("ArrowDown");
  await tabTo(page, `${at} [data-action=check]`);
  await page.keyboard.press("Enter");
  await outcomeOf(page, at);
  assert.notEqual((await focus(page)).name, "body", "at the answer");
  await served.release();
  await ready(page);
  assert.notEqual((await focus(page)).name, "body", "when the program takes over");
}, { ownSite: true });

inBrowsers("a quiz with every kind, its keys and its result", async ({ open }) => {
  const page = await open("#/quiz?order=deck&start=now", { viewport: SIZES.desktop });
  await page.waitForSelector(QUIZ_ITEM);
  const left = new Set(KINDS);
  let turn = 0;
  while (left.size > 0) {
    turn += 1;
    const item = await shownItem(page);
    if (!left.has(item.interaction.kind)) {
      await showAndGoOn(page);
      continue;
    }
    await ANSWERING[item.interaction.kind](page, item);
    assert.equal(await outcomeOf(page), "correct", item.id);
    await settled(page);
    const after = await focus(page);
    assert.match(after.text, /^Right/, "Check hands the focus to the verdict");
    assert.ok(after.isSeen, `it is seen: ${item.id}`);
    assert.ok(await hasRing(page, "[data-action=next]"), "Next is seen to be what Enter presses");
    await saved(page, turn);
    await page.keyboard.press("Enter");
    await turnIs(page, turn + 1);
    assert.equal((await focus(page)).item, await attribute(page, QUIZ_ITEM, "data-item"), "the focus is at the item");
    left.delete(item.interaction.kind);
  }

  await page.keyboard.press("?");
  await page.waitForSelector("dialog#keys[open]");
  const { dialog, id } = await focus(page);
  assert.deepEqual([dialog, id], ["keys", "keys-text"], "the list of keys has the focus, and its switch has not");
  await page.keyboard.press("s");
  await page.keyboard.press("Escape");
  await page.waitForSelector("dialog#keys[open]", { hidden: true });
  assert.equal(await attribute(page, `${QUIZ_ITEM} .feedback`, "data-outcome"), null, "keys rest while it is open");
  assert.notEqual((await focus(page)).name, "body", "the focus is back");

  while (!(await shownItem(page)).hint) await showAndGoOn(page);
  await page.keyboard.press("h");
  await page.waitForSelector(".hint[open]");
  await page.keyboard.press("s");
  assert.equal(await outcomeOf(page), "revealed");
  // It moves there in the frame that shows the verdict.
  await page.waitForFunction(() => document.activeElement.matches(".feedback"));

  await tabTo(page, "[data-action=finish]");
  await page.keyboard.press("Enter");
  await page.waitForSelector("main[data-page=results]");
  assert.equal((await focus(page)).id, "heading");
  await tabTo(page, "[data-action=again]");
  await page.keyboard.press("Enter");
  await page.waitForSelector(QUIZ_ITEM);
  assert.notEqual((await focus(page)).name, "body");
});

const turnIs = (page, turn) =>
  page.waitForFunction((text) => document.getElementById("turn")?.textContent.startsWith(text), {}, `Question ${turn} `);

async function showAndGoOn(page) {
  const [turn] = (await textOf(page, "#turn")).match(/\d+/);
  await page.keyboard.press("s");
  await outcomeOf(page);
  await page.keyboard.press("Enter");
  await turnIs(page, Number(turn) + 1);
}

const unanswered = async (page) =>
  assert.equal(await attribute(page, `${QUIZ_ITEM} .feedback`, "data-outcome"), null, "not answered yet");
const checked = (page) =>
  page.$$eval(`${QUIZ_ITEM} [data-choice]:checked`, (picked) => picked.map(({ dataset }) => dataset.choice));
const digitOf = async (page, id) =>
  String((await page.$$eval(`${QUIZ_ITEM} [data-choice]`, (all) => all.map((one) => one.dataset.choice))).indexOf(id) + 1);

// Right answers, each kind in the ways of its own controls.
const ANSWERING = {
  async choice(page, item) {
    const key = responseFor(item, "correct");
    await tabTo(page, `${QUIZ_ITEM} [data-choice]`);
    const place = () => checked(page).then(([picked]) => picked === key);
    await pressUntil(page, "ArrowDown", place);
    await unanswered(page);
    // A digit picks as well.
    await page.keyboard.press(await digitOf(page, responseFor(item, "wrong")));
    assert.deepEqual(await checked(page), [responseFor(item, "wrong")]);
    await page.keyboard.press(await digitOf(page, key));
    assert.deepEqual(await checked(page), [key]);
    await tabTo(page, "[data-sure=guess], [data-sure]:checked");
    await page.keyboard.press("ArrowRight");
    await unanswered(page);
    await page.keyboard.press("Enter");
  },
  async multiple(page, item) {
    const [first, ...others] = responseFor(item, "correct");
    await tabTo(page, `${QUIZ_ITEM} [data-choice="${first}"]`);
    await page.keyboard.press(" ");
    for (const id of others) await page.keyboard.press(await digitOf(page, id));
    const [distractor] = responseFor(item, "wrong");
    await page.keyboard.press(await digitOf(page, distractor));
    await page.keyboard.press(await digitOf(page, distractor));
    assert.deepEqual((await checked(page)).sort(), [first, ...others].sort(), "a digit ticks and unticks");
    await unanswered(page);
    await page.keyboard.press("Enter");
  },
  async number(page, item) {
    await tabTo(page, `${QUIZ_ITEM} [data-entry]`);
    await page.keyboard.type(responseFor(item, "correct"));
    await unanswered(page);
    await page.keyboard.press("Enter");
  },
  async text(page, item) {
    await tabTo(page, `${QUIZ_ITEM} [data-entry]`);
    // Letters and marks are text here, not keys of the quiz.
    await page.keyboard.type("sh?");
    assert.equal(await page.$("dialog[open]"), null);
    await unanswered(page);
    for (let typed = 0; typed < 3; typed++) await page.keyboard.press("Backspace");
    await page.keyboard.type(responseFor(item, "correct"));
    await page.keyboard.press("Enter");
  },
  async cloze(page, item) {
    for (const [gap, id] of Object.entries(responseFor(item, "correct"))) {
      const select = `${QUIZ_ITEM} [data-gap="${gap}"]`;
      await tabTo(page, select);
      await pressUntil(page, "ArrowDown", () => page.$eval(select, (select, id) => select.value === id, id));
    }
    await unanswered(page);
    await tabTo(page, "[data-action=check]");
    await page.keyboard.press("Enter");
  },
  async order(page, item) {
    // By the arrow keys, with the focus at a button of the event that moves along.
    await arrange(page, responseFor(item, "correct"), QUIZ_ITEM, async (button) => {
      if (!(await page.$eval(button, (button) => button === document.activeElement))) await tabTo(page, button);
      await page.keyboard.press("ArrowUp");
      await page.waitForFunction((button) => document.querySelector(button) === document.activeElement, {}, button);
    });
    // And by the other button of the event that moved last: down, and up again.
    const moved = await page.evaluate(() => document.activeElement.closest("[data-choice]").dataset.choice);
    const down = `${QUIZ_ITEM} .events > [data-choice="${moved}"] button:last-of-type`;
    await tabTo(page, down);
    await page.keyboard.press("Enter");
    await page.waitForFunction((down) => document.querySelector(down) === document.activeElement, {}, down);
    await page.keyboard.press("ArrowUp");
    await unanswered(page);
    await tabTo(page, "[data-action=check]");
    await page.keyboard.press("Enter");
  },
  match: selectRows,
  classify: selectRows,
  async place(page, item) {
    const key = responseFor(item, "correct");
    await tabTo(page, `${QUIZ_ITEM} [data-choice]`);
    await pressUntil(page, "ArrowDown", () => checked(page).then(([picked]) => picked === key));
    await unanswered(page);
    await page.keyboard.press(await digitOf(page, responseFor(item, "wrong")));
    await page.keyboard.press(await digitOf(page, key));
    assert.deepEqual(await checked(page), [key]);
    assert.equal(await page.$eval(`${QUIZ_ITEM} .map .picked`, (picked) => picked.textContent.trim()), nameOf(key));
    await page.keyboard.press("Enter");
  },
  async estimate(page, item) {
    const slider = `${QUIZ_ITEM} [type=range]`;
    await tabTo(page, slider);
    await page.keyboard.press("ArrowRight");
    const { from, step } = item.interaction;
    assert.equal(await page.$eval(`${QUIZ_ITEM} [data-entry]`, ({ value }) => value), String(from + step), "the field follows");
    await tabTo(page, `${QUIZ_ITEM} [data-entry]`);
    await page.keyboard.press("End");
    for (let typed = String(from + step).length; typed > 0; typed -= 1) await page.keyboard.press("Backspace");
    await page.keyboard.type(responseFor(item, "correct"));
    assert.equal(await page.$eval(slider, ({ value }) => value), responseFor(item, "correct"), "the slider follows");
    await unanswered(page);
    await page.keyboard.press("Enter");
  },
  async mark(page, item) {
    const [first, ...others] = responseFor(item, "correct");
    await tabTo(page, `${QUIZ_ITEM} .words[data-choice="${first}"]`);
    await page.keyboard.press(" ");
    for (const id of others) await page.keyboard.press(await digitOf(page, id));
    const pressed = await page.$$eval(`${QUIZ_ITEM} .words[aria-pressed=true]`, (all) => all.map(({ dataset }) => dataset.choice));
    assert.deepEqual(pressed.sort(), [first, ...others].sort());
    await unanswered(page);
    await tabTo(page, "[data-action=check]");
    await page.keyboard.press("Enter");
  },
};

const nameOf = (place) => deck.places.find(({ id }) => id === place).name;

async function selectRows(page, item) {
  for (const [row, option] of Object.entries(responseFor(item, "correct"))) {
    const select = `${QUIZ_ITEM} [data-gap="${row}"]`;
    await tabTo(page, select);
    await pressUntil(page, "ArrowDown", () => page.$eval(select, (select, option) => select.value === option, option));
  }
  await unanswered(page);
  await tabTo(page, "[data-action=check]");
  await page.keyboard.press("Enter");
}
