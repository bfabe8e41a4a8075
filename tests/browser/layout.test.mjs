// Every page and state at every size: nothing sticks out sideways, and targets are large enough.

import assert from "node:assert/strict";
import { SIZES, answerWrong, click, firstInStory, inBrowsers, storyItem } from "./lib/harness.mjs";
import { sticksOut, tooSmall } from "./lib/layout.mjs";
import { tour } from "./lib/tour.mjs";

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

    await tour(page, look);
    assert.deepEqual(wrong, [], name);
  });
}
