// How fast the page answers before the program, and whether the program's taking over can be seen.

/** To run before a page's scripts: measures how long it takes from a press to an outcome. */
export function noteSpeed() {
  let pressed = 0;
  window.tookMillis = [];
  for (const press of ["pointerdown", "keydown"]) {
    addEventListener(press, () => { pressed = performance.now(); }, true);
  }
  new MutationObserver((changes) => {
    if (changes.some(({ target }) => target.dataset.outcome)) window.tookMillis.push(performance.now() - pressed);
  }).observe(document, { subtree: true, attributes: true, attributeFilter: ["data-outcome"] });
}

/** The longest time from a press to an outcome, in milliseconds. */
export const slowest = (page) => page.evaluate(() => Math.round(Math.max(...window.tookMillis)));

/** To run before a page's scripts: notes each layout shift. */
export function noteShifts() {
  window.shifts = [];
  new PerformanceObserver((list) => {
    for (const { value, sources = [] } of list.getEntries()) {
      window.shifts.push({ value, of: sources.map(({ node }) => node?.outerHTML?.slice(0, 80)) });
    }
  }).observe({ type: "layout-shift", buffered: true });
}

/** The shifts so far, once two more frames were drawn. */
export const shifts = (page) => frames(page).then(() => page.evaluate(() => window.shifts));

const frames = (page) =>
  page.evaluate(async () => {
    for (let frame = 0; frame < 2; frame++) await new Promise(requestAnimationFrame);
  });

/** Scrolls to a place at once, and waits until it is drawn. */
export async function scrollTo(page, top) {
  await page.evaluate(async (top) => {
    const frame = () => new Promise(requestAnimationFrame);
    // What scrolls smoothly since before, to what was filled in, would go on.
    for (let still = 0; still < 4; still = Math.abs(scrollY - top) < 2 ? still + 1 : 0) {
      if (still === 0) window.scrollTo({ top, behavior: "instant" });
      await frame();
    }
  }, top);
}

/** By how many pixels an element's place in the view and the scroll position change while something happens. */
export async function movedBy(page, selector, something) {
  const places = () => page.evaluate((selector) => {
    return [scrollY, document.querySelector(selector).getBoundingClientRect().top];
  }, selector);
  const before = await places();
  await something();
  await frames(page);
  const after = await places();
  return Math.max(...before.map((place, index) => Math.abs(place - after[index])));
}

/** What an element shows: its text, and the place and size of all that is seen in it. */
export const looks = (page, selector) =>
  page.$eval(selector, (element) => {
    const from = element.getBoundingClientRect();
    const seen = [...element.querySelectorAll("*")].filter((one) => one.checkVisibility());
    const boxes = seen.map((one) => {
      const { left, top, width, height } = one.getBoundingClientRect();
      return [one.localName, left - from.left, top - from.top, width, height].map((part) =>
        typeof part === "number" ? Math.round(part) : part).join(" ");
    });
    return { text: element.innerText, boxes };
  });
