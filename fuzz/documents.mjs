// The example documents, and small ones made of their pieces by a seeded source of chance.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

const EXAMPLES = "examples/postmortems";

const PARTS = /^(?:---\n(.*?)\n---\n)?(.*)$/s;
const MOST_KEYS = 6;
const MOST_SECTIONS = 3;
const MOST_LINES = 8;

export function exampleDocuments() {
  return readdirSync(EXAMPLES).map((name) => readFileSync(join(EXAMPLES, name), "utf8"));
}

function partsOf(document) {
  const [, frontmatter = "", body = ""] = PARTS.exec(document) ?? [];
  return {
    entries: frontmatter.split(/\n(?=\w)/).filter((entry) => entry !== ""),
    sections: body.split(/\n(?=#)/).filter((section) => section.trim() !== ""),
  };
}

/** Some of a list, in its order. */
function some(list, most, { below }) {
  const left = list.map((one) => one);
  while (left.length > 1 + below(most)) left.splice(below(left.length), 1);
  return left;
}

function shortened(section, { below }) {
  const lines = section.split("\n");
  return lines.slice(0, 2 + below(MOST_LINES)).join("\n");
}

/** A few entries of a frontmatter and a few short sections, of one or of two documents. */
export function smallDocument(documents, chance) {
  const { below, pick } = chance;
  const { entries } = partsOf(pick(documents));
  const { sections } = partsOf(pick(documents));
  const kept = some(entries, MOST_KEYS, chance);
  const frontmatter = below(8) === 0 ? "" : `---\n${kept.join("\n")}\n---\n\n`;
  const body = some(sections, MOST_SECTIONS, chance).map((one) => shortened(one, chance));
  return `${frontmatter}${body.join("\n\n")}\n`;
}
