import type { Finding } from "../core/finding.ts";
import type { JudgedPostmortem } from "../core/postmortem.ts";
import type { Recogniser } from "../people/recogniser.ts";
import { searchListed } from "./define.ts";

/** Findings whose messages quote documents without the people whom these name. */
export function withoutNames(
  findings: readonly Finding[],
  postmortems: readonly JudgedPostmortem[],
  people: Recogniser,
): readonly Finding[] {
  const listed = new Map(postmortems.map((one) => [one.path, one]));
  const full = [...new Set(postmortems.flatMap(({ listedNames }) => listedNames.full))];
  const anywhere = people.search({ full, single: [] });
  const searches = new Map(
    [...new Set(findings.map(({ path }) => path))].map((path) => {
      const names = listed.get(path);
      return [path, names ? searchListed(names, people) : anywhere] as const;
    }),
  );
  return findings.map((finding) => {
    const own = searches.get(finding.path) ?? anywhere;
    const redact = (text: string) => people.redact(people.redact(text, own), anywhere);
    const { message, hint } = finding;
    return { ...finding, message: redact(message), hint: hint === null ? null : redact(hint) };
  });
}
