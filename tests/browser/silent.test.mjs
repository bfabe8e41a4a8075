// Storage that does not answer, that others empty or delete, that is erased from another tab: it is told, learning goes
// on, what is said to be stored is stored, and nothing that was erased comes back.

import assert from "node:assert/strict";
import { chooseFile, downloadBackup, figure } from "./lib/backups.mjs";
import {
  answerRight, click, deck, go, inBrowsers, next, press, ready, storyItem, textOf,
} from "./lib/harness.mjs";
import { longBackup } from "./lib/long-log.mjs";
import { SILENT, leavesStorageAlone, readsNothing } from "./lib/storage-faults.mjs";
import { attemptsIn, isErased, records, savedCount, savedExactly, storedItems } from "./lib/stored.mjs";

const notice = (kind) => `.notices [data-notice=${kind}]`;
const [chapter] = deck.chapters;
const at = (index) => storyItem(deck.chapters.flatMap(({ check }) => check)[index]);

const isTold = async (page, kind, says) => {
  await page.waitForSelector(notice(kind));
  assert.match(await textOf(page, notice(kind)), says);
};
const isOver = (page, kind) => page.waitForFunction((at) => !document.querySelector(at), {}, notice(kind));

for (const [way, { before, most }] of Object.entries(SILENT)) {
  inBrowsers(`if ${way}, it is told, learning goes on, and a late answer is taken`, async ({ open }) => {
    const page = await open("", { before });
    await page.evaluate(() => { window.isSilent = true; });
    const given = [(await answerRight(page, { at: at(0) })).item.id];
    await isTold(page, "storage", /does not answer/);
    // A quiz can be begun and goes on.
    await go(page, "#/quiz?start=now&order=deck&count=2&sure=off", "quiz");
    for (let turn = 0; turn < 2; turn += 1) {
      given.push((await answerRight(page)).item.id);
      assert.match(await textOf(page, "main"), /Not saved yet/);
      await next(page);
    }
    await page.waitForSelector("main[data-page=results]");
    assert.ok((await savedCount(page)) <= most, "nothing is said to be stored that was not seen to be");
    const backup = await downloadBackup(page, { at: notice("storage") });
    assert.deepEqual(attemptsIn(backup.records).map(({ item }) => item).sort(), given.toSorted());

    await page.evaluate(() => window.letGo());
    await savedExactly(page, 3);
    await isOver(page, "storage");
    assert.deepEqual(await storedItems(page), given.toSorted());
    await page.reload();
    await page.evaluate(() => window.letGo?.());
    await savedExactly(page, 3);
  });

  inBrowsers(`if ${way}, the next answer is tried on a new connection`, async ({ open }) => {
    const page = await open("", { before });
    await page.evaluate(() => { window.isSilent = true; });
    await answerRight(page, { at: at(0) });
    await isTold(page, "storage", /does not answer/);
    // What is silent stays so; what is asked for from now on is answered.
    await page.evaluate(() => { window.isSilent = false; });
    await answerRight(page, { at: at(1) });
    await savedExactly(page, 2);
    await isOver(page, "storage");
  });
}

inBrowsers("a deletion that waits for another program holds up no learning", async ({ open }) => {
  const other = await open("", { before: leavesStorageAlone });
  // It holds the database, and has asked for its deletion: whoever opens it now waits.
  await other.evaluate(() => new Promise((resolve) => {
    const opening = window.storage.open("factdeck", 1);
    opening.onupgradeneeded = () => opening.result.createObjectStore("records");
    opening.onsuccess = () => {
      window.held = opening.result;
      const deleting = window.storage.deleteDatabase("factdeck");
      deleting.onblocked = resolve;
    };
  }));
  const page = await open("", { beside: other });
  await isTold(page, "storage", /does not answer/);
  await answerRight(page, { at: at(0) });
  assert.equal(await savedCount(page), 0);
  await other.evaluate(() => window.held.close());
  await savedExactly(page, 1);
  await isOver(page, "storage");
});

inBrowsers("a database that can be written and not read is told, and read once it can be", async ({ open }) => {
  const page = await open("", { before: readsNothing });
  await answerRight(page, { at: at(0) });
  await isTold(page, "storage", /could not be stored just now/);
  assert.equal(await savedCount(page), 0);
  await page.evaluate(() => { window.isBroken = false; });
  await answerRight(page, { at: at(1) });
  await savedExactly(page, 2);
  await isOver(page, "storage");
});

for (const [way, version, store] of [
  ["of a later layout", 9, "records"],
  ["without the records' place", 1, "other"],
]) {
  inBrowsers(`a database ${way} is told, and learning goes on`, async ({ open }) => {
    const other = await open("", { before: leavesStorageAlone });
    await other.evaluate((version, store) => new Promise((resolve) => {
      const opening = window.storage.open("factdeck", version);
      opening.onupgradeneeded = () => opening.result.createObjectStore(store);
      opening.onsuccess = () => { opening.result.close(); resolve(); };
    }), version, store);
    const page = await open("#/quiz?start=now&order=deck&count=2&sure=off", { beside: other });
    await answerRight(page);
    await isTold(page, "storage", /could not be stored just now/);
    await next(page);
    await answerRight(page);
    await go(page, "#/data", "data");
    assert.equal(await figure(page, "Answers"), 2);
    assert.equal((await downloadBackup(page)).records.length > 2, true);
  });
}

