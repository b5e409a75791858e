import type { Taxonomy } from "../../core/taxonomy.ts";

/** Words of a taxonomy for the comments of a template. */
export interface ExampleTerms {
  readonly kinds: readonly string[];
  /** Teams, as the comments name them. */
  readonly teams: string;
  /** Competencies, as the comments name them. */
  readonly competencies: string;
  /** Two teams and a competency for an example. */
  readonly team: string;
  readonly otherTeam: string;
  readonly competency: string;
}

/** A longer list says less than where to look. */
const LISTED_AT_MOST = 8;

function listed(ids: readonly string[], command: string): string {
  const shown = ids.slice(0, LISTED_AT_MOST).join(", ");
  return ids.length > LISTED_AT_MOST ? `${shown}, … (${command})` : shown;
}

/** What of a taxonomy the comments of a template name: its own words, not those of an example. */
export function exampleTerms({ kinds, teams, competencies }: Taxonomy): ExampleTerms {
  const [team = "payments", otherTeam = "platform"] = teams.map(({ id }) => id);
  const domains = competencies.filter(({ id }) => !id.includes(".")).map(({ id }) => id);
  const skills = competencies.map(({ id }) => id);
  return {
    kinds: kinds.map(({ id }) => id),
    teams:
      teams.length === 0
        ? "ids from taxonomy.yaml"
        : listed(
            teams.map(({ id }) => id),
            "pm taxonomy list",
          ),
    competencies: listed(domains.length > 0 ? domains : skills, "pm taxonomy list"),
    team,
    otherTeam,
    competency: skills.find((id) => id.includes(".")) ?? skills[0] ?? "messaging.backpressure",
  };
}
