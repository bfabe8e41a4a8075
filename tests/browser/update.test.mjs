// A new release is offered, never forced: a tab stays wholly old until the learner says yes in any of them,
// and then all are wholly new, with every answer and the session kept.

import assert from "node:assert/strict";
import { test } from "node:test";
import {
  answerRight, attribute, deck, DIST, go, inBrowsers, next, press, QUIZ_ITEM, ready, saved, storyItem, textOf,
} from "./lib/harness.mjs";
import { listed, readRelease, SECOND_TITLE, secondRelease } from "./lib/release.mjs";
import { FULL } from "./lib/storage-faults.mjs";
import { savedExactly, storedItems } from "./lib/stored.mjs";
import { cacheNames, isOffline, lookForUpdate } from "./lib/worker.mjs";

const OFFER = ".notices [data-notice=update]";
const HEADING = "main[data-page=story] h1";

// Else what follows would show nothing of real releases.
test("the tests list a release's files as the build does", async () => {
  assert.deepEqual(await listed(DIST), (await readRelease(DIST)).release.files);
});

const titleIs = (page, title) =>
  page.waitForFunction(
    (at, title) => document.querySelector(at)?.innerText === title && "ready" in document.documentElement.dataset,
    { polling: 20 }, HEADING, title,
  );

inBrowsers("an update waits for a yes, and then comes to both tabs at once", async ({ open, serve, after }) => {
  const served = await serve();
  const second = await secondRelease(after);
  // Two tabs of the first release in the middle of things.
  const story = await open("", { on: served });
  await isOffline(story);
  const given = [(await answerRight(story, { at: storyItem(deck.chapters[0].check[0]) })).item.id];
  const quiz = await open("#/quiz?start=now&order=deck&sure=off&count=4", { on: served, beside: story });
  given.push((await answerRight(quiz)).item.id);
  await saved(quiz, 2);
  await next(quiz);
  const asked = await attribute(quiz, QUIZ_ITEM, "data-item");
  const firstCache = await cacheNames(story);

  // The second release is put on the server; the story's tab comes upon it by a reload.
  await served.restart(second);
  await story.bringToFront();
  await story.reload();
  await ready(story);
  await story.waitForSelector(OFFER);
  assert.match(await textOf(story, OFFER), /new version is ready\. Your answers stay/);
  assert.equal(await textOf(story, HEADING), deck.title, "the tab is still of the first release");
  await quiz.bringToFront();
  await quiz.waitForSelector(OFFER, { timeout: 5000 });
  assert.equal(await attribute(quiz, QUIZ_ITEM, "data-item"), asked, "nobody is interrupted");

  // "Later" is a no for as long as this page lives; reloading does not sneak the update in.
  await press(quiz, "later", OFFER);
  await quiz.waitForFunction((offer) => !document.querySelector(offer), {}, OFFER);
  const third = await answerRight(quiz);
  given.push(third.item.id);
  await saved(quiz, 3);
  await next(quiz);
  const left = await attribute(quiz, QUIZ_ITEM, "data-item");
  await quiz.reload();
  await quiz.waitForSelector(OFFER);
  await go(quiz, "#/", "story");
  await titleIs(quiz, deck.title);
  await go(quiz, "#/quiz", "quiz");

  // Yes in one tab: both are of the second release.
  await story.bringToFront();
  await press(story, "update", OFFER);
  await titleIs(story, SECOND_TITLE);
  assert.equal(await story.$(OFFER), null);
  await savedExactly(story, 3);
  await quiz.bringToFront();
  await quiz.waitForSelector(QUIZ_ITEM);
  await savedExactly(quiz, 3);
  assert.equal(await attribute(quiz, QUIZ_ITEM, "data-item"), left, "the session goes on at its item");
  await go(quiz, "#/", "story");
  await titleIs(quiz, SECOND_TITLE);
  assert.deepEqual(await storedItems(quiz), given.toSorted(), "every answer is kept");

  // The first release is cleared away, and the second one works without the server.
  const secondCache = await cacheNames(quiz);
  assert.equal(secondCache.length, 1);
  assert.notDeepEqual(secondCache, firstCache);
  await served.kill();
  await quiz.reload();
  await titleIs(quiz, SECOND_TITLE);
  await savedExactly(quiz, 3);
});

inBrowsers("an update that nobody answered comes when the last tab is closed", async ({ open, serve, after }) => {
  const served = await serve();
  const second = await secondRelease(after);
  const page = await open("", { on: served });
  await isOffline(page);
  const keeper = await page.browserContext().newPage(); // keeps the learner's browser open
  await served.restart(second);
  await page.reload();
  await page.waitForSelector(OFFER);
  await page.close();

  const again = await open("", { on: served, beside: keeper });
  await titleIs(again, SECOND_TITLE);
});


inBrowsers("an update asks first while answers are not stored, and waits in other tabs", async (given) => {
  const { open, serve, after } = given;
  const served = await serve();
  const second = await secondRelease(after);
  const [one, other, ...more] = deck.chapters[0].check.map(storyItem);
  const before = FULL.commits;
  const makeRoom = (page) => page.evaluate(() => { window.isFull = false; });
  const here = await open("", { on: served, before });
  await isOffline(here);
  const there = await open("", { on: served, beside: here, before });
  await answerRight(there, { at: one });
  await here.bringToFront();
  await answerRight(here, { at: other });
  await served.restart(second);
  await lookForUpdate(here);
  await here.waitForSelector(OFFER);

  // Pressed, it asks; "Stay here" is a no.
  const asks = `${OFFER} [data-asks=update]`;
  await press(here, "update", OFFER);
  await here.waitForSelector(asks);
  assert.match(await textOf(here, asks), /Not all of your answers are stored\. Loading the page anew loses/);
  assert.ok(await here.$(`${asks} [data-action=backup]`), "a backup is offered");
  assert.ok(await here.$eval(asks, (question) => question === document.activeElement), "it has the focus");
  await press(here, "stay", OFFER);
  await here.waitForSelector(`${OFFER} [data-action=update]`);
  // Pressed again, it goes on by itself once all is stored.
  await press(here, "update", OFFER);
  await here.waitForSelector(asks);
  assert.equal(await textOf(here, HEADING), deck.title);
  await makeRoom(here);
  await press(here, "reveal", more[0]);
  await titleIs(here, SECOND_TITLE);
  await savedExactly(here, 2);

  // The other tab, whose answer is not stored either, has not been loaded anew; then it is.
  await there.bringToFront();
  await there.waitForSelector(`${OFFER} [data-action=reload]`);
  assert.match(await textOf(there, OFFER), /put in place from another tab/);
  await press(there, "reload", OFFER);
  await there.waitForSelector(`${OFFER} [data-asks=reload] [data-action=anyway]`);
  assert.equal(await textOf(there, HEADING), deck.title);
  await makeRoom(there);
  await press(there, "reveal", more[1]);
  await titleIs(there, SECOND_TITLE);
  await savedExactly(there, 4);
});
