// The deck of the site under test: what it asks, and the keys.

import { readFileSync } from "node:fs";
import path from "node:path";
import { DIST } from "./site.mjs";

/** Every kind of item. */
export const KINDS = ["choice", "multiple", "number", "text", "cloze"];

/** The deck that stands beside the page. */
export function readDeck(folder = DIST) {
  const page = readFileSync(path.join(folder, "index.html"), "utf8");
  const [, name] = page.match(/data-deck="([^"]+)"/);
  return JSON.parse(readFileSync(path.join(folder, name), "utf8"));
}

export const deck = readDeck();

/** An item by its id. */
export const itemOf = (id) => deck.items.find((item) => item.id === id);

/** The first item of a kind that the story asks after a chapter. */
export const firstInStory = (kind) =>
  deck.chapters.flatMap((chapter) => chapter.check).map(itemOf).find((item) => item.interaction.kind === kind);

/** The chapter's items, in the deck's order. */
export const itemsOf = (chapter) => {
  const facts = new Set(chapter.cards.flatMap((card) => card.facts));
  return deck.items.filter((item) => facts.has(item.facts[0]));
};

const keys = (choices) => choices.filter((choice) => choice.correct).map((choice) => choice.id);
const distractors = (choices) => choices.filter((choice) => !choice.correct).map((choice) => choice.id);

/**
 * What to give for an outcome, "correct", "wrong" or "partial": ids of choices, text to type, or gap ->
 * choice. `undefined` where the item knows no such outcome.
 */
export function responseFor({ interaction }, outcome) {
  const right = outcome === "correct";
  switch (interaction.kind) {
    case "choice":
      return outcome === "partial" ? undefined : (right ? keys : distractors)(interaction.choices)[0];
    case "multiple": {
      if (outcome !== "partial") return (right ? keys : distractors)(interaction.choices);
      const [first, ...others] = keys(interaction.choices);
      return others.length ? [first] : undefined;
    }
    case "number": {
      const { value, near = 0, tolerance } = interaction;
      if (right) return String(value);
      if (outcome === "wrong") return String(value + 7 * Math.max(near, tolerance, value, 1));
      return near > tolerance ? String(value + (near + tolerance) / 2) : undefined;
    }
    case "text":
      return outcome === "partial" ? undefined : right ? interaction.accepted[0] : "Atlantis";
    case "cloze": {
      if (outcome === "partial" && interaction.gaps.length < 2) return undefined;
      const pick = (gap, index) => (right || (outcome === "partial" && index === 0) ? keys : distractors)(gap.choices)[0];
      return Object.fromEntries(interaction.gaps.map((gap, index) => [gap.id, pick(gap, index)]));
    }
  }
}

/** Points of one that an outcome of `responseFor` is worth. */
export function pointsFor({ interaction }, outcome) {
  if (outcome !== "partial") return outcome === "correct" ? 1 : 0;
  const { kind, choices, gaps } = interaction;
  if (kind === "multiple") return 1 / keys(choices).length;
  return kind === "cloze" ? 1 / gaps.length : 0.5;
}
