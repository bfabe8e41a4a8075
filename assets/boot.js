// Starts the program once the page's text is there, and says so in the page when that fails. The way out of
// a copy of the app that does not work is here too, since it must not take the program.
// The build inlines it behind starter.js: one script, one hash in the policy.

const inPage = (path) => new URL(path, document.baseURI).href;
const shown = (id) => { document.getElementById(id).hidden = false; };

const start = async () => {
  const { program, wasm } = root.dataset;
  try {
    const { default: init } = await import(inPage(program));
    await init({ module_or_path: inPage(wasm) });
  } catch (error) {
    console.error(error);
    delete root.dataset.opening;
    shown("boot-failure");
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
