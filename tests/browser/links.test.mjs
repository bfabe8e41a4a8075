// Links: those that begin a quiz end no other one without a yes, and all are read as they were meant.

import assert from "node:assert/strict";
import {
  answerRight, answerWrong, attribute, click, deck, go, inBrowsers, itemsOf, next, press, ready, QUIZ_ITEM, saved, shownItem,
  textOf,
} from "./lib/harness.mjs";
import { violations } from "./lib/axe.mjs";
import { focus } from "./lib/focus.mjs";
import { records, entryOf } from "./lib/stored.mjs";

const FIRST = "#/quiz?start=now&order=deck&sure=off&count=4";
const OTHER = `#/quiz?start=now&order=deck&sure=off&count=3&chapters=${deck.chapters[1].id}`;
const QUESTION = "main[data-page=quiz] [data-notice=resume]:has(+ .setup)";

const closed = async (page) => (await records(page)).filter((record) => entryOf(record).event.event === "closed").length;

/** Answers the first question of a quiz, and is at the second; gives its id. */
async function underWay(open) {
  const page = await open(FIRST);
  await answerRight(page);
  await next(page);
  await saved(page, 1);
  return { page, at: (await shownItem(page)).id };
}

async function isAsked(page) {
  await page.waitForSelector(QUESTION);
  assert.match(await textOf(page, QUESTION), /in the middle of another quiz.*Go on with your quiz \(2 of 4\)/);
  assert.equal(await page.$(QUIZ_ITEM), null);
  assert.equal((await focus(page)).id, "heading", "the focus is at the question");
  assert.deepEqual(await violations(page), []);
  assert.equal(await closed(page), 0, "nothing is ended before a yes");
}

inBrowsers("a link in the middle of a quiz asks; the quiz goes on", async ({ open }) => {
  const { page, at } = await underWay(open);
  await go(page, OTHER, "quiz");
  await isAsked(page);
  await click(page, `${QUESTION} [data-action=resume]`);
  await page.waitForSelector(QUIZ_ITEM);
  assert.equal((await shownItem(page)).id, at);
  assert.equal((await focus(page)).item, at);
});

inBrowsers("a link that opens the app in the middle of a quiz asks; with a yes it begins", async ({ open }) => {
  const { page, at } = await underWay(open);
  const tab = await open(OTHER, { beside: page });
  await isAsked(tab);
  assert.equal(await tab.$eval("[name=count]:checked", ({ value }) => value), "3", "it shows what the link asks for");
  await press(tab, "start");
  await tab.waitForSelector(QUIZ_ITEM);
  assert.equal(await textOf(tab, "#turn"), "Question 1 of 3");
  assert.notEqual((await shownItem(tab)).id, at);
  await answerWrong(tab);
  await next(tab);
  assert.equal(await textOf(tab, "#turn"), "Question 2 of 3");
  await saved(tab, 2);
  assert.equal(await closed(tab), 1);
});

inBrowsers("the way back to a link that was followed ends nothing", async ({ open }) => {
  const page = await open(OTHER);
  await press(page, "finish");
  await go(page, "#/quiz?order=deck&sure=off&count=4", "quiz");
  await press(page, "start");
  await answerRight(page);
  await next(page);
  await saved(page, 1);
  for (let steps = 0; (await page.evaluate(() => location.hash)) !== OTHER; steps += 1) {
    assert.ok(steps < 5, "the link is in the history");
    await page.goBack();
  }
  await page.waitForSelector(QUESTION);
  assert.equal(await closed(page), 1, "only the one that was finished");
});

inBrowsers("a quiz without an answer gives way to a link at once", async ({ open }) => {
  const page = await open(FIRST);
  const before = await attribute(page, QUIZ_ITEM, "data-item");
  await go(page, OTHER, "quiz");
  await page.waitForFunction((at, id) => document.querySelector(at)?.dataset.item !== id, {}, QUIZ_ITEM, before);
  assert.equal(await textOf(page, "#turn"), "Question 1 of 3");
});

inBrowsers("a link in the story begins its quiz without a flash of the choices", async ({ open }) => {
  const page = await open();
  await page.evaluate(() => {
    const { body } = document;
    window.flashes = 0;
    const isChoices = (node) => node.matches?.(".setup") || node.querySelector?.(".setup");
    new MutationObserver((changes) => {
      const nodes = changes.flatMap(({ addedNodes, removedNodes }) => [...addedNodes, ...removedNodes]);
      window.flashes += nodes.filter(isChoices).length;
    }).observe(body, { childList: true, subtree: true });
  });
  await go(page, OTHER, "quiz");
  await page.waitForSelector(QUIZ_ITEM);
  assert.equal(await page.evaluate(() => window.flashes), 0);
});

const [one, two] = deck.chapters;
const ofBoth = itemsOf(one).length + itemsOf(two).length;
const ASKED = "order=deck&start=now&sure=off";

