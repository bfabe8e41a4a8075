// How long the page stands still while the program takes the bundled deck's story over, in Chromium on a processor
// slowed four times. Told as a ratio to making and laying out as many plain paragraphs in a blank page of the same run,
// so that a busy machine does not change it much.
//
//   cargo xtask dist
//   node tests/bench/story.mjs [rounds]

import { launch } from "../browser/lib/browsers.mjs";
import { site } from "../browser/lib/site.mjs";

const ROUNDS = Number(process.argv[2] ?? 7);
const SLOWED = 4;
const PARAGRAPHS = 4500;
/** How long a task is before a browser tells of it. */
const SHORTEST_TOLD_MILLIS = 50;
/** For how long after the program is ready what follows is taken in. */
const AFTERWARDS_MILLIS = 1500;

/** To run before a page's scripts: notes each long task. */
function noteTasks() {
  window.tasks = [];
  new PerformanceObserver((list) => {
    for (const { startTime, duration } of list.getEntries()) window.tasks.push({ startTime, duration });
  }).observe({ type: "longtask", buffered: true });
}

async function slowPage(browser) {
  const page = await browser.newPage();
  await page.emulateCPUThrottling(SLOWED);
  await page.setViewport({ width: 412, height: 823, isMobile: true, hasTouch: true });
  return page;
}

/** The longest task, and the time beyond 50 ms of all of them, since the text was there, in milliseconds. */
async function takeOver(browser, url) {
  const page = await slowPage(browser);
  await page.evaluateOnNewDocument(noteTasks);
  await page.goto(url);
  await page.waitForSelector("html[data-ready]");
  await page.evaluate((millis) => new Promise((resolve) => setTimeout(resolve, millis)), AFTERWARDS_MILLIS);
  const tasks = await page.evaluate(() => {
    const [{ domContentLoadedEventStart: from }] = performance.getEntriesByType("navigation");
    return window.tasks.filter(({ startTime }) => startTime >= from).map(({ duration }) => duration);
  });
  await page.close();
  const blocking = tasks.reduce((sum, millis) => sum + millis - SHORTEST_TOLD_MILLIS, 0);
  return { longest: Math.max(SHORTEST_TOLD_MILLIS, ...tasks), blocking };
}

/** How long a blank page takes for its paragraphs, in milliseconds. */
async function paragraphs(browser) {
  const page = await slowPage(browser);
  await page.goto("about:blank");
  const millis = await page.evaluate((count) => {
    const from = performance.now();
    for (let at = 0; at < count; at++) {
      const paragraph = document.createElement("p");
      paragraph.append(`Paragraph ${at} says what a paragraph says, in a line or two of plain words.`);
      document.body.append(paragraph);
    }
    document.body.getBoundingClientRect();
    return performance.now() - from;
  }, PARAGRAPHS);
  await page.close();
  return millis;
}

const median = (numbers) => numbers.toSorted((one, other) => one - other)[numbers.length >> 1];

const served = await site();
const rounds = [];
try {
  for (let round = 0; round < ROUNDS; round++) {
    const browser = await launch("chromium");
    try {
      rounds.push({ plain: await paragraphs(browser), ...(await takeOver(browser, served.url)) });
    } finally {
      await browser.close();
    }
  }
} finally {
  await served.kill();
}
const of = (name) => median(rounds.map((round) => round[name]));
const told = (millis) => `${Math.round(millis)} ms`;
console.log(`Longest task after the text: ${told(of("longest"))} (worst ${told(Math.max(...rounds.map((r) => r.longest)))})`);
console.log(`Blocking: ${told(of("blocking"))}`);
console.log(`${PARAGRAPHS} plain paragraphs: ${told(of("plain"))}`);
console.log(`Ratio: ${median(rounds.map(({ longest, plain }) => longest / plain)).toFixed(2)}`);
