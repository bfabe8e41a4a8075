// Every page and state at every size: nothing sticks out sideways, no word is broken, and targets are large enough.

import assert from "node:assert/strict";
import { SIZES, answerWrong, click, firstInStory, inBrowsers, storyItem } from "./lib/harness.mjs";
import { broken, sticksOut, tooSmall } from "./lib/layout.mjs";
import { tour } from "./lib/tour.mjs";

// Whether there is touch is settled when a page opens; its size may change at every state.
for (const touch of [true, false]) {
  const sizes = Object.values(SIZES).filter((size) => size.touch === touch);
  const names = sizes.map(({ width, height }) => `${width} x ${height}`);
  inBrowsers(`${names.join(", ")}: all of it fits, and ${touch ? "fingers find" : "a mouse finds"} it`, async ({ open }) => {
    const wrong = [];
    const look = async (state) => {
      for (const [at, { width, height }] of sizes.entries()) {
        await resize(page, width, height);
        const found = [...(await sticksOut(page)), ...(await broken(page)), ...(await tooSmall(page, touch))];
        wrong.push(...[...new Set(found)].map((one) => `${names[at]}, ${state}: ${one}`));
      }
    };

    const page = await open("", { viewport: sizes[0] });
    const item = firstInStory("choice");
    await click(page, ".before > summary");
    await answerWrong(page, { at: storyItem(item.id) });
    await click(page, "[data-card] .badge > summary");
    await look("story");
    await click(page, ".prose a.term");
    await look("word");
    await page.keyboard.press("Escape");

    await tour(page, look);
    assert.deepEqual(wrong, []);
  }, { timeout: 240_000 });
}

async function resize(page, width, height) {
  await page.setViewport({ ...page.viewport(), width, height });
  await page.waitForFunction((width) => matchMedia(`(width: ${width}px)`).matches, {}, width);
}
