// Networks that answer with something else.

import { createServer } from "node:http";

/** What it shows. */
export const SIGN_IN = "<!doctype html><title>Sign in</title><h1>Welcome to the airport's network</h1>";

/**
 * A captive portal at a site's address, once the site is killed: its own page, with status 200, for every
 * file; `except` lets paths through: `{ "service-worker.js": { type, content } }`. `close()` it in the end.
 */
export async function portal(site, except = {}) {
  const asked = [];
  const server = createServer((request, response) => {
    const name = new URL(request.url, "http://host").pathname.split("/").pop();
    asked.push(name);
    const { type = "text/html; charset=utf-8", content = SIGN_IN } = except[name] ?? {};
    response.writeHead(200, { "content-type": type }).end(content);
  });
  await new Promise((resolve) => server.listen(Number(new URL(site.url).port), "127.0.0.1", resolve));
  const close = () =>
    new Promise((resolve) => {
      server.close(resolve);
      server.closeAllConnections();
    });
  return { asked, close };
}
