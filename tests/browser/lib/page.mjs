// A page that is watched: what no page may do is noted as a problem, and fails the test in the end.

/** Phone and desktop sizes, in CSS pixels. */
export const SIZES = {
  narrow: { width: 320, height: 640, touch: true },
  phone: { width: 390, height: 844, touch: true },
  landscape: { width: 740, height: 360, touch: true },
  desktop: { width: 1280, height: 800, touch: false },
};

/**
 * Opens `url` in a browser or one of its contexts.
 * - `viewport`: one of SIZES; `scheme`: "light" or "dark"; `javascript`: false for scripts switched off
 * - `type`: the browser's own default size of type, in pixels
 * - `wait`: false to return as soon as the text is there, not when the program answers
 * - `patience`: the limit of each wait in the page, in milliseconds
 * - `before`: a function run in the page before its scripts, or a list of it and its arguments
 * - `problems`: the list that problems are added to; `tolerate`: patterns of those that are meant
 */
export async function openPage(browserOrContext, url, options = {}) {
  const { viewport = SIZES.desktop, scheme, javascript = true, patience = 20_000 } = options;
  const { before, problems = [], tolerate = [] } = options;
  const page = await browserOrContext.newPage();
  page.setDefaultTimeout(patience);
  watch(page, new URL(url).origin, (problem) => {
    if (!tolerate.some((pattern) => pattern.test(problem))) problems.push(problem);
  });
  const { width, height, touch } = viewport;
  // What Firefox cannot be told here, it was started with: see `firefoxPrefs`.
  const isChromium = !(await page.browser().version()).toLowerCase().includes("firefox");
  await page.setViewport({ width, height, ...(isChromium && { hasTouch: touch, isMobile: touch }) });
  if (isChromium && scheme) await page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: scheme }]);
  if (isChromium && !javascript) await page.setJavaScriptEnabled(false);
  if (javascript) {
    await page.evaluateOnNewDocument(() => {
      document.addEventListener("securitypolicyviolation", (event) => {
        console.error(`policy violation: ${event.violatedDirective} ${event.blockedURI} ${event.sample}`);
      });
    });
    if (before) await page.evaluateOnNewDocument(...[before].flat());
  }
  await page.goto(url, { waitUntil: "domcontentloaded" });
  const waits = options.wait ?? javascript;
  return waits ? ready(page) : page;
}

function watch(page, origin, note) {
  page.on("console", (message) => {
    if (message.type() === "error") note(`console: ${message.text()}`);
  });
  page.on("pageerror", (error) => note(`error: ${error.message ?? error}`));
  page.on("request", (request) => {
    const { protocol, origin: asked } = new URL(request.url());
    if (protocol.startsWith("http") && asked !== origin) note(`request to another host: ${request.url()}`);
  });
}

/** Waits until the app answers to input. */
export async function ready(page) {
  await page.waitForSelector("html[data-ready]");
  return page;
}

/** Waits until at least `count` attempts are known to be stored. */
export async function saved(page, count) {
  await page.waitForFunction((n) => Number(document.documentElement.dataset.saved) >= n, {}, count);
}

/** Clicks the first element that fits, once it is in view, uncovered and standing still, as people do. */
export const click = async (page, selector) => (await reached(page, selector)).click();

/** Taps it with a finger. */
export const tap = async (page, selector) => (await reached(page, selector)).tap();

async function reached(page, selector) {
  const element = await page.waitForSelector(selector, { visible: true });
  await element.evaluate(async (element) => {
    const isInView = () => {
      const { left, top, bottom, width } = element.getBoundingClientRect();
      const hit = document.elementFromPoint(left + width / 2, (top + bottom) / 2);
      return top >= 0 && bottom <= innerHeight && element.contains(hit);
    };
    if (!isInView()) element.scrollIntoView({ block: "center", behavior: "instant" });
    const frame = () => new Promise(requestAnimationFrame);
    for (let place = null, now = ""; place !== now; ) {
      place = now;
      await frame();
      await frame();
      now = JSON.stringify(element.getBoundingClientRect());
    }
  });
  return element;
}

/** The text of the first element that fits, in one line, as far as it is shown. */
export const textOf = (page, selector) =>
  page.$eval(selector, (element) =>
    element.checkVisibility() ? element.innerText.replace(/\s+/g, " ").trim() : "");

/** An attribute of the first element that fits. */
export const attribute = (page, selector, name) =>
  page.$eval(selector, (element, name) => element.getAttribute(name), name);

/** Follows a route of the app, as a link in the page would. */
export async function go(page, fragment, name) {
  await page.evaluate((fragment) => { location.hash = fragment; }, fragment);
  await page.waitForSelector(`main[data-page="${name}"]`);
}

/** Clicks where the first element that fits stands; for pages without scripts, in which nothing can be waited for. */
export async function clickAt(page, selector) {
  const [x, y] = await page.$eval(selector, (element) => {
    element.scrollIntoView({ block: "center", behavior: "instant" });
    // Of what breaks over lines, the first.
    const [{ left, top, width, height }] = element.getClientRects();
    return [left + Math.min(width / 2, 40), top + height / 2];
  });
  await page.mouse.click(x, y);
}