// What links come as, and how many questions they ask.
const READ = {
  [`#/quiz?chapters=${one.id}%2C${two.id}&${ASKED}`]: ofBoth,
  [`#/quiz?chapters=${one.id},%20${two.id}&${ASKED}`]: ofBoth,
  [`#/quiz?chapters=${one.id},${two.id}&${ASKED.replaceAll("&", "&amp;")}`]: ofBoth,
  [`#/quiz/?chapters=${one.id},${two.id}&${ASKED}.`]: ofBoth,
  [`#/quiz%3Fchapters%3D${one.id}%26${ASKED.replaceAll("&", "%26")}`]: itemsOf(one).length,
  [`#/quiz?count=03&${ASKED}`]: 3,
};

// What cannot be read of links, in the words of the page that says so.
const MISREAD = {
  [`#/quiz?chapters=${one.id},no-such&${ASKED}`]: /does not have a chapter “no-such”/,
  [`#/quiz?chapters=no-such&${ASKED}`]: /does not have a chapter “no-such”/,
  [`#/quiz?chapters=${one.id}x&${ASKED}`]: new RegExp(`“${one.id}x” was read as “${one.id}”`),
  [`#/quiz?cuont=3&${ASKED}`]: /“cuont” was read as “count”/,
  [`#/quiz?count=ten&${ASKED}`]: /“count=ten” was left out: count takes a number/,
};

inBrowsers("links are read as they were meant, and what cannot be read is named before anything begins", async ({ open }) => {
  const page = await open("#/data");
  for (const [link, count] of Object.entries(READ)) {
    await go(page, "#/data", "data");
    await go(page, link, "quiz");
    await page.waitForSelector(QUIZ_ITEM);
    assert.equal(await textOf(page, "#turn"), `Question 1 of ${count}`, link);
  }
  const begun = async () => (await records(page)).filter((record) => entryOf(record).event.event === "started").length;
  for (const [link, says] of Object.entries(MISREAD)) {
    await go(page, "#/data", "data");
    const before = await begun();
    await go(page, link, "quiz");
    await page.waitForSelector("[data-notice=link]");
    assert.match(await textOf(page, "[data-notice=link]"), says, link);
    assert.equal(await page.$(QUIZ_ITEM), null, link);
    assert.equal(await begun(), before, "nothing has begun");
    assert.equal((await focus(page)).id, "heading", "the focus comes along");
    assert.deepEqual(await violations(page), [], link);
  }
  // What is there now begins by a press, and the address is that of a quiz that was begun.
  await press(page, "start");
  await page.waitForSelector(QUIZ_ITEM);
  assert.equal(await textOf(page, "#turn"), `Question 1 of ${deck.items.length}`);
});

inBrowsers("an address that leads nowhere says so, and where it may lead", async ({ open }) => {
  const page = await open("#/quizz?count=3");
  assert.match(await textOf(page, "main[data-page=unknown]"), /no page “quizz” here.*Was this meant\?/);
  assert.match(await page.title(), /^This address leads nowhere · /);
  assert.deepEqual(await violations(page), []);
  await click(page, "main a[href='#/quiz?count=3']");
  await page.waitForSelector("main[data-page=quiz] .setup");
  const card = one.cards[0].id;
  await go(page, `#/card/${card}x`, "unknown");
  assert.match(await textOf(page, "main"), new RegExp(`does not have a card “${card}x”`));
  await click(page, `main a[href='#/card/${card}']`);
  await page.waitForSelector("main[data-page=story]");
  await go(page, "#/chapter/no-such-chapter-at-all", "unknown");
  await click(page, "main a.primary");
  await page.waitForSelector("main[data-page=story]");
});

inBrowsers("a link that opens at its first item begins there in the program too", async ({ open, served }) => {
  const links = [
    ...["&count=4", "&seed=7", "&start=now", "&chapters=", "&count=0", "&count=100001", "&count=4.", "&cuont=4", "&Count=4",
      "&sure=on", `&chapters=${one.id}`, "&utm_source=x", "&seed=99999999999999999999"].map((more) => `#/quiz?${ASKED}${more}`),
    `#/quiz/?${ASKED}`, `#//quiz?${ASKED}`, `#/Quiz?${ASKED}`, `#quiz?${ASKED}`, `#/quiz%3F${ASKED}`, `#/quizz?${ASKED}`,
    `#/quiz?${ASKED.replaceAll("&", "&amp;")}`, `#/quiz?${ASKED.replace("deck", "dekc")}`,
  ];
  let early = 0;
  for (const link of links) {
    await served.hold(".wasm");
    const page = await open(link, { wait: false });
    const opening = await page.$eval("html", (root) => root.dataset.opening);
    await served.release();
    await ready(page);
    if (opening === "item") {
      early += 1;
      const shown = await page.waitForSelector(`${QUIZ_ITEM}, [data-notice=link]`);
      assert.equal(await shown.evaluate(({ dataset }) => dataset.item), deck.items[0].id, link);
    }
    await page.close();
  }
  assert.ok(early >= 4, `${early} of them open at the first item`);
}, { browsers: ["chromium"], ownSite: true });