inBrowsers("a database deleted from elsewhere is noticed, told, and filled again with all that is known", async ({ open }) => {
  const other = await open("", { before: leavesStorageAlone });
  const page = await open("#/quiz?order=deck&sure=off&start=now", { beside: other });
  await page.bringToFront();
  const given = [];
  const give = async () => {
    given.push((await answerRight(page)).item.id);
    await savedExactly(page, given.length);
    await next(page);
  };
  for (let turn = 0; turn < 3; turn += 1) await give();
  await other.evaluate(() => new Promise((resolve) => {
    window.storage.deleteDatabase("factdeck").onsuccess = resolve;
  }));
  await give();
  await isTold(page, "vanished", /deleted from this browser, but not by Factdeck/);
  await give();
  assert.deepEqual(await storedItems(page), given.toSorted());
  await page.reload();
  await savedExactly(page, given.length);
  assert.match(await textOf(page, "#turn"), /^Question 6 /, "with the quiz's beginning");
});

inBrowsers("an erasing that the storage does not answer is told, and made up for", async ({ open }) => {
  const page = await open("", { before: SILENT["a write never completes"].before });
  await answerRight(page, { at: at(0) });
  await savedExactly(page, 1);
  await page.evaluate(() => { window.isSilent = true; });
  await go(page, "#/data", "data");
  await press(page, "erase");
  await click(page, "#erase-dialog [data-action=erase-all]");
  await isTold(page, "storage", /could not be erased yet/);
  assert.doesNotMatch(await textOf(page, "main"), /Everything was erased/);
  await page.evaluate(() => window.letGo());
  await isOver(page, "storage");
  assert.deepEqual(await records(page), []);
  assert.match(await textOf(page, "main"), /Everything was erased/);
});

inBrowsers("everything erased while another tab restores a long backup stays erased, in all tabs", async ({ open }) => {
  const one = await open("#/data");
  const other = await open("#/data", { beside: one });
  await one.bringToFront();
  await chooseFile(one, longBackup(deck, 20_000));
  await click(one, "[data-action=restore-now]");
  await one.waitForFunction(() => Number(document.documentElement.dataset.saved) > 0, { polling: "mutation" });
  await other.bringToFront();
  await other.waitForFunction(() => Number(document.documentElement.dataset.saved) > 0, { polling: "mutation" });
  await press(other, "erase");
  await click(other, "#erase-dialog [data-action=erase-all]");
  await Promise.all([one, other].map(isErased));
  assert.deepEqual(await records(other), []);
  for (const page of [one, other]) {
    await page.bringToFront();
    await page.reload();
    await ready(page);
    await go(page, "#/data", "data");
    await page.waitForFunction(() => !document.querySelector("[data-action=erase]"));
    assert.equal(await figure(page, "Answers"), 0);
  }
});

inBrowsers("an answer of a tab that did not hear of the erasing does not come back", async ({ open }) => {
  // It hears nothing, since it has no channel.
  const deaf = await open("", { before: () => { delete window.BroadcastChannel; } });
  await answerRight(deaf, { at: at(0) });
  await savedExactly(deaf, 1);
  const other = await open("#/data", { beside: deaf });
  await savedExactly(other, 1);
  await other.bringToFront();
  await press(other, "erase");
  await click(other, "#erase-dialog [data-action=erase-all]");
  await isErased(other);
  await deaf.bringToFront();
  await savedExactly(deaf, 0); // it looks when it comes into view
  await answerRight(deaf, { at: at(1) });
  await savedExactly(deaf, 1);
  assert.deepEqual(await storedItems(deaf), [chapter.check[1]]);
});

inBrowsers("a restore that was cut off is told, until it is done again", async ({ open }) => {
  const backup = longBackup(deck, 20_000);
  const page = await open("#/data");
  await chooseFile(page, backup);
  await click(page, "[data-action=restore-now]");
  await page.waitForFunction(() => Number(document.documentElement.dataset.saved) > 0, { polling: "mutation" });
  await page.reload();
  await ready(page);
  await isTold(page, "unfinished", /not restored to its end/);
  await go(page, "#/data", "data");
  const restored = await savedCount(page);
  assert.ok(restored > 0 && restored < 20_000, `${restored}`);
  await chooseFile(page, backup);
  await click(page, "[data-action=restore-now]");
  await savedExactly(page, 20_000, 60_000);
  await isOver(page, "unfinished");
  await page.reload();
  await savedExactly(page, 20_000, 60_000);
  assert.equal(await page.$(notice("unfinished")), null);
});
