// Chromium and Firefox, started.

import { existsSync } from "node:fs";
import path from "node:path";
import puppeteer from "puppeteer-core";

const NAMES = {
  chromium: { variable: "CHROMIUM", programs: ["chromium", "chromium-browser", "google-chrome"] },
  firefox: { variable: "FIREFOX", programs: ["firefox-esr", "firefox"] },
};

/** Whether this process runs the tests in a browser: FACTDECK_BROWSER may name another one. */
export const isAsked = (name) => name === (process.env.FACTDECK_BROWSER || name);

/** The browsers that puppeteer drives and that the app is tested in. */
export const BROWSERS = Object.keys(NAMES).filter(isAsked);

const CHROMIUM_ARGUMENTS = [
  "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
  "--disable-component-update", "--disable-sync",
];

function program(name) {
  const { variable, programs } = NAMES[name];
  if (process.env[variable]) return process.env[variable];
  const folders = (process.env.PATH ?? "").split(path.delimiter);
  const found = programs.flatMap((program) => folders.map((folder) => path.join(folder, program))).find(existsSync);
  if (!found) throw new Error(`${name} was not found on PATH; ${variable} may name it`);
  return found;
}

/**
 * Starts a browser; `profile` is a folder that outlives it, `args` and `prefs` (Firefox's) are for tests
 * that need the browser itself to be otherwise; `isSeen`: with a window on the screen.
 */
export function launch(name, { profile, args = [], prefs = {}, isSeen = false } = {}) {
  return puppeteer.launch({
    browser: name === "firefox" ? "firefox" : "chrome",
    executablePath: program(name),
    headless: !isSeen,
    userDataDir: profile,
    args: [...(name === "chromium" ? CHROMIUM_ARGUMENTS : []), ...args],
    extraPrefsFirefox: prefs,
  });
}

/**
 * What Firefox must be started with for pages of this kind, since its driver cannot tell it later:
 * a touch screen, the device's colour scheme, no scripts, the default size of type in pixels.
 */
export const firefoxPrefs = ({ viewport, scheme, javascript = true, type } = {}) => ({
  ...(viewport?.touch && {
    "ui.primaryPointerCapabilities": 1,
    "ui.allPointerCapabilities": 1,
    "ui.useOverlayScrollbars": 1,
  }),
  ...(scheme && { "layout.css.prefers-color-scheme.content-override": scheme === "dark" ? 0 : 1 }),
  ...(!javascript && { "javascript.enabled": false }),
  ...(type && { "font.size.variable.x-western": type, "font.size.variable.x-unicode": type }),
});

/** The same for Chromium, which can be told the rest later. */
export const chromiumArguments = ({ type } = {}) => (type ? [`--blink-settings=defaultFontSize=${type}`] : []);
