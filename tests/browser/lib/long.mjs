// A deck of words that are longer than a phone is wide, with every kind of item and every picture.

import { readFileSync } from "node:fs";

const SOUND = new URL("../../decks/sound.json", import.meta.url);
const WORD = "Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetz"; // 63 letters
const ADDRESS = "https://archive.example.org/2024/harbour/ferry_crossings_final_v2.pdf?page=12";

/** The fields that hold text to be read, by their names. */
export const TEXTS = [
  "title", "summary", "publisher", "note", "name", "role", "what", "statement", "label", "body", "text", "stem", "hint",
  "rationale", "term", "meaning", "unit",
];

function lengthened(value, name, holder) {
  if (Array.isArray(value)) return value.map((one) => lengthened(one, name === "accepted" ? "text" : "", holder));
  if (value && typeof value === "object") {
    return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, lengthened(one, name, value)]));
  }
  const isEnd = ["from", "to"].includes(name) && holder.kind === "order";
  const isFigure = name === "value" && "label" in holder;
  const isText = typeof value === "string" && (TEXTS.includes(name) || isEnd || isFigure);
  return isText ? `${value} ${WORD} ${isFigure ? "" : ADDRESS}`.trim() : value;
}

/** The sound deck of the native tests with such a word and an address in every text. */
export const longDeck = () => lengthened(JSON.parse(readFileSync(SOUND, "utf8")), "", {});
