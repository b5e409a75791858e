import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { stemsIn } from "../../src/prose/stems.ts";
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

test("no place of a phrase names a word twice", () => {
  const { gaps, escalations, phases, reasons } = cues;
  const groups = [...gaps, ...escalations, ...phases, ...reasons];
  const steps = groups.flatMap(({ phrases, except }) =>
    [...phrases, ...except].flatMap((phrase) => phrase.split(" ")),
  );
  const repeats = steps.filter((step) => {
    const words = step.replace(/\?$/, "").split("|");
    return new Set(words).size < words.length;
  });
  expect(repeats).toEqual([]);
});

test("no signal of the taxonomy that ships is a form of another name of its competency", () => {
  // A verb in the past is told apart from its other forms.
  const formOf = (term: string) => (/^\w+ed$/.test(term) ? term : stemsIn(term).join(" "));
  const repeats = taxonomy.competencies.flatMap(({ id, name, aliases, signals }) => {
    const own = id.slice(id.lastIndexOf(".") + 1).replaceAll("-", " ");
    const names = [own, name, ...aliases].map(formOf);
    const forms = signals.map(formOf);
    return signals.filter((_, at) => [...names, ...forms.slice(0, at)].includes(forms[at] ?? ""));
  });
  expect(repeats).toEqual([]);
});
