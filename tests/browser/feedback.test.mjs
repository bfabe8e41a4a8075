// What is said after an answer, in the order in which it is read: the verdict, what was given, what is right, and
// behind a fold why not the others. And where it was answered stands what is right.

import assert from "node:assert/strict";
import {
  QUIZ_ITEM, SIZES, answer, explained, fill, firstInStory, inBrowsers, next, press, responseFor, showMe, shownItem,
  storyItem, tap, textOf,
} from "./lib/harness.mjs";

const QUIZ = "#/quiz?order=deck&start=now";

/** Opens a quiz and goes on to the first item of `kind` that `fits`, showing answers. */
async function asked(open, kind, fits = () => true, options = {}) {
  const page = await open(QUIZ, options);
  for (let item = await shownItem(page); ; item = await shownItem(page)) {
    if (item.interaction.kind === kind && fits(item)) return { page, item };
    await showMe(page);
    await next(page);
  }
}

/** The answers in view: name, verdict and whether it is marked as given. */
const lines = (page, at = QUIZ_ITEM) =>
  page.$$eval(`${at} .answer`, (all) => all.filter((one) => one.checkVisibility()).map((one) => {
    const [verdict, ...yours] = one.querySelector(".is").innerText.split(/\s*\n\s*|(?= Your| You )/);
    return { name: one.dataset.for, verdict: verdict.trim(), yours: yours.join(" ").trim() };
  }));

const keyOf = (item) => item.interaction.choices.find(({ correct }) => correct).id;

inBrowsers("a choice: what was given, then what is right, and the others behind a fold", async ({ open }) => {
  const { page, item } = await asked(open, "choice");
  const wrong = responseFor(item, "wrong");
  await answer(page, "wrong");
  const [given, right, ...more] = await lines(page);
  assert.deepEqual([given.name, given.verdict, given.yours], [wrong, "Not right", "Your answer"]);
  assert.deepEqual([right.name, right.verdict, right.yours], [keyOf(item), "Right", ""]);
  assert.deepEqual(more, [], "the others are behind the fold");
  const { text } = item.interaction.choices.find(({ correct }) => correct);
  // The verdict tells it once more, for ears: as wide as nothing.
  const seen = await page.$$eval(`${QUIZ_ITEM} *`, (all, text) => all.filter((one) =>
    one.children.length === 0 && one.textContent === text && one.checkVisibility() &&
    one.getBoundingClientRect().width > 0).length, text);
  assert.equal(seen, 1, "what is right is seen once");
  const told = await explained(page);
  for (const { rationale } of item.interaction.choices) assert.ok(told.includes(rationale), rationale);
});

inBrowsers("right at once: one reason, the others behind a fold", async ({ open }) => {
  const { page, item } = await asked(open, "choice");
  await answer(page, "correct");
  assert.deepEqual(await lines(page), [{ name: keyOf(item), verdict: "Right", yours: "Your answer" }]);
});

inBrowsers("certain and wrong: the fold is open", async ({ open }) => {
  const { page, item } = await asked(open, "choice");
  await answer(page, "wrong", { sure: "certain" });
  assert.equal((await lines(page)).length, item.interaction.choices.length);
});

inBrowsers("in the story: the same order, whether a finger answered before the program or after", async ({ open, served }) => {
  const item = firstInStory("choice");
  const at = storyItem(item.id);
  const wrong = responseFor(item, "wrong");
  await served.hold(".wasm");
  const page = await open("", { viewport: SIZES.phone, wait: false });
  await tap(page, `${at} label:has([data-choice="${wrong}"])`);
  const before = await lines(page, at);
  assert.deepEqual(before.map(({ name }) => name), [wrong, keyOf(item)]);
  await served.release();
  await page.waitForSelector("html[data-ready]");
  assert.deepEqual(await lines(page, at), before);
}, { ownSite: true });

