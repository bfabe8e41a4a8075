// The deck of the site under test: what it asks, and the keys.

import { readFileSync } from "node:fs";
import path from "node:path";
import { DIST } from "./site.mjs";

/** Every kind of item. */
export const KINDS = [
  "choice", "multiple", "number", "text", "cloze", "order", "match", "classify", "place", "estimate", "mark",
];

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

const parts = ({ parts }) => parts.filter(({ id }) => id);

/**
 * What to give for an outcome, "correct", "wrong" or "partial": ids of choices (of events in their order), text
 * to type, or gap -> choice. `undefined` where the item knows no such outcome.
 */
export function responseFor({ interaction }, outcome) {
  const right = outcome === "correct";
  switch (interaction.kind) {
    case "choice":
    case "place":
      return outcome === "partial" ? undefined : (right ? keys : distractors)(interaction.choices)[0];
    case "multiple":
    case "mark": {
      const choices = interaction.choices ?? parts(interaction);
      if (outcome !== "partial") return (right ? keys : distractors)(choices);
      const [first, ...others] = keys(choices);
      return others.length ? [first] : undefined;
    }
    case "order": {
      const ids = interaction.events.map(({ id }) => id);
      // The last two in the other order leave the neighbours before them.
      if (outcome === "partial") return ids.length > 3 ? [...ids.slice(0, -2), ids.at(-1), ids.at(-2)] : undefined;
      return right ? ids : ids.toReversed();
    }
    case "match":
    case "classify": {
      const options = interaction.standings ?? interaction.options.map(({ id }) => id);
      const other = (key) => options.find((option) => option !== key);
      const isRight = (index) => right || (outcome === "partial" && index > 0);
      return Object.fromEntries(interaction.rows.map(({ id, key }, index) => [id, isRight(index) ? key : other(key)]));
    }
    case "estimate":
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

/** Points of one that an outcome of `responseFor` is worth, by the rules in the documentation of `quiz::grade`. */
export function pointsFor({ interaction }, outcome) {
  if (outcome !== "partial") return outcome === "correct" ? 1 : 0;
  const { kind, choices, gaps, events, rows, standings, options } = interaction;
  const beyondChance = (found, of, chance) => (found - chance) / (of - chance);
  if (kind === "multiple") return 1 / keys(choices).length;
  if (kind === "mark") return 1 / keys(parts(interaction)).length;
  if (kind === "cloze") return 1 / gaps.length;
  if (kind === "order") {
    const pairs = events.length - 1;
    return beyondChance(pairs - 2, pairs, pairs / events.length);
  }
  if (rows) return beyondChance(rows.length - 1, rows.length, rows.length / (standings ?? options).length);
  return 0.5;
}
