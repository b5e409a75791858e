import { findTerm, type Term } from "../../core/taxonomy.ts";
import type { Project } from "../../project/project.ts";
import type { SourceFacts } from "../../sources/collect.ts";
import { SOURCES } from "../../sources/index.ts";
import type { Naming } from "../../sources/people.ts";
import type { Proposal } from "../../sources/proposals.ts";
import { lineWithoutPeople } from "../../sources/rows.ts";

/** Facts in the order in which readers are believed. */
export function ranked(facts: readonly SourceFacts[]): readonly SourceFacts[] {
  const rank = ({ source }: SourceFacts) => SOURCES.findIndex(({ name }) => name === source);
  return facts.toSorted((a, b) => rank(a) - rank(b));
}

/** What is written of a term: its id where the taxonomy has it. */
function termText(terms: readonly Term[], written: string, naming: Naming): string {
  return findTerm(terms, written)?.id ?? lineWithoutPeople(written, naming);
}

/** Severity, services and teams as the exports name them. */
export function proposeFacts(
  facts: readonly SourceFacts[],
  { taxonomy }: Project,
  naming: Naming,
): readonly Proposal[] {
  const list = (key: "services" | "teams", terms: readonly Term[]): readonly Proposal[] => {
    const stating = facts.filter((one) => (one.facts[key] ?? []).length > 0);
    const names = stating.flatMap((one) => one.facts[key] ?? []);
    const values = [...new Set(names.map((name) => termText(terms, name, naming)))];
    const sources = [...new Set(stating.map(({ source }) => `[${source}]`))].join(" ");
    return values.length === 0
      ? []
      : [{ key, value: `[${values.join(", ")}]`, how: `from ${sources}` }];
  };
  const severe = facts.find((one) => one.facts.severity);
  const severity = severe?.facts.severity ?? null;
  return [
    ...(severe && severity !== null
      ? [
          {
            key: "severity" as const,
            value: termText(taxonomy.severities, severity, naming),
            how: `from [${severe.source}]`,
          },
        ]
      : []),
    ...list("services", taxonomy.services),
    ...list("teams", taxonomy.teams),
  ];
}
