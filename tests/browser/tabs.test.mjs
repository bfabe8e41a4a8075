// Two tabs of one learner: both sets of answers are kept, and each shows the other's at once.

import assert from "node:assert/strict";
import {
  answer, answerRight, answerWrong, attribute, click, deck, go, inBrowsers, next, press, QUIZ_ITEM,
  shownItem, storyItem,
} from "./lib/harness.mjs";
import { savedCount, savedExactly, storedItems } from "./lib/stored.mjs";

const AT_MOST_MILLIS = 1000;

const [firstChapter, secondChapter] = deck.chapters;
const quizOf = (chapter, count) => `#/quiz?start=now&order=deck&sure=off&count=${count}&chapters=${chapter.id}`;

// A tab that lies behind another draws no frames: as people do, one works in the tab in front.
const inFront = async (page, act) => {
  await page.bringToFront();
  return act();
};

// Both tabs show the sum that `act` leads to, within a second of each other.
async function bothShow(one, other, count, act) {
  const [first, second, done] = await Promise.all([savedExactly(one, count), savedExactly(other, count), act()]);
  const apart = Math.abs(first - second);
  assert.ok(apart <= AT_MOST_MILLIS, `the tabs show ${count} answers ${apart} ms apart`);
  return done;
}

// Through the page itself, so that no driver puts answers in a row.
const revealAll = (page, chapters) =>
  page.evaluate((ids) => {
    for (const id of ids) document.querySelector(`main [data-item="${id}"] [data-action=reveal]`).click();
  }, chapters.flatMap(({ check }) => check));

inBrowsers("what one tab answers, the other shows within a second", async ({ open }) => {
  const one = await open();
  const other = await open("", { beside: one });
  const given = [];
  const give = async (page, at) => {
    const act = () => inFront(page, () => answerRight(page, at && { at }));
    const { item } = await bothShow(one, other, given.length + 1, act);
    given.push(item.id);
  };

  // In the story, in turn.
  for (const [index, id] of firstChapter.check.entries()) await give(index % 2 ? other : one, storyItem(id));

  // In the quiz: each tab its own.
  await go(one, quizOf(firstChapter, 3), "quiz");
  await go(other, quizOf(secondChapter, 3), "quiz");
  for (let turn = 0; turn < 3; turn += 1) {
    for (const page of [one, other]) {
      await give(page);
      await inFront(page, () => next(page));
    }
  }

  assert.deepEqual(await storedItems(one), given.toSorted(), "all that was given is stored");
  await one.reload();
  await savedExactly(one, given.length);
  await savedExactly(other, given.length);
});

inBrowsers("answers given in both tabs at the same moment are all kept", async ({ open }) => {
  const one = await open();
  const other = await open("", { beside: one });
  const half = deck.chapters.length >> 1;
  const ids = deck.chapters.flatMap(({ check }) => check);
  await bothShow(one, other, ids.length, () =>
    Promise.all([revealAll(one, deck.chapters.slice(0, half)), revealAll(other, deck.chapters.slice(half))]));
  assert.deepEqual(await storedItems(one), ids.toSorted());
});

inBrowsers("a tab whose timers stand still stores its answers and shows the other's", async ({ open }) => {
  // So it is behind other tabs on a phone. The clock leaps, so that all drawing seems to take long.
  const before = () => {
    let now = Date.now();
    Date.now = () => (now += 100);
    window.stopTimers = () => { window.setTimeout = () => 0; };
  };
  const slow = await open("", { before });
  const other = await open("", { beside: slow });
  await slow.evaluate(() => window.stopTimers());
  await revealAll(slow, [firstChapter]);
  await savedExactly(other, firstChapter.check.length);
  await revealAll(other, [secondChapter]);
  const ids = [firstChapter, secondChapter].flatMap(({ check }) => check);
  await savedExactly(slow, ids.length);
  assert.deepEqual(await storedItems(other), ids.toSorted());
});

inBrowsers("a tab that heard nothing catches up when it comes into view", async ({ open }) => {
  const asleep = await open("", { before: () => { delete window.BroadcastChannel; } });
  const other = await open("", { beside: asleep });
  const act = () => inFront(other, () => answerRight(other, { at: storyItem(firstChapter.check[0]) }));
  await Promise.all([act(), savedExactly(other, 1)]);
  assert.equal(await savedCount(asleep), 0);
  await inFront(asleep, () => savedExactly(asleep, 1));
});

inBrowsers("a session that is open in two tabs moves on in both", async ({ open }) => {
  const one = await open(quizOf(firstChapter, 4));
  const first = (await inFront(one, () => answerRight(one))).item;
  await savedExactly(one, 1);

  const other = await open("#/quiz", { beside: one });
  await other.waitForSelector(QUIZ_ITEM);
  const second = await shownItem(other);
  assert.notEqual(second.id, first.id, "the other tab goes on where the first one is");

  // Both at the second item; the other tab answers it.
  await inFront(one, () => next(one));
  assert.equal((await shownItem(one)).id, second.id);
  await inFront(other, () => answerWrong(other));
  await one.waitForFunction(
    (at, id) => document.querySelector(at).dataset.item !== id,
    { polling: "mutation", timeout: AT_MOST_MILLIS }, QUIZ_ITEM, second.id,
  );
  const third = await shownItem(one);
  await inFront(other, () => next(other));
  assert.equal((await shownItem(other)).id, third.id, "both ask the same item again");
  await Promise.all([savedExactly(one, 2), savedExactly(other, 2)]);
});

inBrowsers("an item that the other tab has answered is not asked again", async ({ open }) => {
  const one = await open(quizOf(firstChapter, 4));
  const first = (await inFront(one, () => answerRight(one))).item;
  await savedExactly(one, 1);
  // The first tab still shows its feedback while the other one goes further.
  const other = await open("#/quiz", { beside: one });
  await other.waitForSelector(QUIZ_ITEM);
  const { item: second } = await bothShow(one, other, 2, () => inFront(other, () => answerRight(other)));
  assert.equal(await attribute(one, QUIZ_ITEM, "data-item"), first.id, "feedback stays while it is read");

  await inFront(one, () => next(one));
  const shown = await shownItem(one);
  assert.ok(![first.id, second.id].includes(shown.id), `${shown.id} was answered already`);
});

inBrowsers("erasing in one tab empties the other", async ({ open }) => {
  const one = await open(quizOf(firstChapter, 3));
  const other = await open("", { beside: one });
  await inFront(one, () => answer(one, "correct"));
  await savedExactly(other, 1);
  await bothShow(one, other, 2, () =>
    inFront(other, () => answerRight(other, { at: storyItem(firstChapter.check[0]) })));

  await go(other, "#/data", "data");
  await inFront(other, () => press(other, "erase"));
  await bothShow(one, other, 0, () => inFront(other, () => click(other, "#erase-dialog [data-action=erase-all]")));
  await one.waitForSelector("main[data-page=quiz] .setup", { visible: true });
  assert.deepEqual(await storedItems(other), []);

  // The emptied tab goes on, and what it gives from now on is kept.
  await go(one, "#/", "story");
  await bothShow(one, other, 1, () =>
    inFront(one, () => answerRight(one, { at: storyItem(secondChapter.check[0]) })));
  assert.deepEqual(await storedItems(other), [secondChapter.check[0]]);
});
