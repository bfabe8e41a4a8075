// The service worker, as the page sees it.

import assert from "node:assert/strict";
import { isDeepStrictEqual } from "node:util";
import { readRelease } from "./release.mjs";
import { typeOf } from "./types.mjs";

/**
 * Runs in the page before its scripts: notes in `window.workerStates` what becomes of each worker that the
 * page's registration brings, the first one included. If it `isLate`, that one is registered only when told.
 */
export function noteWorkers(isLate = false) {
  window.workerStates = [];
  const register = ServiceWorkerContainer.prototype.register;
  ServiceWorkerContainer.prototype.register = async function (...given) {
    if (isLate && !this.controller) await new Promise((go) => { window.registerNow = go; });
    const registration = await register.apply(this, given);
    const follow = () => {
      const worker = registration.installing;
      if (!worker || worker.isFollowed) return;
      worker.isFollowed = true;
      worker.addEventListener("statechange", () => window.workerStates.push(worker.state));
    };
    follow();
    registration.addEventListener("updatefound", follow);
    return registration;
  };
}

/** For pages that register their first worker when told, by `registerNow`. */
export const registersLate = [noteWorkers, true];

/** Waits until a worker came to `state`: "activated", "installed" (and waiting), "redundant" (refused). */
export const workerIs = (page, state) =>
  page.waitForFunction((state) => window.workerStates.includes(state), { polling: 20 }, state);

/** Waits until the service worker serves this page: from then on no network is needed. */
export const isOffline = (page) =>
  page.waitForFunction(() => navigator.serviceWorker.controller?.state === "activated", { polling: 20 });

/** Asks the server for a newer service worker, as browsers do on their own now and then. */
export const lookForUpdate = (page) =>
  page.evaluate(async () => {
    const registration = await navigator.serviceWorker.getRegistration();
    // A script that does not come is a refusal too.
    await registration.update().catch(() => {});
  });

/** The names of the app's caches. */
export const cacheNames = (page) =>
  page.evaluate(async () => (await caches.keys()).filter((name) => name.startsWith("factdeck-")));

/** Lets a page go on that `registersLate`. */
export async function registerNow(page) {
  await page.waitForFunction(() => window.registerNow);
  await page.evaluate(() => window.registerNow());
}

/** What is kept: by the caches' names their files, `{ url, type, integrity, bytes }`, sorted by address. */
export const keptFiles = (page) =>
  page.evaluate(async () => {
    const folder = new URL("./", document.baseURI).href;
    const file = async (cache, url) => {
      const response = await cache.match(url);
      const body = await response.arrayBuffer();
      const hash = new Uint8Array(await crypto.subtle.digest("SHA-256", body));
      return {
        url: url.slice(folder.length) || "./",
        type: response.headers.get("content-type"),
        integrity: `sha256-${btoa(String.fromCharCode(...hash))}`,
        bytes: body.byteLength,
      };
    };
    const kept = {};
    for (const name of (await caches.keys()).filter((name) => name.startsWith("factdeck-"))) {
      const cache = await caches.open(name);
      const urls = (await cache.keys()).map(({ url }) => url).sort();
      kept[name] = await Promise.all(urls.map((url) => file(cache, url)));
    }
    return kept;
  });

/** Throws files out of all caches of the app, as a browser that runs out of room might; the folder's is "./". */
export const evict = (page, ...files) =>
  page.evaluate(async (files) => {
    for (const name of (await caches.keys()).filter((name) => name.startsWith("factdeck-"))) {
      const cache = await caches.open(name);
      for (const file of files) await cache.delete(new URL(file, document.baseURI).href);
    }
  }, files);

/** Waits until what is kept is just the one release in `folder`, whole and true, each file with its own type. */
export async function isKeptWhole(page, folder) {
  const { release } = await readRelease(folder);
  const files = release.files.map((file) => ({ ...file, type: typeOf(file.url === "./" ? "index.html" : file.url) }));
  const wanted = files.sort((one, other) => (one.url === "./" || one.url < other.url ? -1 : 1));
  let kept;
  for (const until = Date.now() + 15_000; Date.now() < until; ) {
    kept = Object.values(await keptFiles(page));
    if (isDeepStrictEqual(kept, [wanted])) return;
    await page.evaluate(() => new Promise(requestAnimationFrame));
  }
  assert.deepEqual(kept, [wanted], "what is kept");
}
