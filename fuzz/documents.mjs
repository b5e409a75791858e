// The example documents, and small ones made of their pieces by a seeded source of chance.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { BLOCKS, ENTRIES } from "./constructs.mjs";

const EXAMPLES = "examples/postmortems";
/** Documents of every form that reading is measured by. */
const MEASURED = ["formats", "templates", "times"].map((name) => join("test/eval", name));

const PARTS = /^(?:---\n(.*?)\n---\n)?(.*)$/s;
const MOST_KEYS = 4;
const MOST_SECTIONS = 2;
const MOST_LINES = 3;

function documentsOf(folder) {
  return readdirSync(folder, { recursive: true })
    .filter((name) => name.endsWith(".md"))
    .toSorted()
    .map((name) => readFileSync(join(folder, name), "utf8"));
}

export function exampleDocuments() {
  return documentsOf(EXAMPLES);
}

/** The examples, and documents as other teams and tools write them. */
export function allDocuments() {
  return [EXAMPLES, ...MEASURED].flatMap(documentsOf);
}

/** Entries and sections of documents, to make others of. */
export function piecesOf(documents) {
  const parts = documents.map((document) => PARTS.exec(document) ?? []);
  const split = (texts, at) =>
    texts.flatMap((text = "") => text.split(at).map((one) => one.trim()));
  return {
    entries: split(
      parts.map(([, frontmatter]) => frontmatter),
      /\n(?=\w)/,
    ).filter((entry) => entry !== ""),
    sections: split(
      parts.map(([, , body]) => body),
      /\n(?=#)/,
    ).filter((section) => section !== ""),
  };
}

function shortened(section, { below }) {
  return section
    .split("\n")
    .slice(0, 2 + below(MOST_LINES))
    .join("\n");
}

function keyOf(entry) {
  return entry.slice(0, entry.indexOf(":"));
}

/** Some entries of a frontmatter, each key once. */
function frontmatterOf({ entries }, { below, pick }) {
  const kept = new Map();
  for (let left = 1 + below(MOST_KEYS); left > 0; left -= 1) {
    const entry = pick(below(2) === 0 ? entries : ENTRIES);
    kept.set(keyOf(entry), entry);
  }
  return `---\n${[...kept.values()].join("\n")}\n---\n\n`;
}

/** A few entries of a frontmatter and a few short pieces of a body. */
export function smallDocument(pieces, chance) {
  const { below, pick } = chance;
  const frontmatter = below(8) === 0 ? "" : frontmatterOf(pieces, chance);
  const body = [];
  for (let left = 1 + below(MOST_SECTIONS); left > 0; left -= 1) {
    body.push(below(2) === 0 ? shortened(pick(pieces.sections), chance) : pick(BLOCKS));
  }
  return `${frontmatter}${body.join("\n\n")}\n`;
}
