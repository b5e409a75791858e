import type { SectionKind } from "../../core/body-parts.ts";
import type { LineIndex } from "../../core/line-index.ts";
import { FILE_START, type Range } from "../../core/position.ts";
import type { Problem } from "../../core/problem.ts";
import { mergeMarksIn } from "../../parse/merge-marks.ts";
import type { AssembleContext } from "../context.ts";
import type { KnownSection } from "../sections/sections.ts";
import { readWrittenDate } from "../written/dates.ts";
import { splitTimeHead } from "../written/time-head.ts";

/** What an incident has a section of its own for, below its heading. */
const OF_AN_INCIDENT: ReadonlySet<SectionKind | null> = new Set([
  "timeline",
  "impact",
  "cause",
  "factors",
  "actions",
]);

interface Told {
  readonly day: string;
  readonly level: number;
  readonly range: Range;
  hasOwnParts: boolean;
}

/** The sections that begin with a whole date and have parts as a postmortem has. */
function incidentsIn(
  sections: readonly KnownSection[],
  { vocabulary, dateOrder = null }: AssembleContext,
): readonly Told[] {
  const told: Told[] = [];
  for (const { heading, level, kind } of sections) {
    const open = told.at(-1);
    if (open && level > open.level && OF_AN_INCIDENT.has(kind)) open.hasOwnParts = true;
    // A dated heading behind a timeline goes on with it, unless it stands as high as the first.
    const isOwn = level > 0 && (kind === null || level === told[0]?.level);
    const head = isOwn ? splitTimeHead(heading.text, vocabulary) : null;
    const date = head ? readWrittenDate(head.head, vocabulary.months, dateOrder)?.date : undefined;
    if (!date || date.year === null) continue;
    const day = [date.year, date.month, date.day].join("-");
    told.push({ day, level, range: heading.range, hasOwnParts: false });
  }
  return told.filter(({ hasOwnParts }) => hasOwnParts);
}

/** That a file tells of several incidents, of which one postmortem is read; nothing where it does not. */
export function severalIncidents(
  sections: readonly KnownSection[],
  context: AssembleContext,
): readonly Problem[] {
  const told = incidentsIn(sections, context);
  const [, second] = told;
  const days = new Set(told.map(({ day }) => day));
  if (!second || days.size < 2) return [];
  return [{ kind: "several-told", count: told.length, range: second.range }];
}

/** Marks of a merge conflict that are left in the body, which begins at an offset. */
export function conflictMarks(
  text: string,
  bodyOffset: number,
  lines: LineIndex,
): readonly Problem[] {
  const body = text.slice(bodyOffset);
  if (!body.includes("<<<<<<<")) return [];
  return mergeMarksIn(body).map(([start, end]) => {
    return { kind: "merge-mark", range: lines.rangeAt(bodyOffset + start, bodyOffset + end) };
  });
}

const WIKI_HEADING = /^h[1-6]\. \S.*$/gm;
const MARKDOWN_HEADING = /^#{1,6} \S/m;
/** One such line may be a sentence. */
const LEAST_HEADINGS = 2;

/** That a file is in the markup of Jira and Confluence, of which nothing is read; else nothing. */
export function wikiMarkup(text: string): readonly Problem[] {
  if (!text.includes("h1. ") && !text.includes("h2. ") && !text.includes("h3. ")) return [];
  const headings = text.match(WIKI_HEADING) ?? [];
  if (headings.length < LEAST_HEADINGS || MARKDOWN_HEADING.test(text)) return [];
  return [{ kind: "wiki-text", range: FILE_START }];
}
