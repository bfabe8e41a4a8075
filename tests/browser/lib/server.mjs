// A static server for one folder, as a teacher's host would serve it: in a sub-folder, with types, ETag and
// no-cache. Runs as a child process of lib/site.mjs, so that a test can really kill it; is told how else to
// answer, and tells of each request.

import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import path from "node:path";
import { SIGN_IN } from "./portal.mjs";
import { typeOf } from "./types.mjs";

const [folder, port, base] = process.argv.slice(2);
let way = {}; // how to answer: see `behave` of lib/site.mjs
let waiting = []; // answers that are held

const faultOf = (name) => Object.entries(way.faults ?? {}).find(([ending]) => name.endsWith(ending))?.[1];

/** What of a file is sent in the place of its bytes. */
const altered = {
  changed: (content) => Buffer.from(content.map((byte, index) => (index === content.length >> 1 ? byte ^ 1 : byte))),
  short: (content) => content.subarray(0, content.length - 1),
  portal: () => Buffer.from(SIGN_IN),
};
altered["changed under its ETag"] = altered.changed;

function typeFor(name, file) {
  const { type, nosniff, except } = way.types ?? {};
  if (type === undefined || name.endsWith(except)) return { "content-type": typeOf(file) ?? "text/plain" };
  return { ...(type && { "content-type": type }), ...(nosniff && { "x-content-type-options": "nosniff" }) };
}

const tagOf = (content) => `"${createHash("sha256").update(content).digest("hex").slice(0, 20)}"`;

const server = createServer(async (request, response) => {
  const name = decodeURIComponent(new URL(request.url, "http://host").pathname);
  const inside = name.startsWith(base) ? path.normalize(name.slice(base.length) || "index.html") : "..";
  const fault = faultOf(name);
  if (fault === "held") await new Promise((go) => waiting.push(go));
  if (fault === "reset") return response.destroy();
  const isHere = !inside.startsWith("..") && fault !== "missing";
  const whole = isHere ? await readFile(path.join(folder, inside)).catch(() => null) : null;
  const content = whole && (altered[fault]?.(whole) ?? whole);
  const etag = content && tagOf(fault === "changed under its ETag" ? whole : content);
  const isKnown = etag !== null && !way.types && request.headers["if-none-match"] === etag;
  const status = fault === "busy" ? 503 : content === null ? 404 : isKnown ? 304 : 200;
  process.send({ request: { path: name, status } });
  const headers = { "cache-control": way.caching ?? "no-cache" };
  if (content) Object.assign(headers, { etag, ...typeFor(name, inside) });
  if (fault === "cut") {
    response.writeHead(status, { ...headers, "content-length": content.length });
    return response.write(content.subarray(0, content.length >> 1), () => response.destroy());
  }
  response.writeHead(status, headers).end(status === 200 ? content : undefined);
});

process.on("message", (told) => {
  way = told;
  if (!Object.values(way.faults ?? {}).includes("held")) waiting.splice(0).forEach((go) => go());
  process.send({ behaving: true });
});
process.on("disconnect", () => process.exit());
server.on("error", (error) => process.send({ failed: String(error) }));
server.listen(Number(port), "127.0.0.1", () => process.send({ port: server.address().port }));
