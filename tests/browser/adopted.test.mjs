// The program takes the story over as it stands in the page: the elements stay the same ones, and so does what the reader
// did with them. Only what acts is drawn, into its place.

import assert from "node:assert/strict";
import {
  attribute, click, deck, fill, firstInStory, go, inBrowsers, outcomeOf, press, ready, responseFor, saved, storyItem,
  textOf,
} from "./lib/harness.mjs";
import { scrollTo } from "./lib/takeover.mjs";

const own = { ownSite: true };

/** Marks each element of the story that is no part which acts, and gives how many there are. */
const mark = (page) =>
  page.evaluate(() => {
    const story = document.querySelector("main[data-page=story]");
    window.marked = [story, ...story.querySelectorAll("*")].filter((one) => !one.parentElement.closest("[data-part]"));
    return window.marked.length;
  });

/** How many of the marked elements stand in the page. */
const standing = (page) => page.evaluate(() => window.marked.filter((one) => one.isConnected).length);

/** The first words of the story that begin in the view, and how far down. */
const inView = (page) =>
  page.$$eval("main[data-page=story] :is(p, h2, h3, legend)", (all) => {
    const one = all.find((one) => one.checkVisibility() && one.getBoundingClientRect().top >= 0);
    return `${one.textContent.slice(0, 60)} at ${Math.round(one.getBoundingClientRect().top)}`;
  });

inBrowsers("the story's elements are the same ones before and after, and on coming back", async ({ open, served }) => {
  await served.hold(".wasm");
  const page = await open("", { wait: false });
  const count = await mark(page);
  assert.ok(count > 1000, `${count} elements`);
  const selected = await page.evaluate(() => {
    document.querySelector("[data-card] details").open = true;
    document.querySelector("[data-card] a, [data-card] summary").focus();
    const text = document.querySelector("[data-card] .prose p");
    getSelection().selectAllChildren(text);
    window.focused = document.activeElement;
    return getSelection().toString();
  });
  assert.ok(selected.length > 20);

  await served.release();
  await ready(page);
  assert.equal(await standing(page), count, "the program drew none of them anew");
  assert.equal(await page.evaluate(() => getSelection().toString()), selected, "what is selected stays selected");
  assert.ok(await page.evaluate(() => window.focused === document.activeElement), "the focus stays");
  assert.ok(await page.$eval("[data-card] details", (badge) => badge.open), "what is open stays open");

  await go(page, "#/quiz", "quiz");
  assert.equal(await standing(page), 0, "elsewhere the story is not in the page");
  assert.equal((await page.$$("main")).length, 1);
  await go(page, "#/", "story");
  assert.equal(await standing(page), count, "the same elements come back");
  assert.equal((await page.$$("main")).length, 1);
  assert.ok(await page.$eval("main ~ footer", (footer) => footer.checkVisibility()), "before the footer");
}, own);

inBrowsers("the reader comes back to the same place, and to what was answered and begun", async ({ open }) => {
  const page = await open();
  const [answered, begun] = ["choice", "number"].map(firstInStory);
  await click(page, `${storyItem(answered.id)} label:has([data-choice="${responseFor(answered, "wrong")}"])`);
  await saved(page, 1);
  await fill(page, responseFor(begun, "correct"), storyItem(begun.id));
  for (const top of [9000, 3000]) {
    await scrollTo(page, top);
    const before = await inView(page);
    await go(page, "#/progress", "progress");
    await go(page, "#/", "story");
    await page.waitForFunction((top) => Math.abs(scrollY - top) < 2, {}, top);
    assert.equal(await inView(page), before);
  }
  assert.equal(await outcomeOf(page, storyItem(answered.id)), "wrong");
  await press(page, "check", storyItem(begun.id));
  assert.equal(await outcomeOf(page, storyItem(begun.id)), "correct");
  await saved(page, 2);
  assert.match(await textOf(page, ".contents"), /learn/i, "the head says how far the learner is");
});

inBrowsers("a story that was left before it was ever shown comes when it is asked for", async ({ open }) => {
  const page = await open("#/data");
  await go(page, "#/", "story");
  const item = firstInStory("choice");
  await click(page, `${storyItem(item.id)} label:has([data-choice="${responseFor(item, "correct")}"])`);
  assert.equal(await outcomeOf(page, storyItem(item.id)), "correct");
  await saved(page, 1);
});

/** To run before a page's scripts: holds back all messages by which the program pauses, until `letGo`. */
function holdPauses() {
  const held = [];
  let isHolding = true;
  const { postMessage } = MessagePort.prototype;
  MessagePort.prototype.postMessage = function (...message) {
    const post = () => postMessage.apply(this, message);
    if (isHolding) held.push(post);
    else post();
  };
  window.letGo = () => {
    isHolding = false;
    for (const post of held.splice(0)) post();
  };
}

inBrowsers("what the program has not come to yet is answered all the same", async ({ open }) => {
  const page = await open("", { wait: false, before: holdPauses });
  await page.waitForFunction(() => document.querySelector("html[data-drawn] .head:not([data-waits])"));
  const far = deck.chapters.at(-1).check.map((id) => deck.items.find((item) => item.id === id));
  const choice = far.find((item) => item.interaction.kind === "choice");
  const at = storyItem(choice.id);
  assert.equal(await attribute(page, at, "data-waits"), "");
  await click(page, `${at} label:has([data-choice="${responseFor(choice, "correct")}"])`);
  assert.equal(await outcomeOf(page, at), "correct");
  const number = firstInStory("number");
  await fill(page, responseFor(number, "correct"), storyItem(number.id));
  await press(page, "check", storyItem(number.id));
  assert.equal(await page.$eval("html", (root) => "ready" in root.dataset), false);

  await page.evaluate(() => window.letGo());
  await ready(page);
  await saved(page, 2);
  assert.equal(await page.$("[data-waits]"), null, "the program has come to all");
  assert.equal(await outcomeOf(page, at), "correct");
  assert.equal(await outcomeOf(page, storyItem(number.id)), "correct");
  await page.reload();
  // The head waits too: the browser is still far down in the story.
  await page.waitForSelector("html[data-drawn]");
  await page.evaluate(() => window.letGo());
  await ready(page);
  await saved(page, 2);
  assert.equal(await attribute(page, "html", "data-saved"), "2", "each recorded once");
});

inBrowsers("the story of an edited deck is drawn anew, as the deck says it", async ({ open, serveCopy }) => {
  const [{ title }] = deck.chapters;
  const edited = (text) => text.replaceAll(title, "Edited in its place");
  const on = await serveCopy({ [`decks/${deck.id}.json`]: edited });
  const page = await open("", { on });
  assert.match(await textOf(page, "main[data-page=story] .chapter h2"), /Edited in its place/);
  assert.equal((await page.$$("main")).length, 1);
  assert.equal((await page.$$("footer")).length, 1);
  const item = firstInStory("choice");
  await click(page, `${storyItem(item.id)} label:has([data-choice="${responseFor(item, "correct")}"])`);
  assert.equal(await outcomeOf(page, storyItem(item.id)), "correct");
  await go(page, "#/quiz", "quiz");
  await go(page, "#/", "story");
  assert.equal(await outcomeOf(page, storyItem(item.id)), "correct");
});
