import { didYouMean } from "../core/did-you-mean.ts";
import { type Fact, type Postmortem, UNKNOWN } from "../core/postmortem.ts";
import { findTerm, type Taxonomy, type Term } from "../core/taxonomy.ts";
import { defineRule, type Rule, type RuleFinding } from "./define.ts";

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
  readonly values: (postmortem: Postmortem) => readonly (Fact<string> | null)[];
}

/** `backpressure` of `messaging.backpressure`: people forget the domain. */
function withoutDomain(id: string): string {
  return id.slice(id.lastIndexOf(".") + 1);
}

function hintFor(written: string, terms: readonly Term[]): string {
  const idsByName = new Map(
    terms.flatMap(({ id, name, aliases }) =>
      [withoutDomain(id), name, ...aliases, id].map((known) => [known, id] as const),
    ),
  );
  const near = didYouMean(written, [...idsByName.keys()]);
  if (near !== null) return `Did you mean \`${idsByName.get(near) ?? near}\`?`;
  const known = terms.map(({ id }) => id);
  if (known.length <= LISTED_AT_MOST) return `Known: ${known.join(", ")}.`;
  return "Use one from the taxonomy, or add it to taxonomy.yaml.";
}

/** A rule that reports values which are not in the taxonomy; with an empty list it checks nothing. */
export function defineUnknownTermRule<const Id extends string>(
  rule: UnknownTermRule<Id>,
): Rule<Id> {
  const { noun, terms, values, ...rest } = rule;
  return defineRule({
    ...rest,
    defaultLevel: "error",
    drafts: "same",
    *check(postmortem, { taxonomy }): Iterable<RuleFinding> {
      const known = terms(taxonomy);
      if (known.length === 0) return;
      for (const fact of values(postmortem)) {
        if (fact === null || fact.value === UNKNOWN) continue;
        if (findTerm(known, fact.value) !== null) continue;
        const message = `Unknown ${noun} \`${fact.value}\``;
        yield { range: fact.source.range, message, hint: hintFor(fact.value, known) };
      }
    },
  });
}
