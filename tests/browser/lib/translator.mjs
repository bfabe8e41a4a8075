// What page translators do to a page, and a walk that reads every word of it. Both run in the page.

/**
 * Translates the page, now and whenever it changes: into capitals, so that it can be seen what was translated
 * and what it said. Pass it to a page once its text is there, or before its scripts.
 * - `way`: "swap" puts an element in a text's place, as Chrome does; "beside" puts it there first, and then takes
 *   the text out; "wrap" puts the text itself into the element
 * - `lateMillis`: how long after a change; 0 for at once
 */
export function translate({ way, lateMillis }) {
  const SKIPPED = "script, style, noscript, svg, font, textarea";
  const text = (node) => {
    const parent = node.parentElement;
    const says = node.data.toUpperCase();
    if (!says.trim() || !parent?.isConnected) return;
    if (parent.localName === "font" && node.data !== says) node.data = says;
    if (parent.closest(SKIPPED)) return;
    const font = document.createElement("font");
    font.append(document.createElement("font"));
    if (way !== "wrap") font.firstChild.append(says);
    if (way === "swap") node.replaceWith(font);
    else node.before(font);
    if (way === "beside") node.remove();
    if (way === "wrap") {
      font.firstChild.append(node);
      node.data = says;
    }
  };
  const all = (root) => {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    const found = root.nodeType === Node.TEXT_NODE ? [root] : [];
    while (walker.nextNode()) found.push(walker.currentNode);
    found.forEach(text);
  };
  window.translating = 0;
  const observer = new MutationObserver((changes) => {
    const nodes = changes.flatMap(({ target, addedNodes }) => [...addedNodes, ...(target.data ? [target] : [])]);
    if (lateMillis === 0) return nodes.forEach(all);
    window.translating += 1;
    setTimeout(() => {
      nodes.filter(({ isConnected }) => isConnected).forEach(all);
      window.translating -= 1;
    }, lateMillis);
  });
  const start = () => {
    all(document.body);
    observer.observe(document.body, { childList: true, subtree: true, characterData: true });
  };
  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", start);
  else start();
}

/**
 * Goes through all pages and all kinds of items of a small deck, does what can be done there, always the same, and
 * gives what the page says in each state: `[state, words]`. Run `holdStill` in the page first.
 */
