// What runs before the program is there: the theme, the page that a link opens with, and answers to the
// items that stand in the page. Everything it shows was rendered at build time; it only changes
// attributes, as the program's own views would, and notes what it did in `data-early` for the program.

const root = document.documentElement;

try {
  const theme = localStorage.getItem("factdeck.theme");
  if (theme) root.dataset.theme = theme;
} catch {
  // Storage is denied: the device's theme it is.
}

// A link that begins a quiz in the deck's order shows its first item at once: only one of which every word is
// clear, for the program reads links more kindly, and begins nothing where it had to guess. Other pages than the
// story wait for the program without showing the story first.
let link = location.hash;
try {
  link = decodeURIComponent(link);
} catch {
  // No percent signs of an encoding: the program says so.
}
const [, page, query = ""] = /^#\/+([^?]*?)\/*(?:\?(.*))?$/.exec(link) ?? [];
const asked = query.split("&");
const opensAtFirstItem =
  page === "quiz" && ["start=now", "order=deck", "sure=off"].every((part) => asked.includes(part)) &&
  asked.every((part) => /^(start=now|order=deck|sure=off|count=[1-9]\d{0,4}|seed=\d{1,18})$/.test(part));
if (opensAtFirstItem) root.dataset.opening = "item";
else if (page && !/^(story|(chapter|card|term)\/.+)$/i.test(page)) root.dataset.opening = "page";

const early = [];
const note = (answer) => {
  early.push({ ...answer, at: Date.now() });
  root.dataset.early = JSON.stringify(early);
};

/** Shows an item's answers as the program would; `choice` is null if the reader asked to be shown. */
const answer = (item, choice) => {
  if (early.some((given) => given.item === item.dataset.item)) return;
  note({ item: item.dataset.item, choice });
  const answers = item.querySelector(".answers");
  const line = choice && [...answers.querySelectorAll("[data-for]")].find((line) => line.dataset.for === choice);
  if (line) {
    // What was given stands first, and what is neither given nor right behind the fold.
    line.dataset.picked = "";
    answers.querySelector("ul").prepend(line);
    const others = answers.querySelector(".others");
    if (others && !others.querySelector(".answer")) others.remove();
  }
  const outcome = line ? ("key" in line.dataset ? "correct" : "wrong") : "revealed";
  for (const fieldset of item.querySelectorAll("fieldset")) fieldset.disabled = true;
  const feedback = item.querySelector(".feedback");
  const { [outcome]: verdict, label, truth } = feedback.dataset;
  const says = document.createElement("p");
  says.textContent = verdict;
  if (outcome !== "correct") {
    const tells = document.createElement("span");
    tells.className = "heard";
    const right = document.createElement("span");
    right.textContent = truth;
    tells.append(` ${label} `, right);
    says.append(tells);
  }
  feedback.dataset.outcome = outcome;
  feedback.replaceChildren(says);
  answers.hidden = false;
  answers.open = true;
  const check = item.querySelector("[data-action=check]");
  check.disabled = true;
  check.textContent = check.dataset.done;
  // What had the focus may be gone; the verdict is where to go on from.
  if (document.activeElement.matches("body, :disabled")) feedback.focus({ preventScroll: true });
};

// A pointer that picks a choice of the story answers with it; from the keyboard it takes Check.
let byPointer = false;
const before = (type, act) =>
  document.addEventListener(type, (event) => {
    // Once the program has drawn, only items that it has not come to wait.
    const item = event.target.closest?.("drawn" in root.dataset ? "[data-item][data-waits]" : "[data-item]");
    if (item) act(item, event);
  });
before("pointerdown", () => { byPointer = true; });
before("keydown", (item, event) => {
  byPointer = false;
  const { key, target, repeat, isComposing, keyCode } = event;
  // Safari says of the Enter that ends a word put together only by the old code 229 that it does.
  if (key !== "Enter" || !target.matches("input") || repeat || isComposing || keyCode === 229) return;
  event.preventDefault();
  check(item);
});
before("change", (item, { target }) => {
  const answersAtOnce = byPointer && target.type === "radio" && target.dataset.choice && !target.closest("#ask");
  if (answersAtOnce) answer(item, target.dataset.choice);
});
// A slider and the field beside it say the same.
before("input", (item, { target }) => {
  const slider = item.querySelector("[type=range]");
  if (target === slider) item.querySelector("[data-entry]").value = slider.value;
  else if (slider && target.matches("[data-entry]")) slider.value = Number(target.value) || slider.min;
});
const check = (item) => {
  const picked = item.querySelector("input[data-choice]:checked");
  if (item.dataset.interaction === "choice") {
    if (picked) answer(item, picked.dataset.choice);
  } else if (!early.some((given) => given.item === item.dataset.item)) {
    // Graded when the program is there, from what then stands in the fields.
    note({ item: item.dataset.item, drafted: true });
  }
};
before("click", (item, event) => {
  const { action } = event.target.closest("[data-action]")?.dataset ?? {};
  if (action === "check") check(item);
  if (action !== "reveal") return;
  event.preventDefault();
  answer(item, null);
});

// Enter held down presses what has the focus again and again, and the focus moves along with each answer.
document.addEventListener("keydown", (event) => {
  if (event.key === "Enter" && event.repeat) event.preventDefault();
});
