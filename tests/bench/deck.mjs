// The bench's own items as a deck of ours: node deck.mjs BENCH/deck.mjs ITEMS > FILE
// Same questions, choices and order as every other page of the bench gets; what only our decks have (a fact,
// a card and a chapter for each region, a reason for each choice) is made of the bench's explanations.
import { pathToFileURL } from "node:url";
import { resolve } from "node:path";

const [module, count] = process.argv.slice(2);
if (!module || !(Number(count) > 0)) {
  console.error("node deck.mjs BENCH/deck.mjs ITEMS > FILE");
  process.exit(2);
}
const { deck } = await import(pathToFileURL(resolve(module)).href);
const bench = deck(Number(count));

const EXPLANATION = /^(?<right>.+ is the capital of (?<country>.+), a country in (?<region>.+)); .+\.$/;
const questions = bench.items.map((question) => ({ ...question, ...EXPLANATION.exec(question.explanation).groups }));
const slug = (region) => region.toLowerCase().replaceAll(" ", "-");

function chapter(region) {
  const asked = questions.filter((question) => question.region === region);
  const countries = [...new Set(asked.map((question) => question.country))].join(", ");
  return {
    id: slug(region),
    title: region,
    cards: [
      {
        id: `card-${slug(region)}`,
        title: `Capitals in ${region}`,
        body:
          `Each question of this part names a country in ${region} and offers four cities. One of them is the ` +
          `capital; the three others are capitals of other countries. These countries are asked for: ${countries}.`,
        facts: [slug(region)],
      },
    ],
    check: [asked[0].id],
  };
}

const fact = (region) => ({
  id: slug(region),
  statement: `The countries of this part lie in ${region}, and each has one capital.`,
  voice: "bench",
  standing: "background",
  source: "table",
  paragraphs: [1],
  weight: "main",
});

const item = ({ id, region, question, options, answer, right }) => ({
  id,
  facts: [slug(region)],
  stem: question,
  interaction: {
    kind: "choice",
    choices: options.map((text, k) => ({
      id: `${id}-${k + 1}`,
      text,
      ...(k === answer && { correct: true }),
      rationale: k === answer ? `${right}.` : `${text} is the capital of another country; ${right}.`,
    })),
  },
});

const regions = [...new Set(questions.map((question) => question.region))];
const made = {
  format: 1,
  id: "bench",
  title: bench.title,
  summary: "Capitals of the world, as the measuring harness asks for them.",
  language: "en",
  as_of: "2025-01-01",
  sources: [{ id: "table", title: "Table of capitals", publisher: "Measuring harness", date: "2025-01-01" }],
  voices: [{ id: "bench", name: "The harness", role: "The measuring harness's own table" }],
  facts: regions.map(fact),
  chapters: regions.map(chapter),
  items: questions.map(item),
  glossary: [],
};
process.stdout.write(JSON.stringify(made));
