// Starts the program once the page's text is there, and says so in the page when that fails.
// The build inlines it behind starter.js: one script, one hash in the policy.

const start = async () => {
  const { program, wasm } = document.documentElement.dataset;
  watchForStrangers();
  try {
    const { default: init } = await import(new URL(program, document.baseURI).href);
    await init({ module_or_path: new URL(wasm, document.baseURI) });
  } catch (error) {
    console.error(error);
    delete document.documentElement.dataset.opening;
    document.getElementById("boot-failure").hidden = false;
  }
};

if (document.readyState === "loading") {
  document.addEventListener("DOMContentLoaded", start, { once: true });
} else {
  start();
}
