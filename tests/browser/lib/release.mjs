// Makes a second release of a site out of a first one: the files changed as asked, and the list in the
// service worker made anew, as the build does it (xtask/src/precache.rs).

import { createHash } from "node:crypto";
import { readdir, readFile, writeFile } from "node:fs/promises";
import { join, relative, sep } from "node:path";
import vm from "node:vm";
import { deck } from "./deck.mjs";
import { changed } from "./site.mjs";
import { typeOf } from "./types.mjs";

const WORKER = "service-worker.js";

/** The service worker's text and the release named in it: `{ version, files: [{ url, type, integrity, bytes }] }`. */
export async function readRelease(folder) {
  const text = await readFile(join(folder, WORKER), "utf8");
  const [all, head, list] = /(\bRELEASE\s*=\s*)(\{.*?\]\s*\})/s.exec(text) ?? [];
  if (!all) throw new Error(`${WORKER} names no release.`);
  // Minified it is no longer JSON, but still a plain literal.
  const release = structuredClone(vm.runInNewContext(`(${list})`));
  const withRelease = (next) => text.replace(all, () => head + JSON.stringify(next));
  return { release, withRelease };
}

/** The list of a folder's files, as they are now. */
export async function listed(folder) {
  const files = [];
  for (const path of (await paths(folder)).filter((path) => path !== WORKER)) {
    const content = await readFile(join(folder, path));
    files.push({
      url: path === "index.html" ? "./" : path,
      type: typeOf(path),
      integrity: `sha256-${createHash("sha256").update(content).digest("base64")}`,
      bytes: content.length,
    });
  }
  return files;
}

// Writes the list, and a version that differs whenever a file does, into the folder's service worker.
async function relist(folder) {
  const { withRelease } = await readRelease(folder);
  const files = await listed(folder);
  const version = createHash("sha256").update(JSON.stringify(files)).digest("hex").slice(0, 16);
  await writeFile(join(folder, WORKER), withRelease({ version, files }));
}

/** What the second release calls the deck. */
export const SECOND_TITLE = "The title of the second release";

/**
 * The folder of a copy of the site, or of that in `from`, as its next release: the same program, the deck and
 * the page under another title. `after` is given what removes it.
 */
export async function secondRelease(after, from) {
  const folder = await changed({
    "index.html": (text) => text.replace(/(<h1[^>]*>)[^<]+/, `$1${SECOND_TITLE}`),
    [`decks/${deck.id}.json`]: (text) => JSON.stringify({ ...JSON.parse(text), title: SECOND_TITLE }),
  }, after, from);
  await relist(folder);
  return folder;
}

/**
 * The folder of a copy of the site with the service worker that releases had before it set types by itself: what
 * such a site has installed must go on with a newer one. `after` is given what removes it.
 */
export async function formerRelease(after) {
  const worker = await readFile(new URL("../former/service-worker.js", import.meta.url), "utf8");
  const folder = await changed({ [WORKER]: () => worker }, after);
  const files = (await listed(folder)).map(({ type, ...file }) => file);
  const release = JSON.stringify({ version: "former", files });
  const text = worker.replace(/\/\*release\*\/\{.*\}/, () => release);
  await writeFile(join(folder, WORKER), text);
  return folder;
}

async function paths(folder) {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath ?? entry.path, entry.name)).split(sep).join("/"))
    .sort();
}
