import type { Fact, Postmortem } from "../../core/postmortem.ts";
import type { Body, BodySection } from "../../parse/body/body.ts";
import type { Vocabulary } from "../../schema/vocabulary.ts";
import type { AssembleContext } from "../context.ts";
import { type BodyLabels, bodyLabels, labelFacts, NO_LABELS } from "../labels/labels.ts";
import type { LabelledSection } from "../labels/lines.ts";
import { meaningOfLabel } from "../labels/meaning.ts";
import { sourceInRow } from "../labels/source-in-prose.ts";
import { titleLabelled } from "../labels/titles.ts";
import { firstLine, type KnownSection, labelAtHead, titleOf } from "../sections/sections.ts";
import { normalizeHeading } from "../written/phrases.ts";
import { TAG_START } from "./gap-tags.ts";
import type { BodyParts } from "./needed.ts";
import { statedDurations } from "./prose.ts";

/** What a body states under labels, and what it is called. */
export interface LabelledParts extends Pick<Postmortem, "title" | "labels" | "statedDurations"> {
  /** A bold line above all others, else the first line where it is called as a title is. */
  readonly headLabel: Fact<string> | null;
  /** A title that stands under a label, as in a form. */
  readonly labelledTitle: Fact<string> | null;
  /** A line directly below the heading that is the title, where it is called as a title is. */
  readonly lineBelowTitle: Fact<string> | null;
  /** The facts that stand under labels. */
  readonly labelled: BodyLabels;
}

/** The level of a bold line in the place of a heading. */
const BOLD_LEVEL = 7;
/** The words of what may be a title. */
const LEAST_WORDS = 3;
const MOST_WORDS = 14;

function titleFact(title: BodySection | undefined): Fact<string> | null {
  if (!title) return null;
  const { text, range } = title.heading;
  return { value: text, source: { origin: "body", how: "stated", range } };
}

/** The first line as a title; one that bears the tag of a gap is a sentence of the document. */
function firstLineFact({ sections }: Body, vocabulary: Vocabulary): Fact<string> | null {
  const line = firstLine(sections, vocabulary);
  if (!line || TAG_START.test(line.text)) return null;
  return { value: line.text, source: { origin: "body", how: "inferred", range: line.range } };
}

/** The line of its own below the heading, as of a report whose heading only says that it is one. */
function lineBelow(title: BodySection | undefined, vocabulary: Vocabulary): Fact<string> | null {
  const block = title?.blocks.find(({ type }) => type !== "comment");
  if (!title || block?.type !== "paragraph" || block.lines.length > 1) return null;
  const line = firstLine([{ ...title, level: 0 }], vocabulary);
  if (!line || TAG_START.test(line.text)) return null;
  return { value: line.text, source: { origin: "body", how: "inferred", range: line.range } };
}

/** What stands below a heading that only names the kind of document: a line, a bold one or a heading that heads what follows. */
function belowTitle(
  title: BodySection | undefined,
  sections: readonly KnownSection[],
  vocabulary: Vocabulary,
): Fact<string> | null {
  const own = lineBelow(title, vocabulary);
  if (own !== null || !title?.blocks.every(({ type }) => type === "comment")) return own;
  const next = sections[sections.findIndex(({ heading }) => heading === title.heading) + 1];
  if (!next || next.kind !== null || next.heading.text === "") return null;
  // A heading is the title where no other is of its level.
  const isOnly = sections.filter(({ level }) => level === next.level).length === 1;
  if (next.level !== BOLD_LEVEL && !(next.level === title.level + 1 && isOnly)) return null;
  const { text, range } = next.heading;
  const line = { type: "paragraph", text, range, lines: [next.heading] } as const;
  return lineBelow({ ...next, blocks: [line] }, vocabulary);
}

/** A short line that a report gives as its summary, where its heading only says that it is one. */
function summaryLine(
  labelled: readonly LabelledSection[],
  { headings }: Vocabulary,
): Fact<string> | null {
  const found = labelled
    .filter(({ kind }) => kind === null || kind === "summary")
    .flatMap((section) => section.labelled)
    .find(({ label }) => headings.summary.includes(normalizeHeading(label)));
  const words = found?.value.text.split(/\s+/).length ?? 0;
  const isTitle = words >= LEAST_WORDS && words <= MOST_WORDS;
  if (!found || !isTitle || /[.!?:。]/.test(found.value.text)) return null;
  const { text, range } = found.value;
  return { value: text, source: { origin: "body", how: "inferred", range } };
}

/** A body, its sections, and what stands under labels in them. */
interface ReadBody {
  readonly body: Body;
  readonly sections: readonly KnownSection[];
  readonly labelled: readonly LabelledSection[];
  readonly times: Pick<Postmortem, "timeline" | "timelineMilestones">;
}

/** The labels, with what the row of the detection says noticed it where no label answers that. */
function withSource(
  stated: BodyLabels,
  sections: readonly LabelledSection[],
  { timeline, timelineMilestones }: ReadBody["times"],
  context: AssembleContext,
): BodyLabels {
  const isAsked = sections.some((section) =>
    section.labelled.some(
      ({ label }) => meaningOfLabel(label, context.vocabulary) === "detected_by",
    ),
  );
  if (isAsked || stated.detectedBy !== null) return stated;
  return { ...stated, detectedBy: sourceInRow(timeline, timelineMilestones.detected, context) };
}

/** What stands under labels, and what the document is called, as far as `parts` ask. */
export function labelledParts(
  { body, sections, labelled, times }: ReadBody,
  parts: BodyParts,
  context: AssembleContext,
): LabelledParts {
  const { vocabulary } = context;
  const headLabel = () =>
    titleFact(labelAtHead(sections, vocabulary)) ?? firstLineFact(body, vocabulary);
  const stated = parts.labels ? bodyLabels(labelled, context) : NO_LABELS;
  return {
    title: titleFact(titleOf(sections, vocabulary)),
    headLabel: parts.title ? headLabel() : null,
    labelledTitle: parts.title ? titleLabelled(labelled, context) : null,
    lineBelowTitle: parts.title
      ? (belowTitle(titleOf(sections, vocabulary), sections, vocabulary) ??
        summaryLine(labelled, vocabulary))
      : null,
    labelled: parts.slips ? withSource(stated, labelled, times, context) : stated,
    labels: parts.slips ? labelFacts(labelled) : [],
    statedDurations: parts.durations ? statedDurations(labelled, context) : {},
  };
}
