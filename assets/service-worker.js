// Keeps the app for use without a network.
//
// One release is one cache, filled whole or not at all: each file is checked against the hash that the
// build wrote below, so a broken download or a captive portal's answer never gets in, and a page is never
// served parts of two releases. A new release waits until the learner says yes (or no tab is open).

"use strict";

// The build puts the release here: its version, which differs whenever a file does, and each file as
// { url: relative to this folder, type: its content-type, integrity: "sha256-...", bytes: length }.
const RELEASE = /*release*/{ "version": "dev", "files": [] };

const TIME_LIMIT_MILLIS = 20_000; // for one file
const AT_ONCE = 4; // files under way

const scope = new URL(self.registration.scope);
// Caches belong to the whole origin: the scope's path in the name tells ours from another folder's.
const prefix = `factdeck-${scope.pathname}-`;
const cacheName = prefix + RELEASE.version;
const page = address("index.html");
const files = new Map(RELEASE.files.map((file) => [address(file.url), file]));

// The page is asked for, and kept, as the folder itself: some hosts answer `index.html` by a redirect.
function address(relative) {
  return new URL(relative === "index.html" ? "./" : relative, scope).href;
}

// A release's version has no slash, so what is left after our prefix has one only in a folder below ours.
async function ownCaches() {
  const names = await caches.keys();
  return names.filter((name) => name.startsWith(prefix) && !name.slice(prefix.length).includes("/"));
}

const opened = (names) => Promise.all(names.map((name) => caches.open(name)));

// The files that our cache lacks.
async function missing() {
  const cache = await caches.open(cacheName);
  const there = new Set((await cache.keys()).map(({ url }) => url));
  return [...files.keys()].filter((url) => !there.has(url));
}

// As it is kept: with no header of the host's, who may have named a wrong type.
function response(file, body) {
  return new Response(body, { headers: { "content-type": file.type } });
}

async function isTrue(file, body) {
  if (body.byteLength !== file.bytes) return false;
  const hash = new Uint8Array(await crypto.subtle.digest("SHA-256", body));
  return `sha256-${btoa(String.fromCharCode(...hash))}` === file.integrity;
}

self.addEventListener("install", (event) => event.waitUntil(install()));

async function install() {
  const names = await ownCaches();
  const earlier = await opened(names);
  await setTypes(earlier).catch(() => {}); // a full disk stops them, not us
  const cache = await caches.open(cacheName);
  const stop = new AbortController();
  const queue = [...files];
  const work = async () => {
    while (queue.length > 0) {
      const [url, file] = queue.shift();
      const body = (await kept(earlier, url, file)) ?? (await fetched(url, file, "no-cache", stop.signal));
      await cache.put(url, response(file, body));
    }
  };
  try {
    await Promise.all(Array.from({ length: AT_ONCE }, work));
    // A worker that became active meanwhile has cleared our cache away.
    if ((await missing()).length > 0) throw new Error("the cache was cleared");
  } catch (error) {
    queue.length = 0;
    stop.abort();
    // A host that goes back to an earlier release installs anew what serves now, and this is its cache.
    if (!names.includes(cacheName)) await caches.delete(cacheName);
    throw error; // fails the installation: what was served before goes on being served
  }
}

// The same file from an earlier release (or from an installation that was cut short).
async function kept(earlier, url, file) {
  for (const cache of earlier) {
    const body = await (await cache.match(url))?.arrayBuffer();
    if (body && (await isTrue(file, body))) return body;
  }
}

// Workers before this one kept the host's types. A release whose program has a wrong one never starts, so
// that nobody could say yes to this one: it gets the types that files of such names have here.
async function setTypes(earlier) {
  const ending = (url) => url.split("/").pop().split(".").pop(); // none for the page
  const types = new Map([...files].map(([url, { type }]) => [ending(url), type]));
  for (const cache of earlier) {
    for (const request of await cache.keys()) {
      const { body, headers } = await cache.match(request);
      const type = types.get(ending(request.url));
      if (!type || headers.get("content-type") === type) continue;
      const right = new Headers(headers);
      right.set("content-type", type);
      await cache.put(request, new Response(body, { headers: right }));
    }
  }
}

