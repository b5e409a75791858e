import { UsageError } from "../core/errors.ts";
import { relativeUrl } from "../core/relative-url.ts";
import type { Taxonomy } from "../core/taxonomy.ts";
import { formatYaml } from "../parse/frontmatter/yaml-text.ts";

/** What a template may name as `{{name}}`. */
export interface TemplateValues {
  readonly title: string;
  readonly severity: string;
  readonly services: readonly string[];
  /** An ISO instant. */
  readonly started: string;
  readonly kinds: readonly string[];
  /** Teams, as the comments name them. */
  readonly teams: string;
  /** Competencies, as the comments name them. */
  readonly competencies: string;
  /** Two teams and a competency for an example. */
  readonly team: string;
  readonly otherTeam: string;
  readonly competency: string;
  /** Incidents that are like it, the most alike first. */
  readonly similar: readonly SimilarIncident[];
}

/** A link to another incident. */
export interface SimilarIncident {
  readonly title: string;
  /** From the folder of the new document. */
  readonly path: string;
  /** An ISO date; null where it is not known. */
  readonly date: string | null;
}

/** A longer list says less than where to look. */
const LISTED_AT_MOST = 8;

function listed(ids: readonly string[], command: string): string {
  const shown = ids.slice(0, LISTED_AT_MOST).join(", ");
  return ids.length > LISTED_AT_MOST ? `${shown}, … (${command})` : shown;
}

/** What of a taxonomy the comments of a template name: its own words, not those of an example. */
export function exampleTerms({ kinds, teams, competencies }: Taxonomy) {
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

/** What frontmatter and body may both name. */
function examples({ kinds, teams, competencies, team, otherTeam, competency }: TemplateValues) {
  return [
    ["kinds", kinds.join(", ")],
    ["teams", teams],
    ["competencies", competencies],
    ["team", team],
    ["other_team", otherTeam],
    ["competency", competency],
  ] as const;
}

function inFrontmatter(values: TemplateValues) {
  const { title, severity, services, started } = values;
  return new Map<string, string>([
    ["title", formatYaml(title)],
    ["severity", severity === "" ? "" : formatYaml(severity)],
    ["services", formatYaml(services)],
    ["started", started],
    ...examples(values),
  ]);
}

function escaped(text: string): string {
  return text.replace(/\s+/g, " ").replace(/[\\`*_[\]<>#|]/g, "\\$&");
}

/** A section with a link to each; nothing at all where there is none. */
function similarSection(incidents: readonly SimilarIncident[]): string {
  if (incidents.length === 0) return "";
  const items = incidents.map(({ title, path, date }) => {
    const url = relativeUrl(path).replace(/[()]/g, encodeParenthesis);
    return `- [${escaped(title)}](${url})${date === null ? "" : ` (${date})`}`;
  });
  return ["## Similar incidents", "", ...items].join("\n");
}

function encodeParenthesis(character: string): string {
  return character === "(" ? "%28" : "%29";
}

function inBody(values: TemplateValues) {
  const { title, severity, services, started, similar } = values;
  return new Map<string, string>([
    ["title", escaped(title)],
    ["severity", severity],
    ["services", services.join(", ")],
    ["started", started],
    ...examples(values),
    ["similar", similarSection(similar)],
  ]);
}

/** What stands alone on its line and says nothing leaves no blank lines behind. */
// eslint-disable-next-line regexp/no-super-linear-move -- a template is its team's own
const SIMILAR_LINE = /\n*\n\{\{\s*similar\s*\}\}[ \t]*(?=\n|$)/;

function fillPart(text: string, values: ReadonlyMap<string, string>, name: string): string {
  return text.replace(/\{\{\s*([a-z_]+)\s*\}\}/g, (_written, key: string) => {
    const value = values.get(key);
    if (value !== undefined) return value;
    const hint = `Templates may use ${[...values.keys()].map((known) => `{{${known}}}`).join(", ")}.`;
    throw new UsageError(`Unknown placeholder {{${key}}} in template ${name}`, hint);
  });
}

/** The document that a template makes of the values. Throws a UsageError for unknown placeholders. */
export function fillTemplate(template: string, values: TemplateValues, name: string): string {
  const end = template.startsWith("---\n") ? template.indexOf("\n---\n", 3) + 5 : 0;
  const frontmatter = fillPart(template.slice(0, end), inFrontmatter(values), name);
  const body = template.slice(end);
  const asked = values.similar.length > 0 ? body : body.replace(SIMILAR_LINE, "");
  return `${frontmatter}${fillPart(asked, inBody(values), name)}`.replace(
    /(?<![ \t])[ \t]+$/gm,
    "",
  );
}

/** A title as part of a file name: lower case, ASCII where it can be, words joined by hyphens. */
export function slugOf(title: string): string {
  const slug = title
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, "-")
    .replace(/^-+|(?<!-)-+$/g, "");
  return slug.slice(0, 60).replace(/(?<!-)-+$/, "") || "incident";
}
