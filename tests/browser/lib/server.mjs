// A static server for one folder, as a teacher's host would serve it: in a sub-folder, with types, ETag and
// no-cache. Runs as a child process of lib/site.mjs, so that a test can really kill it; is told what to hold
// back, and tells of each request.

import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import path from "node:path";

const TYPES = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".wasm": "application/wasm",
  ".json": "application/json",
  ".webmanifest": "application/manifest+json",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".css": "text/css; charset=utf-8",
};

const [folder, port, base] = process.argv.slice(2);
let held = []; // endings of paths whose answers wait
let waiting = []; // those that wait

const isHeld = (name) => held.some((ending) => name.endsWith(ending));

const server = createServer(async (request, response) => {
  const name = decodeURIComponent(new URL(request.url, "http://host").pathname);
  const inside = name.startsWith(base) ? path.normalize(name.slice(base.length) || "index.html") : "..";
  if (isHeld(name)) await new Promise((go) => waiting.push(go));
  const content = inside.startsWith("..") ? null : await readFile(path.join(folder, inside)).catch(() => null);
  const etag = content && `"${createHash("sha256").update(content).digest("hex").slice(0, 20)}"`;
  const isKnown = etag !== null && request.headers["if-none-match"] === etag;
  const status = content === null ? 404 : isKnown ? 304 : 200;
  process.send({ request: { path: name, status } });
  const headers = { "cache-control": "no-cache" };
  if (content) Object.assign(headers, { etag, "content-type": TYPES[path.extname(inside)] ?? "text/plain" });
  response.writeHead(status, headers).end(status === 200 ? content : undefined);
});

process.on("message", ({ hold }) => {
  held = hold;
  if (held.length === 0) waiting.splice(0).forEach((go) => go());
  process.send({ holding: held });
});
process.on("disconnect", () => process.exit());
server.on("error", (error) => process.send({ failed: String(error) }));
server.listen(Number(port), "127.0.0.1", () => process.send({ port: server.address().port }));
