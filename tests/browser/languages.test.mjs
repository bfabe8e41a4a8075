// A deck in another language: its words say which one they are of, the app's that they are English; a deck that runs from
// right to left stands so, mirrored.

import assert from "node:assert/strict";
import { focus } from "./lib/focus.mjs";
import { QUIZ_ITEM, SIZES, attribute, click, go, inBrowsers, press, saved } from "./lib/harness.mjs";
import { sticksOut } from "./lib/layout.mjs";
import { mirroredDeck } from "./lib/mirrored.mjs";

const deck = mirroredDeck();

/** Opens the deck in the place of the bundled one. */
async function withDeck({ open, serveDeck }, act, options = {}) {
  const page = await open("", { on: await serveDeck(JSON.stringify(deck)), ...options });
  assert.equal(await page.$("main[data-page=fault]"), null);
  await act(page);
}

/** Words that are said to be of another language than they are. A line of both may be said to be of either. */
const misnamed = (page) =>
  page.evaluate(() => {
    const wrong = [];
    const walker = document.createTreeWalker(document.querySelector(".shell"), NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const { data, parentElement } = walker.currentNode;
      const [isArabic, isLatin] = [/\p{Script=Arabic}/u.test(data), /[a-z]{2}/i.test(data)];
      if (isArabic === isLatin) continue;
      const { lang } = parentElement.closest("[lang]");
      if (lang !== (isArabic ? "ar" : "en")) wrong.push(`${lang}: ${data.trim().slice(0, 40)} in ${parentElement.outerHTML.slice(0, 60)}`);
    }
    return wrong;
  });

/** Goes to every page, and to every kind asked and answered; calls `look` with the state's name at each. */
async function everywhere(page, look) {
  await look("story");
  for (const name of ["quiz", "results", "review", "progress", "data"]) {
    await go(page, `#/${name}`, name);
    await look(name);
  }
  await go(page, "#/quiz?order=deck&start=now", "quiz");
  for (const { id, interaction: { kind } } of deck.items) {
    await page.waitForSelector(`${QUIZ_ITEM}[data-item="${id}"]`);
    await look(`${kind} asked`);
    await press(page, "reveal");
    await page.waitForSelector(`${QUIZ_ITEM} [data-outcome]`);
    await look(`${kind} answered`);
    await press(page, "next");
  }
  await page.waitForSelector("main[data-page=results]");
  for (const name of ["results", "review", "progress", "data", "story"]) {
    await go(page, name === "story" ? "#/" : `#/${name}`, name);
    await look(`${name} after a quiz`);
  }
}

inBrowsers("every word says of which language it is", (given) =>
  withDeck(given, async (page) => {
    assert.equal(await attribute(page, "html", "lang"), "ar");
    const wrong = [];
    await everywhere(page, async (state) => wrong.push(...(await misnamed(page)).map((one) => `${state}: ${one}`)));
    assert.deepEqual([...new Set(wrong)], []);
  }));

inBrowsers("a deck that runs from right to left stands so at 320 pixels, and nothing sticks out", (given) =>
  withDeck(given, async (page) => {
    assert.equal(await attribute(page, "html", "dir"), "rtl");
    const wrong = [];
    await everywhere(page, async (state) => wrong.push(...(await sticksOut(page)).slice(0, 3).map((one) => `${state}: ${one}`)));
    assert.deepEqual(wrong, []);
  }, { viewport: SIZES.narrow }));

