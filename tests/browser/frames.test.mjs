// In a frame of another page that forbids forms, as course pages and note books make them: all that is pressed works.

import assert from "node:assert/strict";
import { writeFile } from "node:fs/promises";
import path from "node:path";
import {
  KINDS, QUIZ_ITEM, answer, click, deck, fill, firstInStory, go, inBrowsers, itemsOf, next, outcomeOf, press, ready,
  responseFor, showMe, shownItem, storyItem, textOf,
} from "./lib/harness.mjs";

/** A story in a page's frame without `allow-forms`, given the frame. `hold`: the program waits for `served.release()`. */
function inFrame(name, story, { hold = [] } = {}) {
  inBrowsers(name, async ({ open, serveCopy }) => {
    const served = await serveCopy({});
    const sandbox = "allow-scripts allow-same-origin";
    const frame = `<iframe sandbox="${sandbox}" style="width: 95vw; height: 95vh" src="index.html">`;
    const course = `<!doctype html><link rel=icon href=data:,><title>A course</title>${frame}</iframe>`;
    await writeFile(path.join(served.folder, "course.html"), course);
    await served.hold(...hold);
    const page = await open("course.html", { on: served, wait: false });
    const inner = await (await page.waitForSelector("iframe")).contentFrame();
    await inner.waitForSelector("main[data-page=story] [data-item]");
    if (hold.length === 0) await ready(inner);
    await story({ page, frame: inner, served });
  });
}

inFrame("the story: Check, Enter at a choice, and Enter in a field", async ({ page, frame }) => {
  const [choice, typed] = ["choice", "number"].map(firstInStory);
  await frame.focus(`${storyItem(choice.id)} [data-choice="${responseFor(choice, "correct")}"]`);
  await page.keyboard.press(" ");
  await page.keyboard.press("Enter");
  assert.equal(await outcomeOf(frame, storyItem(choice.id)), "correct");
  await frame.focus(`${storyItem(typed.id)} [data-entry]`);
  await page.keyboard.type(responseFor(typed, "correct"));
  await page.keyboard.press("Enter");
  assert.equal(await outcomeOf(frame, storyItem(typed.id)), "correct");
  const cloze = firstInStory("cloze");
  await answer(frame, "correct", { at: storyItem(cloze.id) });
});

inFrame("before the program, Check and Enter answer as well", async ({ page, frame, served }) => {
  const [choice, typed] = ["choice", "number"].map(firstInStory);
  await frame.focus(`${storyItem(choice.id)} [data-choice="${responseFor(choice, "wrong")}"]`);
  await page.keyboard.press(" ");
  await click(frame, `${storyItem(choice.id)} [data-action=check]`);
  assert.equal(await outcomeOf(frame, storyItem(choice.id)), "wrong");
  await frame.focus(`${storyItem(typed.id)} [data-entry]`);
  await page.keyboard.type(responseFor(typed, "correct"));
  await page.keyboard.press("Enter");
  await served.release();
  await ready(frame);
  assert.equal(await outcomeOf(frame, storyItem(typed.id)), "correct");
}, { hold: [".wasm"] });

inFrame("the quiz: Start, every kind, and the goal", async ({ page, frame }) => {
  await go(frame, "#/quiz?order=deck&sure=off", "quiz");
  await click(frame, "label:has([name=count][value=all])");
  await press(frame, "start");
  await frame.waitForSelector(QUIZ_ITEM);
  const left = new Set(KINDS);
  while (left.size > 0) {
    const item = await shownItem(frame);
    const { kind } = item.interaction;
    if (!left.delete(kind)) {
      await showMe(frame);
    } else if (["number", "text", "estimate"].includes(kind)) {
      await frame.focus(`${QUIZ_ITEM} [data-entry]`);
      await page.keyboard.type(responseFor(item, "correct"));
      await page.keyboard.press("Enter");
      assert.equal(await outcomeOf(frame), "correct", kind);
    } else {
      assert.equal((await answer(frame, "correct")).outcome, "correct", kind);
    }
    await next(frame);
  }
  await press(frame, "finish");
  await go(frame, "#/review", "review");
  await click(frame, "label:has([value=next-week])");
  await press(frame, "goal");
  await frame.waitForFunction(() => /.+/.test(document.querySelector(".setup [aria-live]").textContent));
});
