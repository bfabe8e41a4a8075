// What a screen reader is told beyond the text: dialogs say what they are about, and what is only for eyes is silent.

import assert from "node:assert/strict";
import { focus, tabTo } from "./lib/focus.mjs";
import {
  KINDS, QUIZ_ITEM, answer, click, deck, firstInStory, go, inBrowsers, next, press, saved, shownItem, storyItem,
} from "./lib/harness.mjs";

/** What an open dialog is named and described by. */
const told = (page) =>
  page.$eval("dialog[open]", (dialog) => {
    const text = (name) => document.getElementById(dialog.getAttribute(name))?.textContent.trim() ?? "";
    return { name: text("aria-labelledby"), description: text("aria-describedby") };
  });

inBrowsers("a dialog tells its name and what it says", async ({ open }) => {
  const page = await open("");
  await answer(page, "correct", { at: storyItem(firstInStory("choice").id) });
  await saved(page, 1);
  const openers = [
    ["#/", "story", ".prose a.term"],
    ["#/", "story", "footer [data-action=keys]"],
    ["#/data", "data", "[data-action=erase]"],
  ];
  for (const [fragment, name, opener] of openers) {
    await go(page, fragment, name);
    await click(page, `${opener}`);
    await page.waitForSelector("dialog[open]");
    const { name: title, description } = await told(page);
    assert.ok(title.length > 2, `${opener}: no name`);
    assert.ok(description.length > 15, `${opener}: no description`);
    const describes = await page.$eval("dialog[open]", (dialog) => dialog.getAttribute("aria-describedby"));
    assert.equal((await focus(page)).id, describes, `${opener}: what it says has the focus`);
    await page.keyboard.press("Escape");
    await page.waitForFunction(() => !document.querySelector("dialog[open]"));
  }
});

inBrowsers("the bar of the quiz is for eyes: the words beside it are told", async ({ open }) => {
  const page = await open("#/quiz?start=now&order=deck&sure=off");
  await page.waitForSelector(QUIZ_ITEM);
  assert.equal(await page.$eval("main progress", (bar) => bar.getAttribute("aria-hidden")), "true");
  assert.match(await page.$eval("#turn", (turn) => turn.textContent), /^Question 1 of /);
});

// What live regions come to say: each text once, in order. Run in the page before its scripts.
const listening = {
  before: () => {
    window.heard = [];
    const note = (changes) => {
      for (const { target } of changes) {
        const region = (target.closest ? target : target.parentElement)?.closest("[aria-live], [role=status]");
        const text = region?.innerText.trim();
        if (text && window.heard.at(-1) !== text) window.heard.push(text);
      }
    };
    new MutationObserver(note).observe(document, { childList: true, characterData: true, subtree: true });
  },
};

inBrowsers("the verdict of every kind is one text, verdict first, heard once", async ({ open }) => {
  const page = await open("#/quiz?order=deck&start=now&sure=off", listening);
  await page.waitForSelector(QUIZ_ITEM);
  const left = new Set(KINDS);
  while (left.size > 0) {
    const { id, interaction } = await shownItem(page);
    const isNew = left.delete(interaction.kind);
    await page.evaluate(() => { window.heard = []; });
    if (isNew) await answer(page, "wrong");
    else await press(page, "reveal");
    const region = `${QUIZ_ITEM} .feedback`;
    await page.waitForSelector(`${region}[data-outcome]`);
    if (isNew) {
      // What is for ears alone stands in the line: a box of its own would be told apart.
      const boxes = await page.$eval(region, (region) => [...region.querySelectorAll("*")].map((one) =>
        [one.localName, getComputedStyle(one).display, getComputedStyle(one).position].join(" ")));
      assert.equal(boxes.shift(), "p block static", `${id}: one text`);
      assert.deepEqual(new Set(boxes), new Set(["span inline static"]), `${id}: one text`);
      const said = (await page.evaluate(() => window.heard)).filter((text) => /^(Not right|Partly right)/.test(text));
      assert.equal(said.length, 1, `${id}: ${JSON.stringify(said)}`);
      assert.match(said[0], /^(Not right|Partly right)(\n.+)* The answer:\s/, id);
    }
    await next(page);
  }
});

