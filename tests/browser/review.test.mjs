// Remembering: what is due on which day, until when, and what the learner can see of it.

import assert from "node:assert/strict";
import ICAL from "ical.js";
import { addThem, chooseFile, download, downloadBackup } from "./lib/backups.mjs";
import { dateOf, dueCount, dueDays, testClock, wakeOn } from "./lib/calendar.mjs";
import {
  QUIZ_ITEM, answerRight, answerWrong, click, deck, go, inBrowsers, itemOf, next, press, ready, saved, storyItem, textOf,
} from "./lib/harness.mjs";
import { focus, tabTo } from "./lib/focus.mjs";

const clocked = { before: testClock };

const checks = deck.chapters.flatMap(({ check }) => check).map(itemOf)
  .filter(({ interaction }) => interaction.kind === "choice");

// Items of the story with no fact in common, each with one answer. The first one's is asked for by no item together with another: nothing
// but its own due days brings it up.
const isAlone = (fact) => deck.items.every(({ facts }) => !facts.includes(fact) || facts.length === 1);
const items = [checks.find(({ facts: [fact] }) => isAlone(fact))];
for (const item of checks) {
  if (items.every(({ facts }) => facts.every((fact) => !item.facts.includes(fact)))) items.push(item);
}
const factsOf = (items) => items.flatMap(({ facts }) => facts);
const said = (count) => `${count} ${count === 1 ? "fact" : "facts"}`;

/** Learns in the story: items right and wrong. */
async function learn(page, right, wrong = []) {
  for (const { id } of right) await answerRight(page, { at: storyItem(id) });
  for (const { id } of wrong) await answerWrong(page, { at: storyItem(id) });
  await saved(page, right.length + wrong.length);
}

/** Reviews what is due, all of it right: the facts that were asked. */
async function review(page) {
  await press(page, "review");
  const asked = [];
  do {
    const { item, outcome } = await answerRight(page);
    assert.equal(outcome, "correct");
    asked.push(...item.facts);
    await next(page);
  } while ((await page.waitForSelector(`${QUIZ_ITEM}, main[data-page=results]`)) && (await page.$(QUIZ_ITEM)));
  return new Set(asked);
}

inBrowsers("for a month the right facts are asked on the right days", async ({ open }) => {
  const page = await open("", clocked);
  const [one, two, three] = items;
  await learn(page, [one, two], [three]);
  const asked = {};
  for (let day = 0; day <= 30; day += 1) {
    await wakeOn(page, day);
    const count = await dueCount(page);
    const due = Object.entries(await dueDays(page)).filter(([, dueDay]) => dueDay <= day).map(([fact]) => fact);
    assert.equal(count, due.length, `on day ${day}`);
    if (count === 0) continue;
    await go(page, "#/review", "review");
    const facts = await review(page);
    assert.deepEqual(due.filter((fact) => !facts.has(fact)), [], `all that is due is asked on day ${day}`);
    assert.match(await textOf(page, "main"), /recalled at once\. The next review is (in \d+ days|tomorrow), /);
    for (const fact of facts) (asked[fact] ??= []).push(day);
  }
  // FSRS-6 with its defaults: what was right at once is asked after 2 and 11 days more, then after 46.
  assert.deepEqual(asked[one.facts[0]], [2, 13]);
  assert.equal(asked[two.facts[0]][0], 2);
  // What was wrong comes the next day, and more often.
  const again = asked[three.facts[0]];
  assert.equal(again[0], 1);
  assert.ok(again.length > 2, `asked on ${again}`);
}, { timeout: 300_000 });

inBrowsers("what is not right comes back in the same review until it is", async ({ open }) => {
  const page = await open("", clocked);
  await learn(page, items.slice(0, 3));
  await wakeOn(page, 2);
  await press(page, "review");
  await page.waitForSelector(QUIZ_ITEM);
  const turn = () => textOf(page, "#turn");
  const count = Number((await turn()).match(/^Review, (\d) left$/)[1]);
  assert.ok(count > 1);
  const { item: missed } = await answerWrong(page);
  assert.equal(await turn(), `Review, ${count} left`);
  await next(page);
  for (let left = count - 1; left > 0; left -= 1) {
    await answerRight(page);
    assert.equal(await turn(), `Review, ${left} left`);
    await next(page);
  }
  assert.equal((await answerWrong(page)).item.id, missed.id);
  assert.equal(await textOf(page, "[data-action=next]"), "Next");
  await press(page, "next");
  await page.waitForFunction(() => !document.querySelector("#item [data-outcome]"));
  // A reload goes on there.
  await saved(page, 3 + count + 1);
  await page.reload();
  await page.waitForSelector(`html[data-ready] ${QUIZ_ITEM}`);
  assert.equal(await turn(), "Review, 1 left");
  assert.equal((await answerRight(page)).item.id, missed.id);
  await next(page);
  await page.waitForSelector("main[data-page=results]");
  assert.match(await textOf(page, ".due"), /^\d+ of \d+ facts recalled at once\. 1 question came back until right\.$/);
  await go(page, "#/review", "review");
  assert.equal(await dueCount(page), 0);
});

