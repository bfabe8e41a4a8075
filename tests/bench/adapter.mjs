// How the bench answers our quiz. Each function runs inside the page and uses nothing from outside itself.
// `[data-page=quiz]` is there once: in `#first-item` of the prerendered page until the program takes over, then
// drawn by the program. The story may hold the same item a second time, but not in there.
export default {
  option: (i, k) => document.querySelectorAll(`[data-page=quiz] [data-item="q${i + 1}"] fieldset:enabled > .choice`)[k],
  submit: (i) => document.querySelector(`[data-page=quiz] [data-item="q${i + 1}"] [data-action=check]:enabled`),
  feedback: (i) => document.querySelector(`[data-page=quiz] [data-item="q${i + 1}"] [data-outcome] > .verdict`),
  next: (i) => document.querySelector(`[data-page=quiz] [data-item="q${i + 1}"] [data-action=next]`),
  finished: () => document.querySelector("[data-page=results]"),
};
