import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { languagesSchema } from "../../src/schema/languages.ts";
import { ROOT } from "./root.ts";

const { languages } = languagesSchema.parse(
  parse(readFileSync(join(ROOT, "data/languages.yaml"), "utf8")),
);

function firstWithout() {
  for (const [id, { name, vocabulary, words = [] }] of Object.entries(languages)) {
    if (vocabulary !== true && words.length > 0) return { id, name, text: words.join(" ") };
  }
  throw new Error("Each language has a vocabulary: give these tests one that has none.");
}

/** The ids of the languages that have a vocabulary, in the order of the file. */
export const WITH_VOCABULARY: readonly string[] = Object.keys(languages).filter(
  (id) => languages[id]?.vocabulary === true,
);

/** A language that is recognised and not read, whichever it is by now, with a text in it. */
export const WITHOUT_VOCABULARY = firstWithout();
