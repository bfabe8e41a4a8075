// Answering, as a learner with a pointer and a keyboard does.

import { attribute, click, textOf } from "./page.mjs";
import { itemOf, responseFor } from "./deck.mjs";

/** The item on screen in the quiz. */
export const QUIZ_ITEM = "main[data-page=quiz] [data-item]";

/** An item of the story. */
export const storyItem = (id) => `main[data-page=story] [data-item="${id}"]`;

/** The deck's item that an element of the page asks, once it is there. */
export async function shownItem(page, at = QUIZ_ITEM) {
  const element = await page.waitForSelector(at);
  return itemOf(await element.evaluate(({ dataset }) => dataset.item));
}

/** Picks, ticks, types or selects a response, without Check. */
export async function fill(page, response, at = QUIZ_ITEM) {
  const choose = (id) => click(page, `${at} label:has([data-choice="${id}"])`);
  const kind = await attribute(page, at, "data-interaction");
  if (kind === "choice" || kind === "place") return choose(response);
  if (kind === "multiple") {
    for (const id of response) await choose(id);
  } else if (kind === "mark") {
    for (const id of response) await click(page, `${at} .words[data-choice="${id}"]`);
  } else if (kind === "order") {
    await arrange(page, response, at);
  } else if (["cloze", "match", "classify"].includes(kind)) {
    for (const [gap, id] of Object.entries(response)) await page.select(`${at} [data-gap="${gap}"]`, id);
  } else {
    await click(page, `${at} [data-entry]`);
    await page.keyboard.type(response);
  }
}

/**
 * Moves events up, the first one first, until they stand in the order of `ids`. `up` presses a button. If they
 * stand so from the first, one is moved up and back: what nobody touched is no answer.
 */
export async function arrange(page, ids, at = QUIZ_ITEM, up = (button) => click(page, button)) {
  const events = () => page.$$eval(`${at} .events > li`, (lines) => lines.map(({ dataset }) => dataset.choice));
  const raise = async (id, now) => {
    await up(`${at} .events > [data-choice="${id}"] button:first-of-type`);
    await page.waitForFunction(
      (selector, id, now) => document.querySelectorAll(selector)[now - 1]?.dataset.choice === id,
      {}, `${at} .events > li`, id, now,
    );
  };
  if ((await events()).join() === ids.join()) await raise(ids[1], 1);
  for (const [place, id] of ids.entries()) {
    for (let now = (await events()).indexOf(id); now > place; now -= 1) await raise(id, now);
  }
}

/** Presses a button of the quiz or of an item. */
export const press = (page, action, at = "main") => click(page, `${at} [data-action="${action}"]`);

/** Waits for the feedback, and says what it is. */
export async function outcomeOf(page, at = QUIZ_ITEM) {
  const feedback = await page.waitForSelector(`${at} [data-outcome]`);
  return feedback.evaluate((element) => element.dataset.outcome);
}

/** Answers the item so that it comes to `outcome`; `sure`: "guess", "think" or "certain". */
export async function answer(page, outcome, { at = QUIZ_ITEM, sure } = {}) {
  const item = await shownItem(page, at);
  await fill(page, responseFor(item, outcome), at);
  if (sure) await click(page, `${at} label:has([data-sure="${sure}"])`);
  // In the story, a choice that a pointer picks is answered already.
  if ((await page.$(`${at} [data-outcome]`)) === null) await press(page, "check", at);
  return { item, outcome: await outcomeOf(page, at) };
}

export const answerRight = (page, options) => answer(page, "correct", options);
export const answerWrong = (page, options) => answer(page, "wrong", options);

/** Every answer of an answered item and why, once the fold with those that were neither given nor right is open. */
export async function explained(page, at = QUIZ_ITEM) {
  if (await page.$(`${at} .others:not([open])`)) await click(page, `${at} .others > summary`);
  return textOf(page, `${at} .answers`);
}

/** Goes on to the next item, or to the results after the last. */
export async function next(page) {
  const before = await attribute(page, QUIZ_ITEM, "data-item");
  await press(page, "next");
  await page.waitForFunction(
    (selector, before) => document.querySelector(selector)?.dataset.item !== before, {}, QUIZ_ITEM, before,
  );
}

/** Asks for the answers instead of giving one. */
export async function showMe(page) {
  const item = await shownItem(page);
  await press(page, "reveal");
  return { item, outcome: await outcomeOf(page) };
}

/** The ids of the choices on screen, in the order in which they are offered. */
export const offered = (page, at = QUIZ_ITEM) =>
  page.$$eval(`${at} [data-choice]`, (choices) => choices.map((choice) => choice.dataset.choice));
