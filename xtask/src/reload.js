// Reloads the page when it has been built anew, and tells of a build that failed. Only in a site that is worked on.
// It asks for the version again and again: that works with whatever serves the site.
(() => {
  "use strict";
  const PERIOD_MILLIS = 500;
  const NOTE = "build-failure";
  let shown = null; // the version of this page

  const ask = async () => {
    const answer = await fetch("build.txt", { cache: "no-store" });
    if (!answer.ok) return;
    const [version, failed] = (await answer.text()).split(" ");
    shown ??= version;
    if (version !== shown) location.reload();
    else if (failed) tell();
    else document.getElementById(NOTE)?.remove();
  };

  const tell = () => {
    if (document.getElementById(NOTE)) return;
    const note = document.createElement("p");
    note.id = NOTE;
    note.textContent = "The build failed; the terminal says why. This is the page of the last good one.";
    document.body.prepend(note);
  };

  const again = () => setTimeout(() => ask().catch(() => {}).finally(again), PERIOD_MILLIS);
  ask().catch(() => {}).finally(again);
})();
