// The same page, but only once the program has taken over: how long until all of the app is there.
import ours from "./adapter.mjs";

export default {
  ...ours,
  option: (i, k) =>
    "ready" in document.documentElement.dataset
      ? document.querySelectorAll(`[data-page=quiz] [data-item="q${i + 1}"] fieldset:enabled > .choice`)[k]
      : null,
};
