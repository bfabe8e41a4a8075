// axe-core, asked for what WCAG 2.2 AA wants.

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const source = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

/** What axe finds wrong on the page as it stands: rule, element, and what is the matter. */
export async function violations(page) {
  // Colours that still change are none to measure.
  await page.waitForFunction(() => document.getAnimations().every(({ playState }) => playState !== "running"));
  if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(source);
  return page.evaluate(async (values) => {
    const found = await window.axe.run(document, { runOnly: { type: "tag", values }, resultTypes: ["violations"] });
    return found.violations.flatMap(({ id, nodes }) =>
      nodes.map(({ target, failureSummary }) => `${id} at ${target}: ${failureSummary.split("\n")[1]?.trim()}`));
  }, TAGS);
}

/** Where headings leave out a level, or there is not one first heading; nothing, if all is well. */
export const headingFaults = (page) =>
  page.evaluate(() => {
    const seen = [...document.querySelectorAll("h1, h2, h3, h4, h5, h6")]
      .filter((one) => one.checkVisibility() && !one.closest("dialog"));
    const levels = seen.map((one) => Number(one.localName[1]));
    const firsts = levels.filter((level) => level === 1).length;
    const leaps = seen.filter((_, index) => levels[index] > (levels[index - 1] ?? 0) + 1);
    return [
      ...(firsts === 1 ? [] : [`${firsts} headings of the first level`]),
      ...leaps.map((one) => `a level is left out before "${one.textContent.trim()}"`),
    ];
  });