// A file's bytes as the build made them, by way of the browser's own cache as `mode` says. If they are
// others, that may hold a broken copy under a true ETag, which a server never sends anew: we ask past it.
async function fetched(url, file, mode, stopped) {
  const limit = new AbortController();
  const abort = () => limit.abort();
  const timer = setTimeout(abort, TIME_LIMIT_MILLIS);
  stopped?.addEventListener("abort", abort);
  try {
    for (const cache of [mode, "reload"]) {
      const options = { cache, credentials: "same-origin", redirect: "error", signal: limit.signal };
      const answer = await fetch(url, options);
      const body = await answer.arrayBuffer();
      if (answer.ok && (await isTrue(file, body))) return body;
    }
    throw new Error(`${url} did not come as it was built`);
  } finally {
    clearTimeout(timer);
    stopped?.removeEventListener("abort", abort);
  }
}

self.addEventListener("activate", (event) => event.waitUntil(activate()));

async function activate() {
  const older = (await ownCaches()).filter((name) => name !== cacheName);
  // While we waited, the browser may have thrown files out that others' caches still have.
  const [cache, ...others] = await opened([cacheName, ...older]);
  for (const url of await missing()) {
    const file = files.get(url);
    const body = await kept(others, url, file);
    if (body) await cache.put(url, response(file, body));
  }
  if ((await missing()).length === 0) await Promise.all(older.map((name) => caches.delete(name)));
  // The first release takes on the page that brought it. A later one gets its pages by itself; one that
  // was loaded past us (a forced reload) stays as it is.
  if (older.length === 0) await self.clients.claim();
}

// Pages that came from the network, since ours was lost: to them all comes from there, lest they be of two
// releases.
const past = new Set();

self.addEventListener("fetch", (event) => {
  const { request, clientId } = event;
  const url = keptAddress(request);
  // A page that asks past all caches wants to be rid of what is kept.
  if (!url || request.cache === "reload" || past.has(clientId)) return;
  event.respondWith(answer(url, event));
  if (url === page) event.waitUntil(mendAll());
});

// Under which address a request is kept; nothing if it is the network's. Only the app's own page is
// answered by its page: routes live in the fragment, and a folder below ours may hold another site.
function keptAddress(request) {
  if (request.method !== "GET") return undefined;
  const url = new URL(request.url);
  url.hash = "";
  if (files.has(url.href)) return url.href;
  url.search = "";
  const asked = url.href === page || url.href === new URL("index.html", scope).href;
  return asked && files.has(page) ? page : undefined;
}

async function answer(url, { request, resultingClientId }) {
  const there = await caches.open(cacheName).then((cache) => cache.match(url)).catch(() => {});
  if (there) return there;
  try {
    return response(files.get(url), await mended(url));
  } catch {
    if (url !== page) return Response.error();
  }
  try {
    const fresh = await fetch(request);
    if (resultingClientId) past.add(resultingClientId);
    return fresh;
  } catch {
    return new Response(LOST, { status: 503, headers: { "content-type": "text/html; charset=utf-8" } });
  }
}

const underWay = new Map(); // files that are being mended, by address

// Puts back a file that the browser has thrown out, and gives its bytes. The browser's own cache may still
// have it, however old: the hash tells whether it is the one.
function mended(url) {
  const mend = async () => {
    const file = files.get(url);
    const body = await fetched(url, file, "force-cache");
    const keep = (cache) => cache.put(url, response(file, body));
    await caches.open(cacheName).then(keep).catch(() => {}); // without room it is asked for again
    return body;
  };
  if (!underWay.has(url)) underWay.set(url, mend().finally(() => underWay.delete(url)));
  return underWay.get(url);
}

// At each visit, so that all is whole again before the next one without a network.
const mendAll = async () => Promise.allSettled((await missing()).map(mended));

self.addEventListener("message", (event) => {
  if (event.data === "skip-waiting") self.skipWaiting();
});

// What stands in the place of a page that the browser has thrown out, when it cannot be fetched either.
const LOST = `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>A part of this app is missing</title>
<main>
<h1>A part of this app is missing</h1>
<p>It was kept on this device for use without a network, but the browser has removed its page, and the website
cannot be reached now. Your stored answers are not touched.</p>
<p>When there is a network again, load this page anew: what is missing then comes back by itself.</p>
<p><a href="">Try again</a></p>
</main>`;
