// Engines below light-dark(): the page is light, whatever device and theme say, and can be read. Tried in today's
// engines, with the function under a name that none of them knows.

import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import {
  DIST, answer, click, deck, go, inBrowsers, press, storyItem,
} from "./lib/harness.mjs";
import { violations } from "./lib/axe.mjs";

const hash = (style) => `sha256-${createHash("sha256").update(style).digest("base64")}`;

/** The page without the function, and with a policy that lets its changed style through. */
function without(page) {
  const [, style] = page.match(/<style>([\s\S]*?)<\/style>/);
  const old = style.replaceAll("light-dark(", "no-such-function(");
  return page.replace(style, () => old).replace(hash(style), hash(old));
}

/** Of elements, what their colours come to: those that are not plain light ones, with what they are. */
const notLight = (page, selectors) =>
  page.evaluate((selectors) => {
    const brightness = (colour) => Math.max(...colour.match(/[\d.]+/g).slice(0, 3).map(Number));
    const opaque = (colour) => !/, 0\)$|transparent/.test(colour);
    return Object.entries(selectors).flatMap(([selector, wanted]) => {
      const element = document.querySelector(selector);
      if (!element) return [`${selector} is not there`];
      const { backgroundColor, borderTopColor, borderTopStyle, color } = getComputedStyle(element);
      const border = borderTopStyle !== "none" && borderTopColor !== color && brightness(borderTopColor) > 60;
      const ground = opaque(backgroundColor) && brightness(backgroundColor) > 200;
      const is = { border, ground, ink: brightness(color) < 120 };
      return wanted.filter((one) => !is[one]).map((one) => `${selector}: ${one} (${color} on ${backgroundColor}, ${borderTopColor})`);
    });
  }, selectors);

for (const theme of [null, "dark"]) {
  const device = `on a dark device${theme ? " and with the dark theme" : ""}`;
  inBrowsers(`without light-dark(), ${device}, all is light and can be read`, async ({ open, serveCopy }) => {
    const served = await serveCopy({ "index.html": without });
    const wrong = [];
    const before = [(theme) => { if (theme) localStorage.setItem("factdeck.theme", theme); }, theme];
    const page = await open("", { on: served, scheme: "dark", before });
    const look = async (state, selectors) => {
      const found = [...(await notLight(page, selectors)), ...(await violations(page))];
      wrong.push(...found.map((one) => `${state}: ${one}`));
    };
    const at = storyItem(deck.chapters[0].check[0]);
    await look("story", { html: ["ground", "ink"], [`${at} .choice`]: ["ground", "border"], ".theme": ["ink"] });
    await answer(page, "wrong", { at });
    await look("answered", { [`${at} .feedback`]: ["ground", "border"] });
    await click(page, ".prose a.term");
    await page.waitForSelector("dialog[open]");
    await look("word", { "dialog[open]": ["ground", "border", "ink"] });
    await press(page, "close", "dialog[open]");
    await go(page, "#/quiz?order=deck&start=now&sure=off", "quiz");
    await answer(page, "wrong");
    await look("quiz", { "[data-action=next]": ["border"], "[data-outcome] ~ .actions": ["ground"] });
    assert.deepEqual(wrong, []);
  });
}