inBrowsers("nothing learnt, nothing due, and the weakest", async ({ open }) => {
  const page = await open("#/review", clocked);
  await page.waitForSelector("main[data-page=review] a[href='#/']");
  assert.match(await textOf(page, "main"), /Nothing has been answered yet/);
  await go(page, "#/progress", "progress");
  assert.match(await textOf(page, "main"), /Nothing has been answered yet/);
  await go(page, "#/", "story");
  assert.equal(await textOf(page, ".head .primary"), "Start reading");
  await learn(page, items.slice(0, 2));
  assert.equal(await textOf(page, ".head .primary"), "Check yourself");
  await go(page, "#/review", "review");
  const number = said(factsOf(items.slice(0, 2)).length);
  assert.equal(
    await textOf(page, ".due"), `Nothing is due today. The next review is in 2 days, 3 July 2025: ${number}.`,
  );
  const before = await dueDays(page);
  await go(page, "#/review", "review");
  await press(page, "weakest");
  const { item } = await answerRight(page);
  await press(page, "finish");
  await page.waitForSelector("main[data-page=results]");
  const after = await dueDays(page);
  for (const fact of Object.keys(before)) {
    if (item.facts.includes(fact)) assert.ok(after[fact] >= before[fact], "practice never brings a fact nearer");
    else assert.equal(after[fact], before[fact], "and leaves the others");
  }
});

inBrowsers("the day turns while the tab sleeps", async ({ open }) => {
  const page = await open("", clocked);
  await learn(page, items.slice(0, 2));
  await go(page, "#/review", "review");
  assert.equal(await dueCount(page), 0);
  await page.evaluate(() => {
    sessionStorage.setItem("days", 2);
    document.dispatchEvent(new Event("visibilitychange"));
  });
  const { length } = factsOf(items.slice(0, 2));
  await page.waitForSelector(`[data-due='${length}']`);
  await go(page, "#/", "story");
  assert.equal(await textOf(page, ".head .primary"), `Review ${said(length)}`);
});

inBrowsers("a date: every fact is asked again before it", async ({ open }) => {
  const page = await open("", clocked);
  await learn(page, items.slice(0, 1));
  for (const day of [2, 13]) {
    await wakeOn(page, day);
    await review(page);
  }
  const [fact] = items[0].facts;
  assert.equal((await dueDays(page))[fact], 59);
  await go(page, "#/review", "review");
  const set = async (date) => {
    await page.$eval("#goal-date", (input, date) => {
      input.value = date;
      input.dispatchEvent(new InputEvent("input", { bubbles: true }));
    }, date);
    await press(page, "goal");
  };
  const says = (words) =>
    page.waitForFunction((words) => document.querySelector(".setup [aria-live]").textContent.includes(words), {}, words);
  await set(dateOf(13));
  await says("Choose a date after today");
  await set(dateOf(20));
  await says("before 21\u00a0July 2025");
  assert.equal((await dueDays(page))[fact], 19, "the day before");
  await wakeOn(page, 14);
  assert.equal(await page.$eval("[name=goal]:checked", ({ value }) => value), "until", "it is kept");
  assert.equal(await page.$eval("#goal-date", ({ value }) => value), dateOf(20));
  await click(page, "label:has([value=for-good])");
  await press(page, "goal");
  await says("about to be forgotten");
  assert.equal((await dueDays(page))[fact], 59);
});

inBrowsers("a calendar takes the coming days", async ({ open }) => {
  const page = await open("", clocked);
  const [right, wrong] = [items.slice(0, 2), items.slice(2, 3)];
  await learn(page, right, wrong);
  await go(page, "#/review", "review");
  const file = await download(page, "[data-action=calendar]", "factdeck-reviews.ics", ICAL.parse);
  assert.match(await textOf(page, "main"), /factdeck-reviews\.ics/);
  const events = new ICAL.Component(ICAL.parse(file)).getAllSubcomponents("vevent").map((one) => new ICAL.Event(one));
  const found = events.map(({ uid, summary, startDate, endDate }) =>
    ({ uid, summary, start: startDate.toString(), end: endDate.toString() }));
  assert.deepEqual(found, [
    { uid: `${deck.id}-20250702@factdeck`, summary: `Factdeck: ${said(factsOf(wrong).length)} to review`, start: dateOf(1), end: dateOf(2) },
    { uid: `${deck.id}-20250703@factdeck`, summary: `Factdeck: ${said(factsOf(right).length)} to review`, start: dateOf(2), end: dateOf(3) },
  ]);
});

