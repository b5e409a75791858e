import { Temporal } from "temporal-polyfill";
import type { LineIndex } from "../core/line-index.ts";
import type { Fact, Postmortem } from "../core/postmortem.ts";
import type { Range } from "../core/position.ts";
import type { SourceFile } from "../core/source-file.ts";
import type { Comment } from "./directives.ts";
import { parseBody } from "../parse/body.ts";
import type { Body } from "../parse/body.ts";
import { bodyActions, bodyEscalations, bodyReview, placeholderOwners } from "./body-lists.ts";
import { contributingFactors, statedDurations, taggedGaps } from "./body-prose.ts";
import type { AssembleContext, Locate } from "./context.ts";
import { timelineMilestones } from "./milestones.ts";
import { unansweredPrompts } from "./prompts.ts";
import { nameSections, sectionFacts } from "./sections.ts";
import { readWrittenTime } from "./time-text.ts";
import { readTimeline } from "./timeline.ts";

/** What a body tells, whether or not the frontmatter has it too. */
export type BodyFacts = Pick<
  Postmortem,
  | "title"
  | "timeline"
  | "timelineMilestones"
  | "statedDurations"
  | "gaps"
  | "escalations"
  | "actions"
  | "review"
  | "factors"
  | "sections"
  | "prompts"
  | "sentences"
  | "namedPeople"
  | "problems"
> & { readonly comments: readonly Comment[] };

function bodyTitle(body: Body): Fact<string> | null {
  const headings = body.sections.filter(({ level, heading }) => level > 0 && heading.text !== "");
  const title = headings.find(({ level }) => level === 1) ?? headings[0];
  if (title?.level !== 1) return null;
  const { text, range } = title.heading;
  return { value: text, source: { origin: "body", how: "stated", range } };
}

/** The day of a timeline whose first row has no date: that of `started`, the file name or the title. */
function firstDay(
  startedAt: number | null,
  path: string,
  title: Fact<string> | null,
  timeZone: string,
): Temporal.PlainDate | null {
  if (startedAt !== null) {
    const instant = Temporal.Instant.fromEpochMilliseconds(startedAt);
    return instant.toZonedDateTimeISO(timeZone).toPlainDate();
  }
  const name = path.split("/").at(-1) ?? path;
  return readWrittenTime(name, {}).date ?? readWrittenTime(title?.value ?? "", {}).date;
}

function locator(file: SourceFile, lines: LineIndex): Locate {
  return (within: Range, needle: string): Range => {
    const inside = file.text.slice(within.start.offset, within.end.offset);
    const at = inside.lastIndexOf(needle);
    if (at === -1) return within;
    const start = within.start.offset + at;
    return lines.rangeAt(start, start + needle.length);
  };
}

/** Parses the body of a file and reads all that it tells. */
export function bodyFacts(
  file: SourceFile,
  bodyOffset: number,
  lines: LineIndex,
  startedAt: number | null,
  context: AssembleContext,
): BodyFacts {
  const body = parseBody(file, bodyOffset, lines);
  const sections = nameSections(body.sections, context.vocabulary.headings);
  const locate = locator(file, lines);
  const title = bodyTitle(body);
  const day = firstDay(startedAt, file.path, title, context.timeZone);
  const timeline = readTimeline(sections, day, context.timeZone, context.vocabulary);
  const actions = bodyActions(sections, context, locate);
  const { gaps, problems } = taggedGaps(sections, context, locate);
  return {
    title,
    timeline,
    timelineMilestones: timelineMilestones(timeline, context.vocabulary),
    statedDurations: statedDurations(sections, context),
    gaps,
    escalations: bodyEscalations(sections, context),
    actions,
    review: bodyReview(sections, context),
    factors: contributingFactors(sections, context, locate),
    sections: sectionFacts(sections),
    prompts: unansweredPrompts(body.sections),
    sentences: [],
    namedPeople: [],
    comments: body.comments,
    problems: [...problems, ...placeholderOwners(actions, context)],
  };
}
