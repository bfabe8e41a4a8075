// The whole way of a learner: read, check yourself, take a quiz, see the result, take up what was missed.

import assert from "node:assert/strict";
import {
  QUIZ_ITEM, SIZES, answer, attribute, click, deck, explained, firstInStory, go, inBrowsers, itemsOf, next,
  offered, outcomeOf, pointsFor, press, ready, responseFor, saved, showMe, shownItem, storyItem, tap, textOf,
} from "./lib/harness.mjs";

inBrowsers("reading: a tap answers, a word opens, a badge says who says so", async ({ open }) => {
  const page = await open("", { viewport: SIZES.phone });

  const item = firstInStory("choice");
  const at = storyItem(item.id);
  await tap(page, `${at} label:has([data-choice="${responseFor(item, "wrong")}"])`);
  assert.equal(await outcomeOf(page, at), "wrong");
  const told = await explained(page, at);
  for (const { rationale } of item.interaction.choices) assert.ok(told.includes(rationale), rationale);
  await saved(page, 1);
  const chapter = deck.chapters.find(({ check }) => check.includes(item.id));
  const line = await textOf(page, `.contents a[href="#/chapter/${chapter.id}"]`);
  assert.match(line, /\d+ learning/);

  const term = (await attribute(page, ".prose a.term", "href")).replace("#/term/", "");
  const { meaning } = deck.glossary.find(({ id }) => id === term);
  await tap(page, ".prose a.term");
  await page.waitForSelector("dialog[open]");
  assert.ok((await textOf(page, "dialog[open]")).includes(meaning));
  await tap(page, "dialog[open] [data-action=close]");
  await page.waitForSelector("dialog[open]", { hidden: true });
  assert.equal(await page.evaluate(() => document.activeElement.className), "term", "the focus is back");

  const [card] = deck.chapters[0].cards;
  const { statement } = deck.facts.find(({ id }) => id === card.facts[0]);
  const badge = `[data-card="${card.id}"] .badge`;
  await tap(page, `${badge} summary`);
  await page.waitForSelector(`${badge}[open]`);
  assert.ok((await textOf(page, badge)).includes(statement));
});

// One line for each question: what it comes to, and how sure the learner says to be.
const TEN = [
  ["correct", "certain"], ["wrong"], ["revealed"], ["partial", "think"], ["partial"],
  ["correct"], ["wrong", "certain"], ["correct", "guess"], ["wrong", "guess"], ["correct"],
];

inBrowsers("quiz: ten of many kinds, and the result is what was answered", async ({ open }) => {
  const kindsOf = (chapter) => new Set(itemsOf(chapter).slice(0, 10).map((item) => item.interaction.kind)).size;
  const [chapter] = deck.chapters.toSorted((a, b) => kindsOf(b) - kindsOf(a));
  assert.ok(kindsOf(chapter) >= 5, "no chapter's first ten items are of many kinds");

  const page = await open("#/quiz?order=deck");
  for (const { id } of deck.chapters.filter(({ id }) => id !== chapter.id)) {
    await click(page, `label:has([name=chapter][value="${id}"])`);
  }
  await click(page, "label:has([name=count][value='10'])");
  await press(page, "start");

  const answers = [];
  for (const [index, [wanted, sure]] of TEN.entries()) {
    assert.equal(await textOf(page, "#turn"), `Question ${index + 1} of 10`);
    const item = await shownItem(page);
    assert.equal(item.id, itemsOf(chapter)[index].id);
    if (index === 0 && item.hint) assert.ok(await isHintShown(page, item));
    const possible = wanted === "revealed" || responseFor(item, wanted) !== undefined;
    const aim = possible ? wanted : "wrong";
    const { outcome } = aim === "revealed" ? await showMe(page) : await answer(page, aim, { sure });
    assert.equal(outcome, aim, `question ${index + 1}, ${item.id}`);
    const told = await explained(page);
    const { choices, rows, events } = item.interaction;
    for (const { rationale } of choices ?? rows ?? events ?? []) assert.ok(told.includes(rationale), rationale);
    answers.push({ item, outcome, sure });
    await saved(page, index + 1);
    await next(page);
  }

  await page.waitForSelector("main[data-page=results]");
  const count = (outcome) => answers.filter((answer) => answer.outcome === outcome).length;
  const points = answers.reduce((sum, { item, outcome }) => sum + pointsFor(item, outcome), 0);
  const shown = `${Math.round(points * 10) / 10} of 10`;
  assert.equal(await textOf(page, ".score"), `${shown} points`);
  const words = { correct: "right", partial: "partly right", wrong: "not right", revealed: "shown" };
  const tally = Object.entries(words).filter(([outcome]) => count(outcome) > 0);
  const said = await textOf(page, "h1:has(.score) + p");
  const expected = `${tally.map(([outcome, word]) => `${count(outcome)} ${word}`).join(", ")}.`;
  assert.ok(said.startsWith(expected), `${said} / ${expected}`);
  for (const [step, word] of [["certain", "certain"], ["think", "fairly sure"]]) {
    const given = answers.filter(({ sure }) => sure === step);
    const right = given.filter(({ outcome }) => outcome === "correct").length;
    const times = (number) => (number === 1 ? "once" : `${number} times`);
    const judged = `You were ${word} ${times(given.length)} and ${right ? `right ${times(right)}` : "never right"}.`;
    assert.equal(said.includes(judged), given.length > 0, `${said} / ${judged}`);
  }
  assert.match(await textOf(page, "[aria-labelledby=comes-back]"), /The next review is tomorrow, .*: \d+ facts?\. About \d+ minutes?, at your pace\./);
  await page.setViewport({ ...page.viewport(), width: SIZES.phone.width, height: SIZES.phone.height });
  const screens = await page.evaluate(() => document.querySelector("main").getBoundingClientRect().bottom / innerHeight + scrollY / innerHeight);
  assert.ok(screens <= 2.5, `${screens} phone screens before anything is opened`);

  const isCertain = ({ sure }) => sure === "certain";
  const missed = answers.filter(({ outcome }) => outcome !== "correct");
  const inOrder = [...missed.filter(isCertain), ...missed.filter((answer) => !isCertain(answer))];
  const ids = inOrder.map(({ item }) => item.id);
  const listed = await page.$$eval(".missed [data-item]", (items) => items.map((item) => item.dataset.item));
  assert.deepEqual(listed, ids, "sure but wrong first, then the rest");
  const certain = await page.$$eval("[aria-labelledby=sure-but-wrong] [data-item]", (items) => items.length);
  assert.equal(certain, missed.filter(isCertain).length);

  const rows = await page.$$eval("table.tally", (tables) =>
    tables.map((table) => [...table.tBodies[0].rows].map((row) => [row.cells[0], row.cells[2]].map((cell) => cell.textContent))));
  assert.deepEqual(rows[0], [[chapter.title, shown]]);
  const ofStandings = rows[1].reduce((sum, [, cell]) => sum + Number(cell.split(" of ")[1]), 0);
  assert.equal(ofStandings, 10);

  await press(page, "again");
  for (const [index, id] of ids.entries()) {
    await page.waitForSelector(`${QUIZ_ITEM}[data-item="${id}"]`);
    assert.equal(await textOf(page, "#turn"), `Question ${index + 1} of ${ids.length}`);
    await showMe(page);
    await next(page);
  }
});

