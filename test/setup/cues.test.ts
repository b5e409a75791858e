import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { CONTEXT } from "../support/context.ts";
import { ROOT } from "../support/root.ts";
import { SUGGEST_CONTEXT } from "../support/suggest.ts";

const { cues } = SUGGEST_CONTEXT;
const { taxonomy, vocabulary } = CONTEXT;

test("every competency and kind that a cue names is one of the taxonomy that ships", () => {
  const known = new Set([...taxonomy.competencies, ...taxonomy.kinds].map(({ id }) => id));
  const named = cues.gaps.flatMap(({ kind, competency, fallback }) => [kind, competency, fallback]);
  expect(named.filter((id) => id !== null && !known.has(id))).toEqual([]);
});

test("every kind of section that the cues name is one of the vocabulary", () => {
  const known = new Set(Object.keys(vocabulary.headings));
  const named = [
    ...cues.silentSections,
    ...cues.planSections,
    ...cues.sectionWeights.keys(),
    ...cues.gaps.flatMap((cue) => [...cue.in, ...cue.notIn]),
  ];
  expect(named.filter((section) => !known.has(section))).toEqual([]);
});

test("every list of words that the phrases name is there", () => {
  const phrases = [cues.gaps, cues.escalations, cues.phases, cues.reasons].flatMap((groups) =>
    groups.flatMap((group) => [...group.phrases, ...group.except]),
  );
  const named = phrases.join(" ").matchAll(/\{(\w+)\}/g);
  const missing = [...named].flatMap(([, name = ""]) => (cues.words[name] ? [] : [name]));
  expect(missing).toEqual([]);
});

test("no list of words hides one of the language", () => {
  const written: unknown = parse(readFileSync(join(ROOT, "data/en/cues.yaml"), "utf8"));
  const own = Object.keys((written as { words: object }).words);
  expect(own.filter((name) => name in SUGGEST_CONTEXT.language.words)).toEqual([]);
});
