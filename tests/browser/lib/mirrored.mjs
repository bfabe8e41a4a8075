// A deck in Arabic letters, with every kind of item and every picture.

import { readFileSync } from "node:fs";
import { TEXTS } from "./long.mjs";

const SOUND = new URL("../../decks/sound.json", import.meta.url);
const LETTERS = Object.fromEntries([..."abcdefghijklmnopqrstuvwxyz"].map((letter, at) => [letter, [..."ابضدعفغهيجكلمنوصقرستثخزحشظ"][at]]));

/** Words, letter by letter; what stands in brackets behind a word, or in braces, names something else of the deck. */
const inArabic = (text) =>
  text.replace(/\{[^}]*\}|\]\([^)]*\)|[a-z]/gi, (part) => (part.length > 1 ? part : LETTERS[part.toLowerCase()]));

function turned(value, name, holder) {
  if (Array.isArray(value)) return value.map((one) => turned(one, ["accepted", "around"].includes(name) ? "text" : "", holder));
  if (value && typeof value === "object") {
    return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, turned(one, name, value)]));
  }
  const isEnd = ["from", "to"].includes(name) && holder.kind === "order";
  const isFigure = name === "value" && "label" in holder;
  return typeof value === "string" && (TEXTS.includes(name) || isEnd || isFigure) ? inArabic(value) : value;
}

/** The sound deck of the native tests, its text in Arabic letters, but for a Latin name that its summary begins with. */
export const mirroredDeck = () => {
  const deck = turned(JSON.parse(readFileSync(SOUND, "utf8")), "", {});
  return { ...deck, language: "ar", summary: `NHK ${deck.summary}` };
};
