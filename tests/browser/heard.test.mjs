// What a screen reader is told beyond the text: dialogs say what they are about, and what is only for eyes is silent.

import assert from "node:assert/strict";
import { QUIZ_ITEM, answer, click, firstInStory, go, inBrowsers, saved, storyItem } from "./lib/harness.mjs";

/** What an open dialog is named and described by. */
const told = (page) =>
  page.$eval("dialog[open]", (dialog) => {
    const text = (name) => document.getElementById(dialog.getAttribute(name))?.textContent.trim() ?? "";
    return { name: text("aria-labelledby"), description: text("aria-describedby") };
  });

inBrowsers("a dialog tells its name and what it says", async ({ open }) => {
  const page = await open("");
  await answer(page, "correct", { at: storyItem(firstInStory("choice").id) });
  await saved(page, 1);
  const openers = [
    ["#/", "story", ".prose a.term"],
    ["#/", "story", "footer [data-action=keys]"],
    ["#/data", "data", "[data-action=erase]"],
  ];
  for (const [fragment, name, opener] of openers) {
    await go(page, fragment, name);
    await click(page, `${opener}`);
    await page.waitForSelector("dialog[open]");
    const { name: title, description } = await told(page);
    assert.ok(title.length > 2, `${opener}: no name`);
    assert.ok(description.length > 15, `${opener}: no description`);
    await page.keyboard.press("Escape");
    await page.waitForFunction(() => !document.querySelector("dialog[open]"));
  }
});

inBrowsers("the bar of the quiz is for eyes: the words beside it are told", async ({ open }) => {
  const page = await open("#/quiz?start=now&order=deck&sure=off");
  await page.waitForSelector(QUIZ_ITEM);
  assert.equal(await page.$eval("main progress", (bar) => bar.getAttribute("aria-hidden")), "true");
  assert.match(await page.$eval("#turn", (turn) => turn.textContent), /^Question 1 of /);
});
