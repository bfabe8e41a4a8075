// A built site on a port of its own.

import { fork } from "node:child_process";
import { once } from "node:events";
import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";

const BASE = "/teacher/article/";
const SERVER = fileURLToPath(new URL("server.mjs", import.meta.url));

/** The release site that is tested: FACTDECK_DIST, else the repository's dist. */
export const DIST = process.env.FACTDECK_DIST ?? fileURLToPath(new URL("../../../dist", import.meta.url));

/**
 * Serves a folder.
 * - `url`: the page's address; `requests`: `{ path, status }` of each request so far
 * - `hold(...endings)`: answers to paths with these endings wait until `release()`
 * - `behave({ faults, types, caching })`: answers otherwise from now on, until it is told anew or restarted.
 *   `faults` by the endings of paths: "held", "reset", "missing", "busy", "cut", "short", "changed", "changed
 *   under its ETag", "portal"; `types: { type, nosniff, except }`: this content-type, null for none, for all
 *   files but one; `caching`: the header of that name
 * - `kill()`: ends the server's process at once, as a host that is gone
 * - `restart(folder?)`: serves again at the same address, perhaps another folder
 */
export async function site(folder = DIST) {
  const requests = [];
  let child = null;
  let port = 0;

  const start = async (from) => {
    child = fork(SERVER, [from, String(port), BASE], { stdio: "inherit" });
    port = await new Promise((resolve, reject) => {
      child.on("message", (message) => {
        if (message.request) requests.push(message.request);
        if (message.port) resolve(message.port);
        if (message.failed) reject(new Error(message.failed));
      });
      child.once("exit", (code) => reject(new Error(`the server ended with ${code}`)));
    });
  };
  const behave = (way) =>
    new Promise((resolve) => {
      const listen = (message) => {
        if (!message.behaving) return;
        child.off("message", listen);
        resolve();
      };
      child.on("message", listen);
      child.send(way);
    });
  const kill = async () => {
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const ended = once(child, "exit");
    child.kill("SIGKILL");
    await ended;
  };

  await start(folder);
  return {
    folder,
    requests,
    url: `http://127.0.0.1:${port}${BASE}`,
    origin: `http://127.0.0.1:${port}`,
    behave,
    hold: (...endings) => behave({ faults: Object.fromEntries(endings.map((ending) => [ending, "held"])) }),
    release: () => behave({}),
    kill,
    restart: async (other = folder) => {
      await kill();
      await start(other);
    },
  };
}

/** What the site lacked of what was asked for. */
export const missing = ({ requests }) =>
  requests.filter(({ status }) => status >= 400).map(({ path, status }) => `${status} for ${path}`);

/**
 * The folder of a copy of a site with some of its files changed: `{ "index.html": (text) => text }`. A change
 * that changes nothing is a mistake of the test. `after` is given what removes the folder.
 */
export async function changed(changes, after, from = DIST) {
  const folder = await mkdtemp(path.join(os.tmpdir(), "factdeck-site-"));
  after(() => rm(folder, { recursive: true, force: true }));
  await cp(from, folder, { recursive: true });
  for (const [name, change] of Object.entries(changes)) {
    const file = path.join(folder, name);
    const before = await readFile(file, "utf8");
    const now = change(before);
    if (now === before) throw new Error(`nothing changed in ${name}`);
    await writeFile(file, now);
  }
  return folder;
}

/** The ways to serve sites that are ended by what is given to `after`. */
export function sitesUntil(after) {
  const serve = async (folder) => {
    const served = await site(folder);
    after(served.kill);
    return served;
  };
  const serveCopy = async (changes) => serve(await changed(changes, after));
  const serveDeck = async (text) => {
    const file = "decks/test.json";
    const named = (page) => page.replace(/data-deck="[^"]+"/, `data-deck="${file}"`);
    const served = await serveCopy({ "index.html": named });
    await writeFile(path.join(served.folder, file), text);
    return served;
  };
  return { serve, serveCopy, serveDeck };
}
