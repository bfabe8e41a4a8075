// Storage that is denied or full never stops learning, and nothing that was given is lost.

import assert from "node:assert/strict";
import { downloadBackup } from "./lib/backups.mjs";
import { DENIED, FULL } from "./lib/denied.mjs";
import {
  answer, answerRight, answerWrong, deck, go, inBrowsers, next, storyItem, textOf,
} from "./lib/harness.mjs";
import { attemptsIn, savedCount, savedExactly, storedItems } from "./lib/stored.mjs";

const NOTICE = ".notices [data-notice=storage]";
const [chapter] = deck.chapters;

/** What "Your data" says beside a name, as a number; nothing if it does not say it. */
const figure = (page, name) =>
  page.evaluate((name) => {
    const term = [...document.querySelectorAll("main dl.stored dt")].find((term) => term.innerText === name);
    return term && Number(term.nextElementSibling.innerText);
  }, name);

const itemsIn = (backup) => attemptsIn(backup.records).map(({ item }) => item).sort();

for (const [way, before] of Object.entries(DENIED)) {
  inBrowsers(`learning goes on if ${way}`, async ({ open }) => {
    const page = await open("", { before });
    assert.match(await (await page.waitForSelector(NOTICE)).evaluate((notice) => notice.innerText), /not let Factdeck keep/);

    const given = [(await answerRight(page, { at: storyItem(chapter.check[0]) })).item.id];
    await go(page, "#/quiz?start=now&count=2&sure=off", "quiz");
    for (const outcome of ["correct", "wrong"]) {
      given.push((await answer(page, outcome)).item.id);
      await next(page);
    }
    await page.waitForSelector("main[data-page=results]");
    assert.match(await textOf(page, "main .score"), /^1 of 2/);

    await go(page, "#/data", "data");
    assert.equal(await figure(page, "Answers"), given.length);
    assert.ok((await figure(page, "Waiting to be stored")) >= given.length);
    assert.equal(await savedCount(page), 0, "nothing is said to be stored");
    assert.deepEqual(itemsIn(await downloadBackup(page)), given.toSorted(), "the backup has every answer");
    assert.deepEqual(itemsIn(await downloadBackup(page, { at: NOTICE })), given.toSorted(), "the notice's too");
  });
}

// Answers while there is no room, then makes room.
async function throughFullDisk(page, { makeFull, makeRoom }) {
  await answerRight(page, { at: storyItem(chapter.check[0]) });
  await makeFull();
  await answerWrong(page, { at: storyItem(chapter.check[1]) });
  await page.waitForSelector(NOTICE);
  assert.match(await textOf(page, NOTICE), /no room left/);
  await go(page, "#/quiz?start=now&order=deck&count=3&sure=off", "quiz");
  const quizzed = (await answerRight(page)).item.id;
  assert.match(await textOf(page, "main"), /Not saved yet/);

  await go(page, "#/data", "data");
  assert.equal(await figure(page, "Answers"), 3);
  assert.ok((await figure(page, "Waiting to be stored")) >= 2, "the page says how many wait");
  const given = [chapter.check[0], chapter.check[1], quizzed];
  assert.deepEqual(itemsIn(await downloadBackup(page)), given.toSorted());

  await makeRoom();
  await go(page, "#/quiz", "quiz");
  await next(page);
  given.push((await answerRight(page)).item.id);
  await savedExactly(page, 4);
  await page.waitForFunction((notice) => !document.querySelector(notice), {}, NOTICE);
  await go(page, "#/data", "data");
  assert.equal(await figure(page, "Waiting to be stored"), undefined);
  assert.deepEqual(await storedItems(page), given.toSorted(), "what waited is stored");

  await page.reload();
  await savedExactly(page, 4);
}

for (const [when, before] of Object.entries(FULL)) {
  inBrowsers(`a full disk is told of, and its answers are stored later, if it shows ${when}`, async ({ open }) => {
    const page = await open("", { before });
    const setFull = (isFull) => page.evaluate((isFull) => { window.isFull = isFull; }, isFull);
    await setFull(false);
    // After the reload there is room from the start.
    await page.evaluateOnNewDocument(() => { window.isFull = false; });
    await throughFullDisk(page, { makeFull: () => setFull(true), makeRoom: () => setFull(false) });
  });
}

// A real quota. Firefox's driver cannot set one.
inBrowsers("a quota that is used up is told of, and its answers are stored later", async ({ open, served }) => {
  const page = await open();
  const session = await page.createCDPSession();
  const quota = (quotaSize) =>
    session.send("Storage.overrideQuotaForOrigin", { origin: served.origin, ...(quotaSize && { quotaSize }) });
  await throughFullDisk(page, { makeFull: () => quota(1), makeRoom: () => quota() });
}, { browsers: ["chromium"] });

