// The way through the quiz by every kind of item, with a look at each state.

import { answer, next, press, QUIZ_ITEM, showMe, shownItem } from "./answers.mjs";
import { KINDS, responseFor } from "./deck.mjs";
import { go } from "./page.mjs";

/** From the choices for a quiz to the question before erasing; `look` is given each state's name. */
export async function tour(page, look) {
  await go(page, "#/quiz", "quiz");
  await look("set-up");

  await go(page, "#/quiz?order=deck&start=now", "quiz");
  await page.waitForSelector(QUIZ_ITEM);
  const left = new Set(KINDS);
  while (left.size > 0) {
    const item = await shownItem(page);
    const { kind } = item.interaction;
    if (!left.delete(kind)) {
      await showMe(page);
      await next(page);
      continue;
    }
    if (await page.$("[data-action=hint]")) await press(page, "hint");
    await look(`${kind} asked`);
    const outcome = responseFor(item, "partial") === undefined ? "wrong" : "partial";
    await answer(page, outcome, { sure: "certain" });
    await look(`${kind} ${outcome}`);
    await next(page);
  }
  await press(page, "reveal");
  await look("shown");
  await next(page);
  await answer(page, "correct");
  await look("right");

  await press(page, "finish");
  await page.waitForSelector("main[data-page=results]");
  await look("results");

  await go(page, "#/progress", "progress");
  await look("progress");
  await go(page, "#/review", "review");
  await look("review");
  await press(page, "weakest");
  await page.waitForSelector(QUIZ_ITEM);
  await look("review asked");
  await press(page, "reveal");
  await next(page);
  await press(page, "finish");
  await page.waitForSelector("main[data-page=results]");
  await look("review results");
  await go(page, "#/data", "data");
  await look("data");
  await press(page, "erase");
  await page.waitForSelector("dialog[open]");
  await look("question before erasing");
}
