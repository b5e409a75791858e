import { relativeUrl } from "../../core/places/relative-url.ts";
import type { Proposal } from "../../sources/proposals.ts";
import type { SourceLink, TimelineRow } from "../../sources/rows.ts";
import type { DraftedWording } from "./drafted-text.ts";
import { escaped, inComment } from "./escaped.ts";

/** What the exports of tools give a new document. */
export interface FromExports {
  readonly proposals: readonly Proposal[];
  readonly rows: readonly TimelineRow[];
  /** Absent unless a language model was asked. */
  readonly wording?: DraftedWording;
}

/** A link to another incident. */
export interface SimilarIncident {
  readonly title: string;
  /** From the folder of the new document. */
  readonly path: string;
  /** An ISO date; null where it is not known. */
  readonly date: string | null;
  /** Ids of the competencies that were missing in it. */
  readonly lacked: readonly string[];
}

function encodeParenthesis(character: string): string {
  return character === "(" ? "%28" : "%29";
}

function inLink(url: string): string {
  return url.replace(/[()]/g, encodeParenthesis).replaceAll("|", "%7C");
}

/** Keys of the template whose proposal stands in the comment that the line has anyway. */
const BESIDE_A_HINT: ReadonlySet<string> = new Set([
  ...["teams", "detected_by", "trigger", "escalations"],
]);

/** The value of a placeholder in the frontmatter: a comment, so that nothing is asserted. */
export function proposalText({ key, value, how }: Proposal): string {
  const text = `proposed: ${value} (${how})`;
  if (BESIDE_A_HINT.has(key)) return `${text}; `;
  if (key === "acknowledged") return `${key}: # ${text}`;
  return `# ${text}`;
}

/** Proposals for which a template has no place, as a prompt. */
export function proposalsPrompt(proposals: readonly Proposal[]): string {
  if (proposals.length === 0) return "";
  const lines = proposals.map(({ key, value, how }) => `${key}: ${value} (${how})`);
  const intro =
    "The exports suggest the following. Write what you agree with into the frontmatter.";
  return `<!-- prompt: ${inComment([intro, ...lines].join("\n"))} -->`;
}

function sourceText({ source, url }: SourceLink): string {
  const name = escaped(source);
  return url === null ? `[${name}]` : `[[${name}](${inLink(url)})]`;
}

const EMPTY_ROW = "| | |";

/** The rows of the timeline's table; an empty one where there are none. */
export function timelineRows(rows: readonly TimelineRow[]): string {
  if (rows.length === 0) return EMPTY_ROW;
  return rows
    .map(({ time, sources, text }) => {
      return `| ${time} | ${sources.map(sourceText).join(" ")} ${escaped(text)} |`;
    })
    .join("\n");
}

/** A timeline of its own, for a template that has none. */
export function timelineSection(rows: readonly TimelineRow[]): string {
  if (rows.length === 0) return "";
  const head = ["## Timeline", "", "All times in UTC.", "", "| Time | Event |", "|---|---|"];
  return [...head, timelineRows(rows)].join("\n");
}

/** What was missing in the similar incidents, as a question to the writer. */
function lackedPrompt(incidents: readonly SimilarIncident[]): readonly string[] {
  const counts = new Map<string, number>();
  for (const { lacked } of incidents) {
    for (const id of new Set(lacked)) counts.set(id, (counts.get(id) ?? 0) + 1);
  }
  if (counts.size === 0) return [];
  const ids = [...counts].toSorted(([, a], [, b]) => b - a).map(([id, n]) => `${id} (${n})`);
  return [
    "",
    `<!-- prompt: In these incidents, the following was missing: ${ids.join(", ")}. If it was missing here too, tag the factor that shows it. -->`,
  ];
}

/** A section with a link to each; nothing at all where there is none. */
export function similarSection(incidents: readonly SimilarIncident[]): string {
  if (incidents.length === 0) return "";
  const items = incidents.map(({ title, path, date }) => {
    const url = inLink(relativeUrl(path));
    return `- [${escaped(title)}](${url})${date === null ? "" : ` (${date})`}`;
  });
  return ["## Similar incidents", "", ...items, ...lackedPrompt(incidents)].join("\n");
}
