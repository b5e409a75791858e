import { UsageError } from "../../core/errors.ts";
import { formatYaml } from "../../parse/frontmatter/yaml-text.ts";
import type { Proposal } from "../../sources/proposals.ts";
import {
  type FromExports,
  proposalsPrompt,
  proposalText,
  type SimilarIncident,
  similarSection,
  timelineRows,
  timelineSection,
} from "./draft-texts.ts";
import { draftedComments } from "./drafted-text.ts";
import { escaped } from "./escaped.ts";
import type { ExampleTerms } from "./example-terms.ts";

/** What a template may name as `{{name}}`. */
export interface TemplateValues extends ExampleTerms {
  readonly title: string;
  readonly severity: string;
  readonly services: readonly string[];
  /** An ISO instant; null where the exports propose one. */
  readonly started: string | null;
  /** The same for an example, which states nothing. */
  readonly exampleTime: string;
  /** Incidents that are like it, the most alike first. */
  readonly similar: readonly SimilarIncident[];
  readonly exports?: FromExports;
}

/** What frontmatter and body may both name. */
function examples(values: TemplateValues) {
  const { kinds, teams, competencies, team, otherTeam, competency, exampleTime } = values;
  return [
    ["kinds", kinds.join(", ")],
    ["teams", teams],
    ["competencies", competencies],
    ["team", team],
    ["other_team", otherTeam],
    ["competency", competency],
    ["example_time", exampleTime],
  ] as const;
}

/** Keys of the frontmatter that exports may propose a value for. */
const PROPOSED = [
  ...["severity", "services", "teams", "detected_by", "trigger", "escalations"],
  ...["started", "detected", "acknowledged", "diagnosed", "mitigated", "resolved"],
];

const placeholderOf = (key: string) => `proposed_${key}`;

/** What exports propose for what the user does not state. */
function openProposals(values: TemplateValues): readonly Proposal[] {
  const { exports, severity, services, started } = values;
  const stated = new Set([
    ...(started === null ? [] : ["started"]),
    ...(severity === "" ? [] : ["severity"]),
    ...(services.length === 0 ? [] : ["services"]),
  ]);
  return (exports?.proposals ?? []).filter(({ key }) => !stated.has(key));
}

function inFrontmatter(values: TemplateValues): ReadonlyMap<string, string> {
  const { title, severity, services, started } = values;
  return new Map<string, string>([
    ["title", formatYaml(title)],
    ["severity", severity === "" ? "" : formatYaml(severity)],
    ["services", formatYaml(services)],
    ["started", started ?? ""],
    ...examples(values),
    ...PROPOSED.map((key) => [placeholderOf(key), ""] as const),
    ...openProposals(values).map(
      (proposal) => [placeholderOf(proposal.key), proposalText(proposal)] as const,
    ),
  ]);
}

function inBody(values: TemplateValues): ReadonlyMap<string, string> {
  const { title, severity, services, started, similar, exports } = values;
  return new Map<string, string>([
    ["title", escaped(title)],
    ["severity", severity],
    ["services", services.join(", ")],
    ["started", started ?? ""],
    ...examples(values),
    ["timeline", timelineRows(exports?.rows ?? [])],
    ["similar", similarSection(similar)],
    ...DRAFTED.map(({ key, part }) => [key, draftedText(part, values)] as const),
  ]);
}

/** Where a language model's first wording stands. */
const DRAFTED = [
  { key: "drafted_summary", part: "summary" },
  { key: "drafted_factors", part: "factors" },
] as const;

function draftedText(part: "summary" | "factors", { exports }: TemplateValues): string {
  const { wording } = exports ?? {};
  if (!wording) return "";
  return draftedComments(wording[part], wording.model, part === "factors" ? "- " : "");
}

const OWN_LINE =
  // eslint-disable-next-line regexp/no-super-linear-move -- a template is its team's own
  /\n*\n\{\{\s*(similar|drafted_summary|drafted_factors)\s*\}\}[ \t]*(?=\n|$)/g;

/** What stands alone on its line and says nothing leaves no blank lines behind. */
function withoutEmptyParts(body: string, values: ReadonlyMap<string, string>): string {
  return body.replace(OWN_LINE, (line, key: string) => (values.get(key) === "" ? "" : line));
}

function fillPart(text: string, values: ReadonlyMap<string, string>, name: string): string {
  return text.replace(/\{\{\s*([a-z_]+)\s*\}\}/g, (_written, key: string) => {
    const value = values.get(key);
    if (value !== undefined) return value;
    const hint = `Templates may use ${[...values.keys()].map((known) => `{{${known}}}`).join(", ")}.`;
    throw new UsageError(`Unknown placeholder {{${key}}} in template ${name}`, hint);
  });
}

/** A line of the frontmatter that holds nothing but an empty placeholder. */
function withoutEmptyLines(frontmatter: string, values: ReadonlyMap<string, string>): string {
  return frontmatter.replace(/^[ \t]*\{\{\s*([a-z_]+)\s*\}\}[ \t]*\n/gm, (line, key: string) =>
    values.get(key) === "" ? "" : line,
  );
}

function isNamed(template: string, key: string): boolean {
  return new RegExp(`\\{\\{\\s*${key}\\s*\\}\\}`).test(template);
}

/** What the exports give and the template has no place for, to stand at its end. */
function leftOver(frontmatter: string, body: string, values: TemplateValues): readonly string[] {
  const homeless = openProposals(values).filter(
    ({ key }) => !isNamed(frontmatter, placeholderOf(key)),
  );
  const section = isNamed(body, "timeline") ? "" : timelineSection(values.exports?.rows ?? []);
  const drafted = DRAFTED.filter(({ key }) => !isNamed(body, key));
  const texts = drafted.map(({ part }) => draftedText(part, values));
  return [...texts, proposalsPrompt(homeless), section].filter((text) => text !== "");
}

/** The document that a template makes of the values. Throws a UsageError for unknown placeholders. */
export function fillTemplate(template: string, values: TemplateValues, name: string): string {
  const end = template.startsWith("---\n") ? template.indexOf("\n---\n", 3) + 5 : 0;
  const [head, body] = [template.slice(0, end), template.slice(end)];
  const known = inFrontmatter(values);
  const frontmatter = fillPart(withoutEmptyLines(head, known), known, name);
  const ofBody = inBody(values);
  const filled = `${frontmatter}${fillPart(withoutEmptyParts(body, ofBody), ofBody, name)}`;
  const extra = leftOver(head, body, values);
  const whole = extra.length === 0 ? filled : `${[filled.trimEnd(), ...extra].join("\n\n")}\n`;
  return whole.replace(/(?<![ \t])[ \t]+$/gm, "");
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
