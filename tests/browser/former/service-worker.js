// Keeps the app for use without a network.
//
// One release is one cache, filled whole or not at all: each file is checked against the hash that the
// build wrote below, so a broken download or a captive portal's answer never gets in, and a page is never
// served parts of two releases. A new release waits until the learner says yes (or no tab is open).

"use strict";

// The build puts the release here: its version, which differs whenever a file does, and each file as
// { url: relative to this folder, integrity: "sha256-...", bytes: length }.
const RELEASE = /*release*/{ "version": "dev", "files": [] };

const TIME_LIMIT_MILLIS = 20_000; // for one file
const AT_ONCE = 4; // files under way
const MARK = "x-factdeck-integrity"; // the hash, on each kept file

const scope = new URL(self.registration.scope);
// Caches belong to the whole origin: the scope's path in the name tells ours from another folder's.
const prefix = `factdeck-${scope.pathname}-`;
const cacheName = prefix + RELEASE.version;
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

self.addEventListener("install", (event) => event.waitUntil(install()));

async function install() {
  const earlier = await Promise.all((await ownCaches()).map((name) => caches.open(name)));
  const cache = await caches.open(cacheName);
  const stop = new AbortController();
  const queue = [...files];
  const work = async () => {
    while (queue.length > 0) {
      const [url, file] = queue.shift();
      await cache.put(url, (await kept(earlier, url, file)) ?? (await fetched(url, file, stop.signal)));
    }
  };
  try {
    await Promise.all(Array.from({ length: AT_ONCE }, work));
  } catch (error) {
    queue.length = 0;
    stop.abort();
    await caches.delete(cacheName);
    throw error; // fails the installation: what was served before goes on being served
  }
}

// The same file from an earlier release (or from an installation that was cut short).
async function kept(earlier, url, file) {
  for (const cache of earlier) {
    const response = await cache.match(url);
    if (response?.headers.get(MARK) === file.integrity) return response;
  }
}

async function fetched(url, file, stopped) {
  const limit = new AbortController();
  const abort = () => limit.abort();
  const timer = setTimeout(abort, TIME_LIMIT_MILLIS);
  stopped.addEventListener("abort", abort);
  try {
    const response = await fetch(url, {
      cache: "no-cache", // ask the server whether it changed, but do not load again what did not
      credentials: "same-origin",
      integrity: file.integrity,
      redirect: "error",
      signal: limit.signal,
    });
    if (!response.ok) throw new Error(`${url}: status ${response.status}`);
    const body = await response.arrayBuffer();
    if (body.byteLength !== file.bytes) throw new Error(`${url}: ${body.byteLength} bytes`);
    const headers = new Headers(response.headers);
    // The body is decoded by now, and the same for everyone (`Vary: *` could not even be kept).
    for (const name of ["content-encoding", "content-length", "vary"]) headers.delete(name);
    headers.set(MARK, file.integrity);
    return new Response(body, { headers });
  } finally {
    clearTimeout(timer);
    stopped.removeEventListener("abort", abort);
  }
}

self.addEventListener("activate", (event) => event.waitUntil(activate()));

async function activate() {
  const older = (await ownCaches()).filter((name) => name !== cacheName);
  await Promise.all(older.map((name) => caches.delete(name)));
  // The first release takes on the page that brought it. A later one gets its pages by itself; one that
  // was loaded past us (a forced reload) stays as it is.
  if (older.length === 0) await self.clients.claim();
}

self.addEventListener("fetch", (event) => {
  const url = keptAddress(event.request);
  if (url) event.respondWith(answer(url, event.request));
});

// Under which address a request is kept; nothing if it is the network's. Only the app's own page is
// answered by its page: routes live in the fragment, and a folder below ours may hold another site.
function keptAddress(request) {
  if (request.method !== "GET") return undefined;
  const url = new URL(request.url);
  url.hash = "";
  if (files.has(url.href)) return url.href;
  url.search = "";
  const page = address("index.html");
  const asked = url.href === page || url.href === new URL("index.html", scope).href;
  return asked && files.has(page) ? page : undefined;
}

async function answer(url, request) {
  const cache = await caches.open(cacheName);
  // The browser may have thrown files out; the network is then better than nothing.
  return (await cache.match(url)) ?? fetch(request);
}

self.addEventListener("message", (event) => {
  if (event.data === "skip-waiting") self.skipWaiting();
});
