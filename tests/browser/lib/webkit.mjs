// WebKit, started and driven by its own driver (Debian's webkit2gtk-driver). What of puppeteer's page the other parts of
// this folder use is offered under the same names, so that they answer items here as in the other browsers.

import { spawn } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:net";
import { setTimeout as pause } from "node:timers/promises";
import { Builder, Capabilities, Key } from "selenium-webdriver";

const DRIVER = process.env.WEBKIT_DRIVER || "WebKitWebDriver";
const TIME_LIMIT_MILLIS = 20_000;
const KEYS = { Enter: Key.ENTER, Space: Key.SPACE, Tab: Key.TAB, Escape: Key.ESCAPE, ArrowDown: Key.ARROW_DOWN };

/**
 * Starts the browser on a screen of its own.
 * - `page`: its one page
 * - `close()`: ends browser, driver and screen
 */
export async function launchWebKit() {
  const screen = await startScreen();
  const port = await freePort();
  const driver = spawn(DRIVER, [`--port=${port}`], {
    env: { ...process.env, DISPLAY: screen.name, GDK_BACKEND: "x11", WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: "1" },
    stdio: "ignore",
  });
  await listens(port);
  const capabilities = new Capabilities({ browserName: "MiniBrowser" });
  const session = await new Builder().usingServer(`http://127.0.0.1:${port}`).withCapabilities(capabilities).build();
  const close = async () => {
    await session.quit().catch(() => {});
    for (const child of [driver, screen.child]) {
      const ended = once(child, "exit");
      child.kill();
      await ended;
    }
  };
  return { page: new Page(session), close };
}

/** A page as puppeteer has it, as far as it is used here. */
class Page {
  constructor(session) {
    this.session = session;
    this.keyboard = {
      press: (name) => this.type(KEYS[name] ?? name),
      type: (text) => this.type(text),
    };
  }

  goto(url) {
    return this.session.get(url);
  }

  reload() {
    return this.session.navigate().refresh();
  }

  type(keys) {
    return this.session.actions().sendKeys(keys).perform();
  }

  /** Runs a function in the page and gives what it returns or resolves to. */
  async evaluate(run, ...values) {
    const script = `
      const done = arguments[arguments.length - 1];
      const values = [...arguments].slice(0, -1);
      Promise.resolve().then(() => (${run})(...values)).then((value) => done({ value }), (error) => done({ error: String(error) }));
    `;
    const { value, error } = await this.session.executeAsyncScript(script, ...values.map((one) => one?.element ?? one));
    if (error) throw new Error(error);
    return value;
  }

  $eval(selector, run, ...values) {
    return this.evaluate(
      `(selector, ...values) => (${run})(document.querySelector(selector), ...values)`, selector, ...values,
    );
  }

  $$eval(selector, run, ...values) {
    return this.evaluate(
      `(selector, ...values) => (${run})([...document.querySelectorAll(selector)], ...values)`, selector, ...values,
    );
  }

  async $(selector) {
    const [element] = await this.session.findElements({ css: selector });
    return element ? new Element(this, element) : null;
  }

  async waitForSelector(selector, { visible = false, hidden = false } = {}) {
    await this.waitForFunction(
      (selector, visible, hidden) => {
        const element = document.querySelector(selector);
        const isShown = Boolean(element?.checkVisibility());
        return hidden ? !isShown : visible ? isShown : Boolean(element);
      },
      {}, selector, visible, hidden,
    );
    return this.$(selector);
  }

  async waitForFunction(run, _options, ...values) {
    for (const end = Date.now() + TIME_LIMIT_MILLIS; ; await pause(30)) {
      const value = await this.evaluate(run, ...values);
      if (value) return value;
      if (Date.now() > end) throw new Error(`it never came true: ${run} of ${JSON.stringify(values)}`);
    }
  }

  async select(selector, value) {
    await this.$eval(
      selector,
      (list, value) => {
        list.value = value;
        for (const type of ["input", "change"]) list.dispatchEvent(new Event(type, { bubbles: true }));
      },
      value,
    );
  }
}

/** An element of a page. */
class Element {
  constructor(page, element) {
    this.page = page;
    this.element = element;
  }

  evaluate(run, ...values) {
    return this.page.evaluate(run, this, ...values);
  }

  /** Presses the pointer on its middle, and lets the page draw what follows. */
  async click() {
    await this.page.session.actions().move({ origin: this.element }).click().perform();
    await this.page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => drawn())));
  }

  uploadFile(path) {
    return this.element.sendKeys(path);
  }
}

// A screen that nobody sees, under a number of its own.
async function startScreen() {
  const child = spawn(process.env.XVFB || "Xvfb", ["-displayfd", "3", "-screen", "0", "1280x1024x24", "-nolisten", "tcp"], {
    stdio: ["ignore", "ignore", "ignore", "pipe"],
  });
  const [number] = await once(child.stdio[3], "data");
  return { child, name: `:${String(number).trim()}` };
}

async function freePort() {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address();
  server.close();
  await once(server, "close");
  return port;
}

async function listens(port) {
  for (const end = Date.now() + TIME_LIMIT_MILLIS; ; await pause(30)) {
    const answer = await fetch(`http://127.0.0.1:${port}/status`).catch(() => null);
    if (answer?.ok) return;
    if (Date.now() > end) throw new Error("WebKit's driver did not start");
  }
}