inBrowsers("ticks: what was missed is called so", async ({ open }) => {
  const { page, item } = await asked(open, "multiple", (item) => responseFor(item, "partial"));
  await answer(page, "partial");
  const ticked = responseFor(item, "partial");
  const expected = item.interaction.choices
    .filter(({ id, correct }) => correct || ticked.includes(id))
    .map(({ id, correct }) => [id, ticked.includes(id) ? (correct ? "Right" : "Not right") : "Missed"]);
  assert.deepEqual(new Map((await lines(page)).map(({ name, verdict }) => [name, verdict])), new Map(expected));
});

inBrowsers("a number and a name: one line of answer, one reason, and what was typed", async ({ open }) => {
  for (const [kind, typed, said] of [["number", "7", /^Not right You said 7: /], ["text", "Atlantis", /^Not right You said: Atlantis\./]]) {
    const { page } = await asked(open, kind);
    await fill(page, typed);
    await press(page, "check");
    await page.waitForSelector(`${QUIZ_ITEM} [data-outcome]`);
    assert.match(await textOf(page, `${QUIZ_ITEM} .feedback`), said);
    assert.deepEqual((await lines(page)).map(({ name }) => name), ["key"]);
  }
});

inBrowsers("the correction stands in the thing itself", async ({ open }) => {
  const place = await asked(open, "place");
  const name = (id) => place.page.$eval(`${QUIZ_ITEM} label:has([data-choice="${id}"])`, (label) => label.innerText.trim());
  const [wrong, right] = [await name(responseFor(place.item, "wrong")), await name(keyOf(place.item))];
  await answer(place.page, "wrong");
  const shown = (what) => place.page.$eval(`${QUIZ_ITEM} .map .${what}`, (point) => point.textContent.trim());
  assert.deepEqual([await shown("wrong"), await shown("right")], [wrong, right]);
  assert.ok(await place.page.$(`${QUIZ_ITEM} .map line`), "a line leads from one to the other");

  const cloze = await asked(open, "cloze");
  await answer(cloze.page, "wrong");
  const texts = (what) => cloze.page.$$eval(`${QUIZ_ITEM} .cloze ${what}`, (all) => all.map((one) => one.textContent));
  const given = responseFor(cloze.item, "wrong");
  const { gaps } = cloze.item.interaction;
  assert.deepEqual(await texts("ins"), gaps.map(({ choices }) => choices.find(({ correct }) => correct).text));
  const struck = gaps.map(({ id, choices }) => choices.find((choice) => choice.id === given[id] && !choice.correct)?.text);
  assert.deepEqual(await texts("del"), struck.filter(Boolean));

  const mark = await asked(open, "mark");
  const marked = responseFor(mark.item, "wrong");
  await answer(mark.page, "wrong");
  const looks = await mark.page.$$eval(`${QUIZ_ITEM} .words`, (all) => all.map(({ dataset }) => [dataset.choice, dataset.is]));
  for (const { id, correct } of mark.item.interaction.parts.filter(({ id }) => id)) {
    const expected = marked.includes(id) ? (correct ? "right" : "wrong") : correct ? "missed" : undefined;
    assert.equal(new Map(looks).get(id), expected, id);
  }

  const order = await asked(open, "order");
  const put = responseFor(order.item, "wrong");
  await answer(order.page, "wrong");
  const moved = await order.page.$$eval(`${QUIZ_ITEM} .answer`, (all) => all.map(({ dataset }) => Number(dataset.moved ?? 0)));
  assert.deepEqual(moved, order.item.interaction.events.map(({ id }, position) => put.indexOf(id) - position));
}, { timeout: 240_000 });

inBrowsers("the verdict moves in for a moment, and not for those who want no motion", async ({ open }) => {
  for (const [motion, count] of [["no-preference", 1], ["reduce", 0]]) {
    const { page } = await asked(open, "choice");
    await page.emulateMediaFeatures([{ name: "prefers-reduced-motion", value: motion }]);
    await answer(page, "wrong");
    const lasts = await page.$eval(`${QUIZ_ITEM} .feedback`, (said) => {
      const { animationName, animationDuration } = getComputedStyle(said);
      return animationName === "none" ? [] : [animationDuration];
    });
    assert.deepEqual(lasts, Array(count).fill("0.16s"));
  }
}, { browsers: ["chromium"] });
