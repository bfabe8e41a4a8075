// Progress: a sentence, a square for each fact, and no text of a fact that was not met yet.

import assert from "node:assert/strict";
import {
  answerRight, answerWrong, deck, go, inBrowsers, firstInStory, saved, storyItem, textOf,
} from "./lib/harness.mjs";

inBrowsers("facts are told by steps; on the day of an answer without a percentage; those not met are squares", async ({ open }) => {
  const page = await open("");
  const wrong = firstInStory("choice");
  const right = firstInStory("number");
  await answerWrong(page, { at: storyItem(wrong.id) });
  await answerRight(page, { at: storyItem(right.id) });
  await saved(page, 2);
  await go(page, "#/progress", "progress");
  const asked = new Set(deck.items.flatMap(({ facts }) => facts));
  const missed = wrong.facts.filter((fact) => !right.facts.includes(fact));
  const isOne = missed.length === 1 ? "was" : "were";
  assert.equal(
    await textOf(page, ".due"),
    `Of ${asked.size} facts, 0 hold, ${right.facts.length} ${right.facts.length === 1 ? "is" : "are"} shaky, ${missed.length} ${isOne} missed.`,
  );
  const squares = await page.$$eval(".squares i", (all) => all.map(({ dataset }) => dataset.step ?? "new"));
  assert.equal(squares.length, asked.size);
  assert.equal(squares.filter((step) => step !== "new").length, new Set([...wrong.facts, ...right.facts]).size);

  const chapter = deck.chapters.find(({ check }) => check.includes(wrong.id));
  const fold = `[data-chapter="${chapter.id}"]`;
  await page.focus(`${fold} > summary`);
  await page.keyboard.press("Enter");
  await page.waitForSelector(`${fold}[open]`);
  const lines = await textOf(page, `${fold} ul`);
  assert.doesNotMatch(lines, /%/, "no percentage on the day of an answer");
  const whole = await page.$eval("main", (main) => main.textContent);
  const met = new Set([...wrong.facts, ...right.facts]);
  for (const { id, statement } of deck.facts) assert.equal(whole.includes(statement), met.has(id), statement);
});
