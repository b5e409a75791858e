import type { SectionKind } from "../core/document/body-parts.ts";
import type { Action, Milestone, Postmortem, TimelineRow } from "../core/postmortem.ts";
import { findTerm, type Term } from "../core/taxonomy.ts";
import { withoutGapTags } from "../core/text/gap-tag.ts";
import { zoned } from "../core/time/calendar.ts";
import { MS_PER_MINUTE } from "../core/time/milliseconds.ts";
import { minutesText } from "../core/time/minutes-text.ts";
import type { EditionSource } from "./define.ts";
import { COMMENT, plainText } from "./text.ts";
import { isFilledIn } from "./without-prompts.ts";

/** What an edition says of each milestone but the start. */
const TOLD = [
  ["detected", "it was noticed"],
  ["diagnosed", "its cause was known"],
  ["mitigated", "its effects had ended"],
  ["resolved", "it was over"],
] as const satisfies readonly (readonly [Milestone, string])[];

/**
 * The words of all sections of a kind as they are written, without headings, comments, gap tags, people, and what
 * stands only for words that are still to come.
 */
export function sectionText(
  { postmortem, text, redact, isPlaceholder }: EditionSource,
  kind: SectionKind,
): string {
  const parts = postmortem.sections.flatMap((section) => {
    if (section.kind !== kind) return [];
    const written = text.slice(section.range.start.offset, section.range.end.offset);
    const [, second = "", ...rest] = withoutGapTags(written.replace(COMMENT, "")).text.split("\n");
    const isUnderline = /^ {0,3}(?:=+|-+) *$/u.test(second);
    const lines = isUnderline ? rest : [second, ...rest];
    return [
      lines
        .filter((line) => isFilledIn(line, isPlaceholder))
        .join("\n")
        .trim(),
    ];
  });
  return redact(parts.filter((part) => part !== "").join("\n\n"));
}

/** The items of the lists of a text, or its paragraphs where it has none, each as one line. */
export function itemsOf(text: string): readonly string[] {
  const isList = /^(?:[-*+]|\d{1,3}[.)]) /mu.test(text);
  const parts = text.split(isList ? /^(?:[-*+]|\d{1,3}[.)]) +/mu : /\n\s*\n/u);
  const items = isList && !/^(?:[-*+]|\d{1,3}[.)]) /u.test(text) ? parts.slice(1) : parts;
  return items.map((item) => item.replace(/\s+/gu, " ").trim()).filter((item) => item !== "");
}

/** The name of a term, as one line of markdown; as written where the taxonomy does not know it. */
function nameOf(terms: readonly Term[], written: string): string {
  return plainText(findTerm(terms, written)?.name ?? written);
}

/** What was missing, by name and kind, and the sentence that shows it. */
export interface GapPart {
  readonly what: string;
  readonly evidence: string | null;
}

/** The gaps that somebody stands for: those that pm alone proposed are left out. */
export function gapsOf({ postmortem, taxonomy }: EditionSource): readonly GapPart[] {
  return postmortem.gaps
    .filter(({ confirmed }) => confirmed)
    .map(({ competency, kind, evidence }) => {
      const name = nameOf(taxonomy.competencies, competency.value);
      const of = kind === null ? "" : ` (${nameOf(taxonomy.kinds, kind.value).toLowerCase()})`;
      return {
        what: `${name}${of}`,
        evidence: evidence === null ? null : plainText(withoutGapTags(evidence.value).text),
      };
    });
}

/** What was missing, each once, however many teams or sentences say so. */
export function uniqueGaps(source: EditionSource): readonly string[] {
  return [...new Set(gapsOf(source).map(({ what }) => what))];
}

/** Whether an action was done. */
export function isDone({ status, done }: Action): boolean {
  return status?.value === "done" || done !== null;
}

/** Whether nobody will do an action any more. */
export function isDropped({ status }: Action): boolean {
  return status?.value === "dropped";
}

/** An action as one line of markdown: what, and in brackets who, by when and how it stands. */
export function actionLine(action: Action, { taxonomy }: EditionSource): string {
  const { title, owner, due, status } = action;
  const about = [
    owner === null ? [] : [nameOf(taxonomy.teams, owner.value)],
    due === null || isDone(action) || isDropped(action) ? [] : [`due ${plainText(due.value)}`],
    status === null ? [] : [plainText(status.value)],
  ].flat();
  return `${plainText(title.value)}${about.length > 0 ? ` (${about.join(", ")})` : ""}`;
}

/** When a row happened, as prose; with its day where that is not the day of the row before. */
export function rowTime(
  { at, written }: TimelineRow,
  before: number | null,
  timeZone: string,
): string {
  if (at === null) return plainText(written);
  const local = zoned(at, timeZone);
  const clock = `At ${local.toPlainTime().toString({ smallestUnit: "minute" })}`;
  const isSameDay =
    before === null || zoned(before, timeZone).toPlainDate().equals(local.toPlainDate());
  if (isSameDay) return clock;
  const day = local.toPlainDate().toLocaleString("en-GB", { dateStyle: "long" });
  return `${clock} on ${day}`;
}

/** When an incident began, as prose; null where nobody says so. */
export function beginning({ milestones }: Postmortem, timeZone: string): string | null {
  const { started } = milestones;
  if (!started) return null;
  const local = zoned(started.value, timeZone);
  const day = local.toPlainDate().toLocaleString("en-GB", { dateStyle: "long" });
  if (started.source.precision === "day") return `It began on ${day}`;
  const clock = local.toPlainTime().toString({ smallestUnit: "minute" });
  return `It began on ${day} at ${clock} (${timeZone})`;
}

/** What followed the beginning, and how long after it: "it was noticed", "38 min". */
export function followed({
  milestones,
}: Postmortem): readonly { readonly what: string; readonly after: string }[] {
  const { started } = milestones;
  if (!started || started.source.precision === "day") return [];
  return TOLD.flatMap(([milestone, what]) => {
    const fact = milestones[milestone];
    if (!fact || fact.value < started.value || fact.source.precision === "day") return [];
    return [{ what, after: minutesText((fact.value - started.value) / MS_PER_MINUTE) }];
  });
}
