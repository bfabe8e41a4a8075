// What the screen reader Orca says on the way through the app in Firefox, written to firefox.txt beside this file:
//
//   node tests/browser/orca/transcribe.mjs
//
// It is no test, since how a reader words things changes with its version: read `git diff` after it. It needs the release
// site in dist/, and of Debian: orca, xvfb, openbox, dbus, at-spi2-core and xdotool. Orca's speech needs no sound: its
// debug file has each text that it would speak.

import { execFileSync, spawn } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { fill } from "../lib/answers.mjs";
import { launch } from "../lib/browsers.mjs";
import { responseFor } from "../lib/deck.mjs";
import { go } from "../lib/page.mjs";
import { sitesUntil } from "../lib/site.mjs";

const [display] = process.argv.slice(2);
const THIS = fileURLToPath(import.meta.url);
const SOUND = new URL("../../decks/sound.json", import.meta.url);
/** Time for Orca to say all that there is to say. Keys that come sooner would cut it short. */
const SPEAKS_MILLIS = 3500;

const pause = (millis) => new Promise((resolve) => setTimeout(resolve, millis));

if (display) await inSession();
else await startSession();

/** A screen and a message bus of their own, in which this script runs again. */
async function startSession() {
  const screen = spawn("Xvfb", ["-displayfd", "1", "-screen", "0", "1280x900x24"], { stdio: ["ignore", "pipe", "ignore"] });
  const [number] = await new Promise((resolve) => screen.stdout.once("data", (data) => resolve(String(data).split("\n"))));
  const home = await mkdtemp(path.join(os.tmpdir(), "factdeck-orca-"));
  const env = { ...process.env, DISPLAY: `:${number}`, HOME: home, GNOME_ACCESSIBILITY: "1" };
  const session = spawn("dbus-run-session", ["--", process.execPath, THIS, number], { env, stdio: "inherit" });
  process.exitCode = await new Promise((resolve) => session.once("exit", resolve));
  screen.kill();
  await rm(home, { recursive: true, force: true });
}

async function inSession() {
  const debug = path.join(os.homedir(), "debug.out");
  for (const property of ["IsEnabled", "ScreenReaderEnabled"]) {
    execFileSync("dbus-send", [
      "--session", "--print-reply", "--dest=org.a11y.Bus", "/org/a11y/bus", "org.freedesktop.DBus.Properties.Set",
      "string:org.a11y.Status", `string:${property}`, "variant:boolean:true",
    ]);
  }
  const helpers = [["openbox"], ["orca", "--replace", `--debug-file=${debug}`]].map(([program, ...args]) =>
    spawn(program, args, { stdio: "ignore" }));
  const ends = [];
  const text = await readFile(SOUND, "utf8");
  const served = await sitesUntil((end) => ends.push(end)).serveDeck(text);
  const browser = await launch("firefox", { isSeen: true, prefs: { "accessibility.force_disabled": -1 } });
  let states = [];
  try {
    const page = (await browser.pages())[0] ?? (await browser.newPage());
    await page.goto(served.url);
    await page.waitForSelector("html[data-ready]");
    await pause(SPEAKS_MILLIS);
    // The page, and not the browser's own field, is to have the keys.
    execFileSync("xdotool", ["mousemove", "1100", "500", "click", "1"]);
    await pause(SPEAKS_MILLIS);
    states = await walk(page, JSON.parse(text));
  } finally {
    await browser.close();
    for (const helper of helpers) helper.kill();
    for (const end of ends) await end();
  }
  await pause(SPEAKS_MILLIS);
  await writeFile(path.join(path.dirname(THIS), "firefox.txt"), transcript(await readFile(debug, "utf8"), states));
}

/** What was said in each state. Orca writes its file late, but each line has its time in it. */
function transcript(debug, states) {
  const lines = debug.matchAll(/^(\d\d):(\d\d):(\d\d)\.(\d{3})\d* - SPEECH OUTPUT: '([^]*?)' ?\{'/gm);
  const said = [...lines].map(([, hours, minutes, seconds, millis, words]) => ({
    at: new Date().setHours(hours, minutes, seconds, millis),
    words: words.trim().replace(/\s*\n\s*/g, "\n  "),
  }));
  const parts = states.map(({ state, from, to }) => {
    // Some keys have their names told.
    const isTold = ({ at, words }) => at >= from && at < to && words && !/^(return|escape)$/.test(words);
    const heard = said.filter(isTold).map(({ words }) => words);
    return [`# ${state}`, ...heard].join("\n");
  });
  return `${parts.join("\n\n")}\n`;
}

/** Presses a key of the keyboard. */
function key(name) {
  execFileSync("xdotool", ["key", name]);
}

/** The way through the app; gives each state with the time in which it is spoken of. */
async function walk(page, deck) {
  const states = [];
  let from = Date.now();
  const hears = async () => {
    await pause(SPEAKS_MILLIS);
    from = Date.now();
  };
  const note = async (state) => {
    const began = from;
    await hears();
    states.push({ state, from: began, to: from });
  };
  const pressed = async (selector) => {
    await page.focus(selector);
    await hears();
    key("Return");
  };

  await pressed(".prose a.term");
  await page.waitForSelector("dialog[open]");
  await note("a word of the glossary, opened");
  key("Escape");
  await note("and closed");

  await go(page, "#/quiz?order=deck&start=now&sure=off", "quiz");
  for (const item of deck.items) {
    const { kind } = item.interaction;
    await page.waitForSelector(`[data-item="${item.id}"]`);
    await note(`${kind}, asked`);
    await fill(page, responseFor(item, "wrong"));
    await hears();
    await pressed("main [data-action=check]");
    await page.waitForSelector("main [data-outcome]");
    await note(`${kind}, answered wrongly`);
    key("Down");
    await note(`${kind}, Down`);
    // As if nothing had been read on: from the verdict Enter goes on.
    await page.focus("main .feedback");
    await hears();
    key("Return");
  }
  await page.waitForSelector("main[data-page=results]");
  await note("the result");
  for (const name of ["review", "progress", "data"]) {
    await pressed(`nav a[href="#/${name}"]`);
    await page.waitForSelector(`main[data-page=${name}]`);
    await note(`the page ${name}`);
  }
  await pressed("[data-action=erase]");
  await page.waitForSelector("dialog[open]");
  await note("the question before erasing");
  key("Escape");
  await hears();
  await pressed("[data-action=keys]");
  await page.waitForSelector("dialog#keys[open]");
  await note("the list of keys");
  key("Escape");
  await hears();
  await page.focus("[data-action=theme]");
  await note("the button of the theme");
  key("Return");
  await note("and pressed");
  return states;
}
