import { compareText } from "../../../core/compare.ts";
import { counted } from "../../../core/counted.ts";
import type { Postmortem } from "../../../core/postmortem.ts";
import { type Competency, isPartOf, type Taxonomy, type Term } from "../../../core/taxonomy.ts";
import { minutesText } from "../../../core/time/minutes-text.ts";
import { countable } from "../../../reports/shared/counted-once.ts";
import { askedFor } from "../../../reports/shared/lacking.ts";
import { teamLabels } from "../../../reports/shared/team-label.ts";

/** The incidents of a folder, as reports may know them. */
export interface Seen {
  readonly postmortems: readonly Postmortem[];
  /** Their teams and services, as reports name them. */
  readonly taxonomy: Taxonomy;
}

function withEnd(text: string): string {
  return text === "" || /[.!?]$/.test(text) ? text : `${text}.`;
}

function headOf({ id, name, description, aliases }: Term, what: string): readonly string[] {
  return [
    ...(name === id ? [`${id} (${what})`] : [id, `${name} (${what})`]),
    ...(description === "" ? [] : ["", withEnd(description)]),
    ...(aliases.length === 0 ? [] : ["", `Also called: ${aliases.join(", ")}.`]),
  ];
}

function resourceLines({ resources }: Competency): readonly string[] {
  if (resources.length === 0) return [];
  const lines = resources.map(({ title, url, type, hours }) => {
    const length = hours === null ? "" : `, ${minutesText(hours * 60)}`;
    return `  ${title} (${type}${length})\n    ${url}`;
  });
  return ["", "To learn from:", ...lines];
}

/** How often a competency was missing, and who was asked for it. */
function seenLines(
  competency: Competency,
  { postmortems: all, taxonomy }: Seen,
): readonly string[] {
  const { postmortems, drafts } = countable(all, false);
  const lacking = postmortems.filter(({ gaps }) =>
    gaps.some((gap) => gap.confirmed && isPartOf(taxonomy, gap.competency.value, competency.id)),
  );
  const asked = new Map<string, number>();
  for (const postmortem of postmortems) {
    for (const team of teamLabels(taxonomy, askedFor(taxonomy, postmortem, competency.id))) {
      asked.set(team, (asked.get(team) ?? 0) + 1);
    }
  }
  const left = drafts.length === 0 ? "" : `; ${counted(drafts.length, "draft")} left out`;
  const teams = [...asked]
    .toSorted(([a, m], [b, n]) => n - m || compareText(a, b))
    .map(([team, times]) => `${team} (${times})`);
  return [
    "",
    `Missing in ${lacking.length} of ${counted(postmortems.length, "incident")}${left}.`,
    ...(teams.length === 0 ? [] : [`Asked for it: ${teams.join(", ")}.`]),
  ];
}

/**
 * What a competency is, as lines: its meaning, what to learn from, how often it was missing.
 * @param seen null where there is no folder to count in.
 */
export function competencyPage(
  competency: Competency,
  taxonomy: Taxonomy,
  seen: Seen | null,
): readonly string[] {
  const { parent, id } = competency;
  const what = parent === null ? "domain" : `competency of ${parent}`;
  const below = taxonomy.competencies.filter((one) => one.parent === id).map((one) => one.id);
  return [
    ...headOf(competency, what),
    ...(below.length === 0 ? [] : ["", `Holds: ${below.join(", ")}.`]),
    ...resourceLines(competency),
    ...(seen === null ? [] : seenLines(competency, seen)),
    "",
    `In a postmortem: (gap: ${id}, knowledge)`,
  ];
}

/** What any other term of the taxonomy is, as lines. */
export function termPage(term: Term, noun: string, extra: readonly string[]): readonly string[] {
  return [...headOf(term, noun), ...(extra.length === 0 ? [] : ["", ...extra])];
}
