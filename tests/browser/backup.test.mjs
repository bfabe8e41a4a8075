// The backup: taken, everything erased, given back, merged with what another device has, refused if it is none.

import assert from "node:assert/strict";
import { addThem, chooseFile, downloadBackup, figure } from "./lib/backups.mjs";
import {
  answerRight, answerWrong, click, deck, go, inBrowsers, next, press, saved, storyItem, textOf,
} from "./lib/harness.mjs";
import { focus } from "./lib/focus.mjs";
import { attemptsIn, records, savedCount, savedExactly, storedItems } from "./lib/stored.mjs";

const checks = deck.chapters.flatMap(({ check }) => check);
const DIALOG = "#erase-dialog[open]";

/** Answers items of the story and the first ones of a quiz, and waits until they are stored. */
async function learn(page, story, quizzed) {
  const before = await savedCount(page);
  for (const id of story) await answerRight(page, { at: storyItem(id) });
  if (quizzed) await go(page, `#/quiz?start=now&order=deck&sure=off&count=${quizzed + 1}`, "quiz");
  for (let turn = 0; turn < quizzed; turn += 1) {
    await (turn % 2 ? answerRight : answerWrong)(page);
    await next(page);
  }
  await saved(page, before + story.length + quizzed);
}

const figures = async (page) => {
  await go(page, "#/data", "data");
  return { answers: await figure(page, "Answers"), quizzes: await figure(page, "Quizzes begun") };
};

inBrowsers("what was erased comes back from the backup, and only with a yes", async ({ open }) => {
  const page = await open();
  await learn(page, checks.slice(0, 2), 2);
  assert.deepEqual(await figures(page), { answers: 4, quizzes: 1 });
  const stored = await records(page);
  const backup = await downloadBackup(page);
  assert.deepEqual([backup.kind, backup.format], ["factdeck-backup", 1]);
  assert.equal(backup.records.length, stored.length);

  // Three ways out of the question lose nothing.
  const ask = async () => {
    await press(page, "erase");
    await page.waitForSelector(DIALOG);
    assert.match(await textOf(page, `${DIALOG} h2`), /^Erase 4 answers\?/);
  };
  const closed = () => page.waitForFunction((dialog) => !document.querySelector(dialog), {}, DIALOG);
  await ask();
  await click(page, `${DIALOG} [data-action=keep]`);
  await closed();
  await ask();
  await page.keyboard.press("Escape");
  await closed();
  await ask();
  await page.reload();
  await savedExactly(page, 4);
  assert.deepEqual(await records(page), stored, "nothing is lost without a yes");

  await ask();
  await click(page, `${DIALOG} [data-action=erase-all]`);
  // At once the page says that nothing is stored, and that all was erased when the store has done it.
  await savedExactly(page, 0);
  await page.waitForFunction(() => document.activeElement.id === "erased");
  const { id, text } = await focus(page);
  assert.deepEqual([id, text], ["erased", "Everything was erased."], "the focus is not lost with the button");
  assert.deepEqual(await records(page), []);
  assert.equal(await page.$("[data-action=erase]"), null, "there is nothing to erase");
  assert.deepEqual(await figures(page), { answers: 0, quizzes: 0 });
  await page.reload();
  await savedExactly(page, 0);

  const preview = await chooseFile(page, backup.text);
  assert.match(preview, new RegExp(`holds ${stored.length} entries that are not here and 0 that are`));
  assert.deepEqual(await records(page), [], "a preview changes nothing");
  assert.match(await addThem(page), new RegExp(`^${stored.length} entries were added`));
  await savedExactly(page, 4);
  assert.deepEqual(await figures(page), { answers: 4, quizzes: 1 });
  assert.deepEqual(await records(page), stored, "each as it was");

  await page.reload();
  await savedExactly(page, 4);
  await go(page, "#/quiz", "quiz");
  assert.match(await textOf(page, "#turn"), /^Question 3 of 3$/, "the quiz goes on where it was left");
});

inBrowsers("a backup is merged with what another device has: all of both, nothing twice", async ({ open }) => {
  const phone = await open();
  await learn(phone, checks.slice(0, 3), 1);
  await go(phone, "#/data", "data");
  const backup = await downloadBackup(phone);

  // The same item is answered there too: both attempts count.
  const laptop = await open();
  await learn(laptop, checks.slice(2, 4), 2);
  const own = await records(laptop);
  await go(laptop, "#/data", "data");
  await chooseFile(laptop, backup.text);
  await addThem(laptop);
  await savedExactly(laptop, 8);
  const merged = await records(laptop);
  const union = [...own, ...backup.records].sort((one, other) => (one.key < other.key ? -1 : 1));
  assert.deepEqual(merged, union, "the union, each record as it was");

  assert.match(await chooseFile(laptop, backup.text), /^Everything in this file is here already/);
  assert.equal(await laptop.$("[data-action=restore-now]"), null, "there is nothing to say yes to");
  assert.deepEqual(await records(laptop), merged, "a second time adds nothing");

  // The other way round, what both have by now.
  const both = await downloadBackup(laptop);
  await phone.bringToFront(); // a page behind another draws no frames
  await chooseFile(phone, both.text);
  await addThem(phone);
  await savedExactly(phone, 8);
  assert.deepEqual(await records(phone), merged, "both devices have the same");
  assert.equal((await downloadBackup(phone)).text, both.text, "and write the same backup");
});

inBrowsers("what is no backup of ours is refused in a sentence and changes nothing", async ({ open }) => {
  const page = await open();
  await learn(page, checks.slice(0, 2), 0);
  await go(page, "#/data", "data");
  const stored = await records(page);
  const { text } = await downloadBackup(page);
  const newer = JSON.stringify({ ...JSON.parse(text), format: 2, records: [{ unheard: "of" }] });

  const refused = [
    ["nonsense", /no backup, or it was cut off: .* line 1, column 2\. Nothing was changed/],
    [text.slice(0, text.length >> 1), /cut off: .* line 1, column \d+\. Nothing was changed/],
    ["", /line 1, column 0\. Nothing was changed/],
    [JSON.stringify(deck), /not a backup of Factdeck\. Nothing was changed/],
    [newer, /format 2, which a newer version .* Nothing was changed/],
    [Buffer.from([0x50, 0x4b, 0x03, 0x04, 0xff, 0xfe]), /not text, .* Nothing was changed/],
    [Buffer.alloc(50 * 1024 * 1024 + 1, " "), /larger than a backup can be \(50 MB\)\. Nothing was changed/],
  ];
  for (const [content, sentence] of refused) {
    assert.match(await chooseFile(page, content), sentence);
    assert.equal(await page.$("[data-action=restore-now]"), null, "there is nothing to say yes to");
  }
  assert.deepEqual(await records(page), stored);
  assert.equal(await savedCount(page), 2);

  // A sound one is still taken after them.
  assert.match(await chooseFile(page, text), /^Everything in this file is here already/);
  assert.deepEqual(await storedItems(page), attemptsIn(stored).map(({ item }) => item).sort());
});
