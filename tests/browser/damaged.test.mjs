// Records that can no longer be read cost nothing but themselves, and stay where they are.

import assert from "node:assert/strict";
import { addThem, chooseFile, downloadBackup, figure } from "./lib/backups.mjs";
import { answerRight, deck, go, inBrowsers, saved, storyItem, textOf } from "./lib/harness.mjs";
import { attemptsIn, damage, entryOf, records, savedExactly } from "./lib/stored.mjs";

const NOTICE = ".notices [data-notice=damage]";

inBrowsers("damaged records are told of, the others intact, and all go into the backup", async ({ open }) => {
  const page = await open();
  const ids = deck.chapters.slice(0, 5).map((chapter) => chapter.check[0]);
  for (const [index, id] of ids.entries()) {
    await answerRight(page, { at: storyItem(id) });
    await saved(page, index + 1);
  }

  const before = await records(page);
  const struck = before.filter((record) => [ids[1], ids[3]].includes(entryOf(record).event.item));
  assert.equal(struck.length, 2);
  await damage(page, struck.map(({ key }) => key));
  const damaged = await records(page);
  assert.notDeepEqual(damaged, before);

  await page.reload();
  await page.waitForSelector(NOTICE);
  assert.match(await textOf(page, NOTICE), /^2 records of your answers cannot be read/);
  await savedExactly(page, 3);

  // What comes after is stored beside them.
  await answerRight(page, { at: storyItem(deck.chapters[5].check[0]) });
  await savedExactly(page, 4);
  await go(page, "#/data", "data");
  assert.equal(await figure(page, "Answers"), 4);
  assert.equal(await figure(page, "Damaged records"), 2);

  const stored = await records(page);
  for (const record of damaged) {
    assert.deepEqual(stored.find(({ key }) => key === record.key), record, "nothing was mended or removed");
  }
  const backup = await downloadBackup(page, { at: NOTICE });
  const byKey = (one, other) => (one.key < other.key ? -1 : 1);
  assert.deepEqual(backup.records.toSorted(byKey), stored, "the backup holds the damaged ones as they are");

  // On another device they are counted and left out.
  const elsewhere = await open("#/data");
  assert.match(await chooseFile(elsewhere, backup.text), /2 records in it cannot be read/);
  assert.match(await addThem(elsewhere), /^4 entries were added/);
  await savedExactly(elsewhere, 4);
  const kept = ids.filter((id) => ![ids[1], ids[3]].includes(id));
  const expected = [...kept, deck.chapters[5].check[0]].sort();
  assert.deepEqual(attemptsIn(await records(elsewhere)).map(({ item }) => item).sort(), expected);
});
