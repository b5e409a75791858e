import { asUnsafeFix } from "../core/places/edit.ts";
import type { Range } from "../core/position.ts";
import { type Fact, type Postmortem, UNKNOWN } from "../core/postmortem.ts";
import { findTerm, type Taxonomy, type Term, withoutDomain } from "../core/taxonomy.ts";
import { didYouMean } from "../core/text/did-you-mean.ts";
import { replacing } from "../core/text/replacing.ts";
import { defineRule, type Rule, type RuleContext, type RuleFinding } from "./define.ts";

/** A longer list of known terms helps nobody. */
const LISTED_AT_MOST = 8;

/** What an unknown-term rule checks, and against which terms. */
export interface UnknownTermRule<Id extends string> extends Pick<
  Rule<Id>,
  "id" | "summary" | "why" | "helps" | "bad" | "good"
> {
  /** What the value is called in the message. */
  readonly noun: string;
  readonly terms: (taxonomy: Taxonomy) => readonly Term[];
  /** What an unknown name is instead; null where only the terms help, or where it is absent. */
  readonly mistakenFor?: (written: string, taxonomy: Taxonomy) => string | null;
  readonly values: (
    postmortem: Postmortem,
    context: RuleContext,
  ) => readonly (Fact<string> | null)[];
}

/** The id of the term that a misspelt name most likely means, by any of its names; null where none is near. */
function nearestTerm(written: string, terms: readonly Term[]): string | null {
  const idsByName = new Map(
    terms.flatMap(({ id, name, aliases }) =>
      [withoutDomain(id), name, ...aliases, id].map((known) => [known, id] as const),
    ),
  );
  const near = didYouMean(written, [...idsByName.keys()]);
  return near === null ? null : (idsByName.get(near) ?? near);
}

type Advice = Pick<RuleFinding, "hint" | "unsafeFix">;

/** To write the term that a misspelt name most likely means; null where none is near. */
export function adviceToRename(
  written: string,
  range: Range,
  terms: readonly Term[],
): Advice | null {
  const near = nearestTerm(written, terms);
  if (near === null) return null;
  return { hint: `Did you mean \`${near}\`?`, ...asUnsafeFix([replacing(range, written, near)]) };
}

/** What stands between several names in one. */
const BETWEEN = /[,;]/;

/** Several known names in one text: a list that was written without brackets. */
function listHint(written: string, terms: readonly Term[]): string | null {
  const parts = written
    .split(BETWEEN)
    .map((part) => part.trim())
    .filter((part) => part !== "");
  const isList = parts.length > 1 && parts.every((part) => findTerm(terms, part) !== null);
  return isList ? `Write a list: \`[${parts.join(", ")}]\`.` : null;
}

/** What to do about a name that is not known, and the edit that does it where one name is near. */
function adviceFor({ value, source }: Fact<string>, terms: readonly Term[]): Advice {
  const list = listHint(value, terms);
  if (list !== null) return { hint: list };
  return adviceToRename(value, source.range, terms) ?? { hint: knownHint(terms) };
}

function knownHint(terms: readonly Term[]): string {
  const known = terms.map(({ id }) => id);
  if (known.length <= LISTED_AT_MOST) return `Known: ${known.join(", ")}.`;
  return "Use one from the taxonomy, or add it to taxonomy.yaml.";
}

/** A rule that reports values which are not in the taxonomy; with an empty list it checks nothing. */
export function defineUnknownTermRule<const Id extends string>(
  rule: UnknownTermRule<Id>,
): Rule<Id> {
  const { noun, terms, values, mistakenFor, ...rest } = rule;
  return defineRule({
    ...rest,
    defaultLevel: "error",
    drafts: "same",
    *check(postmortem, context): Iterable<RuleFinding> {
      const { taxonomy } = context;
      const known = terms(taxonomy);
      if (known.length === 0) return;
      for (const fact of values(postmortem, context)) {
        if (fact === null || fact.value === UNKNOWN) continue;
        if (findTerm(known, fact.value) !== null) continue;
        const message = `Unknown ${noun} \`${fact.value}\``;
        const hint = mistakenFor?.(fact.value, taxonomy) ?? null;
        const advice = hint === null ? adviceFor(fact, known) : { hint };
        yield { range: fact.source.range, message, ...advice };
      }
    },
  });
}
