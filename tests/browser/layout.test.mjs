// Every page and state at every size: nothing sticks out sideways, and targets are large enough.

import assert from "node:assert/strict";
import {
  KINDS, SIZES, answerWrong, answerRight, attribute, firstInStory, go, inBrowsers, next, press, QUIZ_ITEM,
  storyItem, click,
} from "./lib/harness.mjs";
import { sticksOut, tooSmall } from "./lib/layout.mjs";

for (const [name, viewport] of Object.entries(SIZES)) {
  inBrowsers(`${viewport.width} x ${viewport.height}: all of it fits, and fingers find it`, async ({ open }) => {
    const wrong = [];
    const look = async (state) => {
      const found = [...(await sticksOut(page)), ...(await tooSmall(page, viewport.touch))];
      wrong.push(...[...new Set(found)].map((one) => `${state}: ${one}`));
    };

    const page = await open("", { viewport });
    const item = firstInStory("choice");
    await click(page, ".before > summary");
    await answerWrong(page, { at: storyItem(item.id) });
    await click(page, "[data-card] .badge > summary");
    await look("story");
    await click(page, ".prose a.term");
    await look("word");
    await page.keyboard.press("Escape");

    await go(page, "#/quiz", "quiz");
    await look("set-up");

    await go(page, "#/quiz?order=deck&start=now", "quiz");
    await page.waitForSelector(QUIZ_ITEM);
    const left = new Set(KINDS);
    while (left.size > 0) {
      const kind = await attribute(page, QUIZ_ITEM, "data-interaction");
      const isNew = left.delete(kind);
      if (isNew && (await page.$("[data-action=hint]"))) await press(page, "hint");
      if (isNew) await look(`${kind} asked`);
      await (isNew ? answerWrong : answerRight)(page, { sure: "certain" });
      if (isNew) await look(`${kind} answered`);
      await next(page);
    }

    await press(page, "finish");
    await page.waitForSelector("main[data-page=results]");
    await look("results");
    await go(page, "#/data", "data");
    await look("data");
    await press(page, "erase");
    await page.waitForSelector("dialog[open]");
    await look("question before erasing");

    assert.deepEqual(wrong, [], name);
  });
}
