// Answering, as a learner with a pointer and a keyboard does.

import { attribute, click } from "./page.mjs";
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
  if (kind === "choice") return choose(response);
  if (kind === "multiple") {
    for (const id of response) await choose(id);
  } else if (kind === "cloze") {
    for (const [gap, id] of Object.entries(response)) await page.select(`${at} [data-gap="${gap}"]`, id);
  } else {
    await click(page, `${at} [data-entry]`);
    await page.keyboard.type(response);
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
