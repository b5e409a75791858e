import { indexLines } from "../../core/places/line-index.ts";
import type { Postmortem, TimelineRow } from "../../core/postmortem.ts";
import { ok, type Result } from "../../core/result.ts";
import type { SuggestionDecision } from "../../core/settings/suggestion-decisions.ts";
import type { SourceFile, UnreadableFile } from "../../core/source-file.ts";
import { asRead, instantText, zoneOfTime } from "../../import/times.ts";
import { frontmatterEdits } from "../../parse/frontmatter/edits.ts";
import { splitDocument } from "../../parse/frontmatter/frontmatter.ts";
import type { FrontmatterEntries } from "../../parse/frontmatter/insertions.ts";
import { contextOf, type Project } from "../../project/project.ts";
import {
  countLost,
  escalationEntries,
  type EscalationEntry,
  gapEntries,
  type GapEntry,
} from "../../suggest/entries.ts";
import { editDocument, type EditedFile } from "../../write/edit-document.ts";
import type { OpenProject } from "./suggest.ts";

/** What is to be written into documents. */
export interface Accepted {
  /** Decisions by the shown path of their document. */
  readonly decisionsFor: (path: string) => readonly SuggestionDecision[];
  /** Suggestions from this confidence on count as accepted; null for none. */
  readonly acceptAbove: number | null;
}

/** A document with what was accepted in its frontmatter. */
export interface AcceptedFile extends EditedFile {
  readonly gaps: number;
  readonly escalations: number;
}

/** What accepting changes; nothing is written yet. */
export interface AcceptedProject {
  /** Sorted by path; only documents that change. */
  readonly files: readonly AcceptedFile[];
  /** Documents that are left alone, and why. */
  readonly skipped: readonly UnreadableFile[];
  /** By path, how many accepted sentences a document does not have any more. */
  readonly lost: readonly { readonly path: string; readonly count: number }[];
}

interface Entries {
  readonly gaps: readonly GapEntry[];
  readonly escalations: readonly EscalationEntry[];
}

/** Writes the time of a row with the offset that the document states; none where that is a guess. */
function timeTextIn(document: Postmortem, text: string, project: Project) {
  const read = asRead(document, text, contextOf(project));
  return ({ at, range }: TimelineRow): string | null => {
    const source = { origin: "body", how: "stated", range } as const;
    const fact = { value: at ?? 0, source };
    const isKnown = at !== null && zoneOfTime(fact, read) !== null;
    return isKnown ? instantText(fact, read) : null;
  };
}

/** How many items the lists of a frontmatter hold. */
function listLengths(file: SourceFile) {
  const { frontmatter } = splitDocument(file, indexLines(file.text));
  const data = new Map(Object.entries(frontmatter?.data ?? {}));
  return (key: string): number => {
    const list: unknown = data.get(key);
    return Array.isArray(list) ? list.length : 0;
  };
}

/** Why a document would not hold all entries that it was to get; null where it does. */
function whyNotAll(before: SourceFile, after: SourceFile, entries: FrontmatterEntries) {
  const [had, has] = [listLengths(before), listLengths(after)];
  const full = Object.entries(entries).find(([key, items]) => {
    return has(key) !== had(key) + (Array.isArray(items) ? items.length : 0);
  });
  return full ? `cannot add an entry to its \`${full[0]}\`` : null;
}

async function putInto(
  seen: SourceFile,
  { gaps, escalations }: Entries,
  { cwd }: Project,
): Promise<Result<AcceptedFile>> {
  const entries = {
    ...(gaps.length > 0 ? { gaps } : {}),
    ...(escalations.length > 0 ? { escalations } : {}),
  };
  const edits = frontmatterEdits(seen, entries);
  if (!edits.ok) return edits;
  const verify = (after: SourceFile) => whyNotAll(seen, after, entries);
  const edited = await editDocument(seen, cwd, [edits.value], verify);
  if (!edited.ok) return edited;
  return ok({ ...edited.value, gaps: gaps.length, escalations: escalations.length });
}

/** Puts accepted gaps and escalations into the frontmatter of their documents; nothing is written yet. */
export async function applyAccepted(
  { read, withTimeline, suggestions }: OpenProject,
  { decisionsFor, acceptAbove }: Accepted,
  project: Project,
): Promise<AcceptedProject> {
  const files: AcceptedFile[] = [];
  const skipped: UnreadableFile[] = [];
  const lost: { path: string; count: number }[] = [];
  for (const postmortem of read.postmortems) {
    const { path } = postmortem;
    const text = read.texts.get(path) ?? "";
    const own = suggestions.filter((one) => one.path === path);
    const acceptance = { decisions: decisionsFor(path), acceptAbove };
    const gapsOf = own.filter((one) => one.type === "gap");
    const escalationSuggestions = own.filter((one) => one.type === "escalation");
    const gaps = gapEntries(postmortem, gapsOf, acceptance);
    const isHandedOver = [...escalationSuggestions, ...acceptance.decisions].some(
      ({ type }) => type === "escalation",
    );
    const timed = isHandedOver ? withTimeline(postmortem) : postmortem;
    const timeText = timeTextIn(timed, text, project);
    const escalations = escalationEntries(timed, escalationSuggestions, acceptance, timeText);
    const count = countLost(postmortem, acceptance.decisions);
    if (count > 0) lost.push({ path, count });
    if (gaps.length + escalations.length === 0) continue;
    const put = await putInto({ path, text }, { gaps, escalations }, project);
    if (put.ok) files.push(put.value);
    else skipped.push({ path, message: put.why });
  }
  return { files, skipped, lost };
}
