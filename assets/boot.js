// Starts the program once the page's text is there, and says so in the page when that fails, or when the
// program stops later. The way out of a copy of the app that does not work is here too. None of it needs the
// program, for that may be what has stopped.
// The build inlines it behind starter.js: one script, one hash in the policy.

const inPage = (path) => new URL(path, document.baseURI).href;
const shown = (id) => { document.getElementById(id).hidden = false; };

/** Shows a notice that stands in the page, with that one of its remarks which is meant for `remark`. */
const notify = (notice, remark) => {
  for (const part of notice.querySelectorAll("[data-when]")) part.hidden = part.dataset.when !== remark;
  // A dialog would lie over it, and nobody else could close that now.
  for (const dialog of document.querySelectorAll("dialog[open]")) dialog.close();
  // What takes parts out of a page may have taken this one too.
  if (!notice.isConnected) document.body.prepend(notice);
  notice.hidden = false;
};

/** Why the program did not start, by the names that the notice has for its remarks. */
const cause = (error) => {
  if (location.protocol === "file:") return "file";
  if (self.origin === "null") return "frame";
  if (isOfProgram(error)) return "stop";
  return error instanceof TypeError ? "files" : "browser";
};

/** Whether an error came out of the program: a trap, or another's error amid its work, which it cannot go on from. */
const isOfProgram = (error) => error?.name === "RuntimeError" || /wasm-function/.test(error?.stack);

const start = async () => {
  const [failure, stop] = ["boot-failure", "stop"].map((id) => document.getElementById(id));
  const { program, wasm } = root.dataset;
  watchForStrangers();
  const fail = (error) => {
    delete root.dataset.opening;
    for (const link of failure.querySelectorAll("a")) link.textContent = link.href = location.href;
    notify(failure, cause(error));
  };
  const listen = (type, errorOf) =>
    addEventListener(type, (event) => {
      const error = errorOf(event);
      if (!isOfProgram(error)) return;
      if ("ready" in root.dataset) notify(stop, "unsaved" in root.dataset ? "unsaved" : "");
      else fail(error);
    });
  listen("error", ({ error }) => error);
  listen("unhandledrejection", ({ reason }) => reason);
  stop.querySelector("button").addEventListener("click", () => location.reload());
  try {
    const { default: init } = await import(inPage(program));
    const code = await fetch(inPage(wasm));
    if (!code.ok) throw new TypeError(`${code.status} for ${wasm}`);
    await init({ module_or_path: code });
  } catch (error) {
    console.error(error);
    fail(error);
    if (await isLost([program, wasm])) shown("boot-lost");
  }
};

/** Whether the browser has thrown out one of the files that the service worker kept. */
const isLost = async (paths) => {
  try {
    const kept = await Promise.all(paths.map((path) => caches.match(inPage(path))));
    return navigator.serviceWorker.controller !== null && kept.includes(undefined);
  } catch {
    return false; // there is no such store here
  }
};

/** Drops what is kept of the app, but no answers, and loads the page past it, if the website can be reached. */
const loadAfresh = async () => {
  const folder = new URL("./", document.baseURI);
  const fetched = async (path) => {
    const answer = await fetch(inPage(path), { cache: "reload" });
    if (!answer.ok) throw new Error(`${path}: status ${answer.status}`);
    return answer.text();
  };
  try {
    const page = await fetched("./");
    const files = [...page.matchAll(/ data-(?:deck|program|wasm)="([^"]+)"/g)];
    if (files.length < 3) throw new Error("another page stands in the place of this one");
    await Promise.all(files.map(([, path]) => fetched(path)));
  } catch (error) {
    console.error(error);
    shown("boot-away");
    return;
  }
  const registration = await navigator.serviceWorker?.getRegistration();
  if (registration?.scope === folder.href) await registration.unregister();
  // As the service worker names them; a slash behind that is in the name of a folder below ours.
  const prefix = `factdeck-${folder.pathname}-`;
  const names = (await self.caches?.keys()) ?? [];
  const own = names.filter((name) => name.startsWith(prefix) && !name.slice(prefix.length).includes("/"));
  await Promise.all(own.map((name) => caches.delete(name)));
  location.reload();
};

addEventListener("load-afresh", loadAfresh);
addEventListener("click", ({ target }) => {
  const button = target.closest?.("#boot-failure button");
  if (!button) return;
  // What was answered in this page is nowhere else.
  if ("early" in root.dataset && document.getElementById("boot-unsaved").hidden) shown("boot-unsaved");
  else loadAfresh();
});

if (document.readyState === "loading") {
  document.addEventListener("DOMContentLoaded", start, { once: true });
} else {
  start();
}