inBrowsers("the focus is at the verdict, and one reads on from there to the reasons", async ({ open }) => {
  const page = await open("#/quiz?order=deck&start=now&sure=off&count=2");
  await answer(page, "wrong");
  await page.waitForFunction(() => document.activeElement.matches(".feedback"));
  const follows = await page.evaluate(() => {
    const [verdict, reasons, nextButton] = [".feedback", ".answers", "[data-action=next]"].map((at) =>
      document.querySelector(`#item ${at}`));
    const isBefore = (one, other) => one.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING;
    return [isBefore(verdict, reasons), isBefore(reasons, nextButton)].every(Boolean);
  });
  assert.ok(follows, "verdict, reasons, then the way on");
  await page.keyboard.press("Enter");
  await page.waitForFunction(() => !document.querySelector("#item [data-outcome]"));
});

inBrowsers("each page is told by its heading, the result with its score", async ({ open }) => {
  const page = await open("");
  const pages = [
    ["#/review", "review", /^Review$/],
    ["#/progress", "progress", /^Progress$/],
    ["#/data", "data", /^Your data$/],
    ["#/quiz", "quiz", /^Quiz$/],
    ["#/results", "results", /^Your result$/],
    ["#/nowhere", "unknown", /./],
    ["#/", "story", new RegExp(deck.title)],
  ];
  const isToldBy = async (heading) => {
    await page.waitForFunction(() => document.activeElement.matches("main h1"));
    assert.match(await page.evaluate(() => document.activeElement.textContent), heading);
  };
  for (const [fragment, name, heading] of pages) {
    await go(page, fragment, name);
    await isToldBy(heading);
  }
  await go(page, "#/quiz?start=now&count=1&sure=off", "quiz");
  await answer(page, "correct");
  await next(page);
  await page.waitForSelector("main[data-page=results]");
  await isToldBy(/^Your result: 1 of 1 point$/);
});

inBrowsers("the question is told as the focus comes to the item, and not again at its fields", async ({ open }) => {
  const page = await open("#/quiz?start=now&order=deck&sure=off");
  const { stem } = await shownItem(page);
  const nameOf = (at) => page.$eval(at, (one) =>
    one.getAttribute("aria-labelledby").split(" ").map((id) => document.getElementById(id).textContent).join(" "));
  assert.match(await nameOf("#item"), /^Question 1 of \d+ /);
  assert.ok((await nameOf("#item")).endsWith(stem));
  const named = await page.$$eval("#item legend", (legends) => legends.map((legend) => legend.textContent));
  assert.deepEqual(named, [stem]);
  const roles = await page.$$eval("#item fieldset", (all) => all.map((one) => one.getAttribute("role")));
  assert.deepEqual(roles, ["none"]);
});

inBrowsers("an empty live place has no role that makes it a stop", async ({ open }) => {
  const page = await open("");
  for (const [fragment, name] of [["#/", "story"], ["#/data", "data"], ["#/quiz?start=now", "quiz"], ["#/review", "review"]]) {
    await go(page, fragment, name);
    const empty = await page.$$eval("[role=status], [role=alert]", (places) =>
      places.filter((place) => place.checkVisibility() && !place.textContent.trim()).map((place) => place.outerHTML));
    assert.deepEqual(empty, [], name);
  }
});

inBrowsers("a chapter's number is of one line of text with its title", async ({ open }) => {
  const page = await open("");
  const heads = await page.$$eval(".chapter > h2", (heads) =>
    heads.map((head) => [getComputedStyle(head).display, ...[...head.children].map((child) => getComputedStyle(child).display)]));
  assert.ok(heads.length >= deck.chapters.length);
  for (const displays of heads) assert.deepEqual(displays.slice(1).filter((display) => display !== "inline"), [], displays.join());
  assert.deepEqual([...new Set(heads.map(([display]) => display))], ["block"]);
});

inBrowsers("a change of the theme is told where the button stands", async ({ open }) => {
  const page = await open("", listening);
  await tabTo(page, "[data-action=theme]");
  assert.deepEqual(await page.evaluate(() => window.heard), []);
  for (const theme of ["Theme: light", "Theme: dark"]) {
    await page.keyboard.press("Enter");
    await page.waitForFunction((theme) => window.heard.at(-1) === theme, {}, theme);
    assert.equal((await focus(page)).action, "theme");
  }
});