inBrowsers("two devices that merge their files have the same schedule", async ({ open }) => {
  const [phone, laptop] = [await open("", clocked), await open("", clocked)];
  await phone.bringToFront();
  await learn(phone, items.slice(0, 3));
  await wakeOn(phone, 2);
  await review(phone);
  await laptop.bringToFront();
  await learn(laptop, items.slice(2, 4), items.slice(4, 5));
  await wakeOn(laptop, 1);
  await review(laptop);
  const files = [];
  for (const page of [phone, laptop]) {
    await page.bringToFront();
    await go(page, "#/data", "data");
    files.push((await downloadBackup(page)).text);
  }
  const schedules = [];
  for (const [index, page] of [phone, laptop].entries()) {
    await page.bringToFront();
    await chooseFile(page, files[1 - index]);
    await addThem(page);
    await wakeOn(page, 9, "progress");
    await page.waitForSelector("[data-fact]");
    schedules.push(await textOf(page, "main"));
    const { text } = await (await go(page, "#/data", "data"), downloadBackup(page));
    files.push(text);
  }
  assert.equal(schedules[0], schedules[1], "every word of the page");
  assert.equal(files[2], files[3], "and every byte of the log");
});

inBrowsers("a quiz under a clock that was ahead is told as such, and the next one's result is its own", async ({ open }) => {
  const page = await open("", clocked);
  const quiz = async (count, act) => {
    await go(page, `#/quiz?count=${count}&sure=off&seed=${count}&start=now`, "quiz");
    for (let turn = 0; turn < count; turn += 1) {
      await act(page);
      await next(page);
    }
    await page.waitForSelector("main[data-page=results]");
    return textOf(page, "main .score");
  };
  await wakeOn(page, 190);
  assert.match(await quiz(4, answerWrong), /^0 of 4/);
  await wakeOn(page, 0);
  const says = await textOf(page, "main");
  assert.match(says, /All answers so far have a date that is still to come/);
  assert.match(says, /7 January 2026/);
  await go(page, "#/progress", "progress");
  assert.match(await textOf(page, "main"), /still to come/);
  const score = await quiz(3, answerRight);
  assert.match(score, /^3 of 3/);
  await wakeOn(page, 0, "results");
  assert.equal(await textOf(page, "main .score"), score, "after a reload too");
  await go(page, "#/review", "review");
  assert.doesNotMatch(await textOf(page, "main"), /still to come/, "new answers count");
});

inBrowsers("by keyboard alone: review, finish, and until when", async ({ open }) => {
  const page = await open("", clocked);
  const at = storyItem(items[0].id);
  await page.$eval(`${at} [data-choice]`, (radio) => radio.focus());
  await page.keyboard.press(" ");
  await page.keyboard.press("Enter");
  await saved(page, 1);
  await wakeOn(page, 2, "progress");
  await page.reload(); // from the top of the page
  await ready(page);
  await tabTo(page, "nav a[href='#/review']");
  await page.keyboard.press("Enter");
  await page.waitForSelector("main[data-page=review]");
  await tabTo(page, "[data-action=review]");
  await page.keyboard.press("Enter");
  await page.waitForSelector(QUIZ_ITEM);
  assert.notEqual((await focus(page)).name, "body");
  await page.keyboard.press("s");
  const verdict = await page.waitForSelector(`${QUIZ_ITEM} [data-outcome=revealed]`);
  await page.waitForFunction((verdict) => document.activeElement === verdict, {}, verdict);
  await page.keyboard.press("Enter");
  await page.waitForFunction(() => !document.querySelector("#item [data-outcome]"));
  assert.match(await textOf(page, "#turn"), /^Review, 1 left$/);
  await tabTo(page, "[data-action=finish]");
  await page.keyboard.press("Enter");
  await page.waitForSelector("main[data-page=results]");
  await tabTo(page, "main a[href='#/review']");
  await page.keyboard.press("Enter");
  await page.waitForSelector("main[data-page=review]");
  await tabTo(page, "[name=goal]");
  await page.keyboard.press("ArrowDown"); // round, to the first
  assert.equal(await page.$eval("[name=goal]:checked", ({ value }) => value), "next-week");
  assert.equal(await textOf(page, ".setup [aria-live]"), "", "an arrow key sets nothing");
  await tabTo(page, "[data-action=goal]");
  await page.keyboard.press("Enter");
  await page.waitForFunction(() => document.querySelector(".setup [aria-live]").textContent.includes("10\u00a0July 2025"));
});
