// Starts the program once the page's text is there, and says so in the page when that fails, or when the
// program stops later. None of it needs the program, for that may be what has stopped.
// The build inlines it behind starter.js: one script, one hash in the policy.

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
    const { default: init } = await import(new URL(program, document.baseURI).href);
    const code = await fetch(new URL(wasm, document.baseURI));
    if (!code.ok) throw new TypeError(`${code.status} for ${wasm}`);
    await init({ module_or_path: code });
  } catch (error) {
    console.error(error);
    fail(error);
  }
};

if (document.readyState === "loading") {
  document.addEventListener("DOMContentLoaded", start, { once: true });
} else {
  start();
}