export async function readAll() {
  const until = async (isSo, what) => {
    for (const end = performance.now() + 10_000; !isSo(); ) {
      if (performance.now() > end) throw new Error(`${what} did not come`);
      await new Promise(requestAnimationFrame);
    }
  };
  const one = (selector) => document.querySelector(selector);
  const all = (selector, root = document) => [...root.querySelectorAll(selector)];
  const read = [];
  let answers = 0;
  const look = async (state) => {
    const { dataset } = document.documentElement;
    const isStill = () => !window.translating && dataset.saved === String(answers) && !("unsaved" in dataset);
    await until(isStill, `rest, ${state}`);
    await new Promise(requestAnimationFrame);
    await until(isStill, `rest, ${state}`);
    const words = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const { data, parentElement } = walker.currentNode;
      // What a translator leaves alone counts as translated.
      if (!parentElement.closest("script, noscript")) words.push(parentElement.closest("svg") ? data.toUpperCase() : data);
    }
    read.push([state, words.join(" ").replace(/\s+/g, " ")]);
  };
  const press = async (action, root = "main") => {
    const button = () => all(`${root} [data-action="${action}"]`).find((one) => one.checkVisibility());
    await until(button, action);
    button().click();
  };
  const go = async (fragment, page) => {
    location.hash = fragment;
    await until(() => one(`main[data-page=${page}]`), fragment);
  };
  const drawn = () => new Promise((resolve) => setTimeout(resolve));
  const fill = async (item) => {
    const picks = all("input[data-choice]", item).slice(0, 2);
    for (const pick of item.dataset.interaction === "multiple" ? picks : picks.slice(0, 1)) {
      pick.click();
      await drawn();
    }
    for (const select of all("select", item)) {
      select.value = select.options[select.options.length - 1].value;
      select.dispatchEvent(new Event("change", { bubbles: true }));
      await drawn();
    }
    for (const field of all("[data-entry]", item)) {
      field.value = "77";
      field.dispatchEvent(new InputEvent("input", { bubbles: true }));
      await drawn();
    }
    for (const button of all(".events > li:last-child button:first-of-type, .words", item).slice(0, 1)) {
      button.click();
      await drawn();
    }
  };
  const quiz = "main[data-page=quiz] [data-item]";
  const answered = () => one(`${quiz} [data-outcome]`);

  await until(() => "ready" in document.documentElement.dataset, "the program");
  await look("story");
  for (const item of all("[data-item]")) {
    item.querySelector("[data-action=check]").click();
    await look(`story, ${item.dataset.item} in a hurry`);
    await fill(item);
    item.querySelector("[data-action=check]").click();
    answers += 1;
    await until(() => item.querySelector("[data-outcome]"), "the answer");
    await look(`story, ${item.dataset.item}`);
  }
  one("a.term").click();
  await until(() => one("dialog[open]"), "the dialog");
  await look("a word");
  await press("close", "dialog[open]");
  await press("keys", "footer");
  await until(() => one("dialog[open]"), "the dialog");
  await look("keys");
  await press("close", "dialog[open]");
  await go("#/results", "results");
  await look("no results");

  await go("#/quiz", "quiz");
  await look("set-up");
  for (const box of all("[name=chapter]")) {
    box.click();
    await drawn();
  }
  one("[data-action=start]").click();
  await look("set-up, refused");
  await go("#/quiz?order=deck&start=now", "quiz");
  for (let before = null; !one("main[data-page=results]"); ) {
    await until(() => one("main[data-page=results]") || (one(quiz) && one(quiz).dataset.item !== before && !answered()), "an item");
    const item = one(quiz);
    if (!item) break;
    before = item.dataset.item;
    if (item.querySelector("[data-action=hint]")) await press("hint", quiz);
    one(`${quiz} [data-action=check]`).click();
    await look(`${item.dataset.interaction} ${before}, in a hurry`);
    await fill(item);
    one("[data-sure=certain]").click();
    await look(`${item.dataset.interaction} ${before}, begun`);
    await press("check", quiz);
    answers += 1;
    await until(answered, "the answer");
    await look(`${item.dataset.interaction} ${before}, answered`);
    await press("next", quiz);
  }
  await look("results");
  await go("#/quiz?order=deck&start=now", "quiz");
  await press("reveal", quiz);
  answers += 1;
  await look("shown");
  await go("#/quiz?start=now&seed=1&count=2", "quiz");
  await look("another quiz at stake");
  await go("#/", "story");
  await look("story, a quiz left");
  await go("#/progress", "progress");
  await look("progress");
  await go("#/review", "review");
  await look("review");
  one("[name=goal][value=for-good]").click();
  await press("goal");
  await look("review, a goal");
  await press("weakest");
  await until(() => one(quiz), "an item");
  await look("review asked");
  await press("reveal", quiz);
  answers += 1;
  await look("review shown");
  await press("finish");
  await until(() => one("main[data-page=results]"), "the results");
  await look("review results");
  await go("#/data", "data");
  await look("data");
  await press("erase");
  await until(() => one("dialog[open]"), "the dialog");
  await look("before erasing");
  await press("erase-all", "dialog[open]");
  answers = 0;
  await look("erased");
  await go("#/", "story");
  await look("story after all");
  return read;
}

/** Lets the clock of a page stand still, and its dice fall alike, so that two walks say the same. To run before its scripts. */
export function holdStill() {
  const now = Date.now();
  Date.now = () => now;
  crypto.getRandomValues = (bytes) => bytes.fill(7);
}
