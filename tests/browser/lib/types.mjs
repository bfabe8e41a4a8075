// The content-type of a file by its ending, as the build lists it (xtask/src/content_type.rs).

import path from "node:path";

const TYPES = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript",
  ".wasm": "application/wasm",
  ".json": "application/json",
  ".webmanifest": "application/manifest+json",
  ".svg": "image/svg+xml",
  ".png": "image/png",
};

export const typeOf = (file) => TYPES[path.extname(file)];