inBrowsers("it is mirrored, but for maps; English words in it run from left to right", (given) =>
  withDeck(given, async (page) => {
    const side = (one, other) =>
      page.evaluate((one, other) => {
        const middle = (at) => {
          const { left, width } = document.querySelector(at).getBoundingClientRect();
          return left + width / 2;
        };
        return middle(one) > middle(other) ? "right" : "left";
      }, one, other);
    const box = (at) => page.$eval(at, (element) => {
      const range = document.createRange();
      range.selectNodeContents(element);
      const [words, room] = [range.getBoundingClientRect(), element.getBoundingClientRect()];
      return { fromLeft: words.left - room.left, fromRight: room.right - words.right };
    });
    assert.equal(await side("header.site .brand", "header.site nav"), "right");
    const looks = (at) => page.$eval(at, (picture) => {
      const { transform, direction } = getComputedStyle(picture);
      return `${transform} ${direction}`;
    });
    assert.match(await looks("svg.marks"), /^matrix\(-1, 0, 0, 1, 0, 0\)/, "what is counted begins at the right");
    assert.equal(await looks("svg.map"), "none ltr", "a map is no mirror");
    const lead = await box(".lead");
    assert.ok(lead.fromRight <= 1, `the lead begins at the right: ${JSON.stringify(lead)}`);
    // Where letters of a line stand, by their positions in it.
    const lefts = (at, ...positions) => page.$eval(at, (line, positions) => positions.map((position) => {
      const range = document.createRange();
      range.setStart(line.firstChild, position);
      range.setEnd(line.firstChild, position + 1);
      return range.getBoundingClientRect().left;
    }), positions);
    const [name, word] = await lefts(".lead", 0, deck.summary.indexOf(" ") + 1);
    assert.match(deck.summary, /^NHK \p{Script=Arabic}/u);
    assert.ok(name > word, "a line of the deck runs from right to left, though it begins with a Latin name");
    const line = (await page.$eval("footer p", (line) => line.firstChild.data)).trimEnd();
    assert.match(line, /\.$/);
    const [begin, stop] = await lefts("footer p", line.lastIndexOf(" ") + 1, line.length - 1);
    assert.ok(stop > begin, "the full stop of an English line is at its right end");

    await go(page, "#/quiz?order=deck&start=now&sure=off", "quiz");
    await press(page, "reveal");
    await page.waitForSelector(`${QUIZ_ITEM} [data-outcome]`);
    const { right, left } = await page.$eval(".answer[data-key]", (line) => {
      const style = getComputedStyle(line);
      return { right: parseFloat(style.borderRightWidth), left: parseFloat(style.borderLeftWidth) };
    });
    assert.ok(right > left, "the mark of the right answer is at its beginning");
    assert.equal(await side("[data-action=next]", ".actions .soft"), "right");
  }));

inBrowsers("it is answered by keyboard and by pointer", (given) =>
  withDeck(given, async (page) => {
    const choice = deck.items.find(({ interaction }) => interaction.kind === "choice");
    const { id } = choice.interaction.choices.find(({ correct }) => correct);
    const text = deck.items.find(({ interaction }) => interaction.kind === "text");
    await go(page, "#/quiz?order=deck&start=now&sure=off", "quiz");
    const until = async (item) => {
      while ((await attribute(page, QUIZ_ITEM, "data-item")) !== item) {
        await press(page, "reveal");
        await page.waitForSelector(`${QUIZ_ITEM} [data-outcome]`);
        await press(page, "next");
        await page.waitForFunction(() => !document.querySelector("#item [data-outcome]"));
      }
    };
    await until(choice.id);
    await click(page, `${QUIZ_ITEM} label:has([data-choice="${id}"])`);
    await press(page, "check");
    await page.waitForSelector(`${QUIZ_ITEM} [data-outcome=correct]`);
    assert.match((await focus(page)).text, /^Right/);
    await page.keyboard.press("Enter");
    await page.waitForFunction(() => !document.querySelector("#item [data-outcome]"));
    const before = await page.evaluate(() => Number(document.documentElement.dataset.saved));
    await until(text.id);
    await page.$eval(`${QUIZ_ITEM} [data-entry]`, (field) => field.focus());
    await page.keyboard.type(text.interaction.accepted[0]);
    await page.keyboard.press("Enter");
    await page.waitForSelector(`${QUIZ_ITEM} [data-outcome=correct]`);
    await saved(page, before + 1);
  }));
