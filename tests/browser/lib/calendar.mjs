// The learner's days: a clock that tests set, and what the app says of due days.

import { go, ready } from "./page.mjs";

const DAY_MILLIS = 24 * 60 * 60 * 1000;

/** Run in the page before its scripts: the clock starts at noon of 1 July 2025, and can be set on by whole days. */
export function testClock() {
  const Real = Date;
  const now = () => {
    const from = Number(sessionStorage.getItem("from")) || Real.now();
    sessionStorage.setItem("from", from);
    const days = Number(sessionStorage.getItem("days"));
    const noon = new Real(2025, 6, 1 + days, 12).getTime();
    return noon + Real.now() - from;
  };
  globalThis.Date = class extends Real {
    constructor(...given) {
      super(...(given.length === 0 ? [now()] : given));
    }
    static now = now;
  };
}

/** The date of a day by that clock, counted from 0. */
export const dateOf = (day) => new Date(Date.UTC(2025, 6, 1) + day * DAY_MILLIS).toISOString().slice(0, 10);

/** The day of a date, counted from 0. */
export const dayOf = (date) => Math.round((Date.parse(date) - Date.UTC(2025, 6, 1)) / DAY_MILLIS);

/** Sets the clock to a day, and opens the app anew at a page. */
export async function wakeOn(page, day, name = "review") {
  await page.evaluate((day) => sessionStorage.setItem("days", day), day);
  await page.reload();
  await ready(page);
  await go(page, `#/${name}`, name);
}

/** What the progress page says of each fact that was asked: fact -> the day on which it is due. */
export async function dueDays(page) {
  await go(page, "#/progress", "progress");
  await page.waitForSelector("[data-fact]");
  const due = await page.$$eval("[data-fact]:has(time)", (facts) =>
    facts.map((fact) => [fact.dataset.fact, fact.querySelector("time").dateTime]));
  return Object.fromEntries(due.map(([fact, date]) => [fact, dayOf(date)]));
}

/** How many facts the review page says are due. */
export async function dueCount(page) {
  const due = await page.waitForSelector("main[data-page=review] [data-due]");
  return Number(await due.evaluate(({ dataset }) => dataset.due));
}
