import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { CONTEXT } from "../support/context.ts";
import { ROOT } from "../support/root.ts";
import { SUGGEST_CONTEXT } from "../support/suggest.ts";

const { cues } = SUGGEST_CONTEXT;
const { taxonomy } = CONTEXT;

test("every competency and kind that a cue names is one of the taxonomy that ships", () => {
  const known = new Set([...taxonomy.competencies, ...taxonomy.kinds].map(({ id }) => id));
  const named = cues.gaps.flatMap(({ kind, competency, fallback }) => [kind, competency, fallback]);
  expect(named.filter((id) => id !== null && !known.has(id))).toEqual([]);
});

test("no list of words hides one of the language", () => {
  const written: unknown = parse(readFileSync(join(ROOT, "data/en/cues.yaml"), "utf8"));
  const own = Object.keys((written as { words: object }).words);
  expect(own.filter((name) => name in SUGGEST_CONTEXT.language.words)).toEqual([]);
});
