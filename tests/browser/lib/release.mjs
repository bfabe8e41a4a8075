// Makes a second release of a site out of a first one: the files changed as asked, and the list in the
// service worker made anew, as the build does it (xtask/src/precache.rs).

import { createHash } from "node:crypto";
import { readdir, readFile, writeFile } from "node:fs/promises";
import { join, relative, sep } from "node:path";
import vm from "node:vm";

const WORKER = "service-worker.js";

/** The service worker's text and the release named in it: `{ version, files: [{ url, integrity, bytes }] }`. */
export async function readRelease(folder) {
  const text = await readFile(join(folder, WORKER), "utf8");
  const [all, head, list] = /(\bRELEASE\s*=\s*)(\{.*?\]\s*\})/s.exec(text) ?? [];
  if (!all) throw new Error(`${WORKER} names no release.`);
  // Minified it is no longer JSON, but still a plain literal.
  const release = vm.runInNewContext(`(${list})`);
  const withRelease = (next) => text.replace(all, () => head + JSON.stringify(next));
  return { release, withRelease };
}

/** Writes the list of the folder's files, as they are now, into its service worker; gives the version. */
export async function relist(folder) {
  const { release, withRelease } = await readRelease(folder);
  const files = [];
  for (const path of (await paths(folder)).filter((path) => path !== WORKER)) {
    const content = await readFile(join(folder, path));
    files.push({
      url: path === "index.html" ? "./" : path,
      integrity: `sha256-${createHash("sha256").update(content).digest("base64")}`,
      bytes: content.length,
    });
  }
  const all = files.map((file) => `${file.url} ${file.integrity}\n`).join("");
  const version = createHash("sha256").update(all).digest("hex").slice(0, 16);
  if (version !== release.version) await writeFile(join(folder, WORKER), withRelease({ version, files }));
  return version;
}

/** Replaces a text in a file, which must hold it. */
export async function replaceIn(folder, path, from, to) {
  const text = await readFile(join(folder, path), "utf8");
  if (!text.includes(from)) throw new Error(`${path} does not hold “${from}”.`);
  await writeFile(join(folder, path), text.replaceAll(from, () => to));
}

async function paths(folder) {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath ?? entry.path, entry.name)).split(sep).join("/"))
    .sort();
}
