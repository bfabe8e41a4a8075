// Storage that is denied or full never stops learning, and nothing that was given is lost.

import assert from "node:assert/strict";
import { downloadBackup, figure } from "./lib/backups.mjs";
import {
  answer, answerRight, answerWrong, click, deck, go, inBrowsers, next, press, ready, storyItem, textOf,
} from "./lib/harness.mjs";
import { DENIED, FULL, opensLate } from "./lib/storage-faults.mjs";
import { attemptsIn, savedCount, savedExactly, storedItems } from "./lib/stored.mjs";

const NOTICE = ".notices [data-notice=storage]";
const [chapter] = deck.chapters;

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
async function throughFullDisk(page, makeRoom) {
  await answerWrong(page, { at: storyItem(chapter.check[1]) });
  await page.waitForSelector(NOTICE);
  assert.match(await textOf(page, NOTICE), /no room left/);
  await go(page, "#/quiz?start=now&order=deck&count=3&sure=off", "quiz");
  const given = [chapter.check[1], (await answerRight(page)).item.id];
  assert.match(await textOf(page, "main"), /Not saved yet/);

  await go(page, "#/data", "data");
  assert.equal(await figure(page, "Answers"), 2);
  assert.ok((await figure(page, "Waiting to be stored")) >= 2, "the page says how many wait");
  assert.equal(await savedCount(page), 0, "nothing is said to be stored");
  assert.deepEqual(itemsIn(await downloadBackup(page)), given.toSorted(), "the backup has every answer");

  await makeRoom();
  await go(page, "#/quiz", "quiz");
  await next(page);
  given.push((await answerRight(page)).item.id);
  await savedExactly(page, given.length);
  await page.waitForFunction((notice) => !document.querySelector(notice), {}, NOTICE);
  await go(page, "#/data", "data");
  assert.equal(await figure(page, "Waiting to be stored"), undefined);
  assert.deepEqual(await storedItems(page), given.toSorted(), "what waited is stored");

  await page.reload();
  await savedExactly(page, given.length);
}

for (const [when, before] of Object.entries(FULL)) {
  inBrowsers(`a full disk is told of, and its answers are stored later, if it shows when it ${when}`, async ({ open }) => {
    const page = await open("", { before });
    await page.evaluateOnNewDocument(() => { window.isFull = false; }); // for the reload in the end
    await throughFullDisk(page, () => page.evaluate(() => { window.isFull = false; }));
  });
}

// The browser's own quota: what the stubs above only play. Firefox's driver cannot set one.
inBrowsers("a quota that is used up is told of, and its answers are stored later", async ({ open, served }) => {
  const page = await open("#/data");
  const session = await page.createCDPSession();
  const { origin } = served;
  await session.send("Storage.overrideQuotaForOrigin", { origin, quotaSize: 1 });
  await page.reload(); // it remembers for a while how much room there was
  await ready(page);
  await go(page, "#/", "story");
  await throughFullDisk(page, () => session.send("Storage.overrideQuotaForOrigin", { origin }));
}, { browsers: ["chromium"] });

inBrowsers("a database that did not open is tried again with the next answer", async ({ open }) => {
  const page = await open("", { before: opensLate });
  await answerRight(page, { at: storyItem(chapter.check[0]) });
  await page.waitForSelector(NOTICE);
  assert.match(await textOf(page, NOTICE), /tried again with the next/);
  await page.evaluate(() => { window.isBroken = false; });
  await answerRight(page, { at: storyItem(chapter.check[1]) });
  await savedExactly(page, 2, 5000);
});

inBrowsers("a database that did not open is tried again after a while, without an answer", async ({ open }) => {
  const page = await open("");
  await answerRight(page, { at: storyItem(chapter.check[0]) });
  await savedExactly(page, 1);
  const other = await open("", { beside: page, before: opensLate });
  await other.waitForSelector(NOTICE);
  assert.equal(await savedCount(other), 0);
  await other.evaluate(() => { window.isBroken = false; });
  await savedExactly(other, 1);
  await other.waitForFunction((at) => !document.querySelector(at), {}, NOTICE);
});

inBrowsers("erasing what could never be stored does not silence the notice", async ({ open }) => {
  const page = await open("", { before: DENIED["there is no indexedDB"] });
  await answerRight(page, { at: storyItem(chapter.check[0]) });
  await go(page, "#/data", "data");
  await press(page, "erase");
  await click(page, "#erase-dialog [data-action=erase-all]");
  await page.waitForFunction(() => !document.querySelector("#erase-dialog").open);
  assert.equal(await figure(page, "Answers"), 0);
  await go(page, "#/", "story");
  await answerRight(page, { at: storyItem(chapter.check[1]) });
  await page.waitForSelector(NOTICE);
  assert.match(await textOf(page, NOTICE), /not let Factdeck keep/);
});