async function isHintShown(page, { hint }) {
  await press(page, "hint");
  await page.waitForSelector(".hint[open]");
  return (await textOf(page, ".hint")).includes(hint);
}

inBrowsers("a session goes on where it was, after a reload and in a new tab", async ({ open }) => {
  const page = await open("#/quiz?count=10&seed=20250619&start=now&sure=off", { before: noteQuestions });
  for (let answered = 0; answered < 3; answered++) {
    await answer(page, answered === 1 ? "wrong" : "correct");
    await next(page);
  }
  while ((await offered(page)).length === 0) {
    await showMe(page);
    await next(page);
  }
  await saved(page, 3);
  const left = await place(page);

  await page.reload();
  // The page as text has a quiz item too, hidden.
  await ready(page);
  await page.waitForSelector(QUIZ_ITEM);
  assert.deepEqual(await place(page), left, "after a reload");
  assert.deepEqual(await page.evaluate(() => window.questions), [left.item], "no other question flashes up");

  await page.close();
  const tab = await open("", { beside: page });
  await press(tab, "resume");
  await tab.waitForSelector(QUIZ_ITEM);
  assert.deepEqual(await place(tab), left, "in a new tab");

  await answer(tab, "correct");
  await press(tab, "finish");
  await tab.waitForSelector("main[data-page=results]");
  const answered = Number(left.turn.match(/\d+/)[0]);
  assert.ok((await textOf(tab, ".score")).includes(`of ${answered} points`));
});

/** Notes in the page which questions it shows, one after the other. */
function noteQuestions() {
  window.questions = [];
  new MutationObserver(() => {
    const item = document.querySelector("main[data-page=quiz] [data-item]");
    const isNew = item?.checkVisibility() && item.dataset.item !== window.questions.at(-1);
    if (isNew) window.questions.push(item.dataset.item);
  }).observe(document, { subtree: true, childList: true, attributes: true });
}

const place = async (page) => ({
  item: await attribute(page, QUIZ_ITEM, "data-item"),
  order: await offered(page),
  turn: await textOf(page, "#turn"),
});

// What each browser showed for the same link: it is the same in all of them.
let elsewhere = null;

inBrowsers("a link with a seed gives everyone the same quiz", async ({ open }) => {
  const quiz = async (seed) => {
    const page = await open(`#/quiz?count=8&seed=${seed}&start=now&sure=off`);
    const places = [];
    for (let turn = 1; turn <= 8; turn++) {
      await page.waitForFunction((turn) => document.getElementById("turn")?.textContent.startsWith(turn), {}, `Question ${turn} `);
      places.push(await place(page));
      await page.keyboard.press("s");
      await outcomeOf(page);
      await page.keyboard.press("Enter");
    }
    await page.waitForSelector("main[data-page=results]");
    return places;
  };
  const first = await quiz(7);
  assert.deepEqual(await quiz(7), first);
  assert.notDeepEqual(await quiz(8), first);
  elsewhere ??= first;
  assert.deepEqual(first, elsewhere, "in another browser");
});

inBrowsers("a quiz of no chapter is refused in words", async ({ open }) => {
  const page = await open("#/quiz");
  for (const { id } of deck.chapters) await click(page, `label:has([name=chapter][value="${id}"])`);
  await press(page, "start");
  await page.waitForFunction(() => document.querySelector(".setup [role=alert]").textContent !== "");
  assert.equal(await textOf(page, ".setup [role=alert]"), "Choose at least one chapter.");
  await go(page, "#/results", "results");
  assert.ok((await textOf(page, "main")).includes("There is no finished quiz yet."));
});
